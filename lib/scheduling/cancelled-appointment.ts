// The time a client no longer has: shown to them until it would have been over, and not once they have another.
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, staffMember } from '@/db/schema';
import { clock } from '@/lib/env/clock';

export type CancelledAppointment = { startsAt: Date; zone: string; clinicianName: string };

/** Null when their newest appointment was not cancelled, or its time is past. */
export async function cancelledAppointmentOf(tx: Tx, clientId: string): Promise<CancelledAppointment | null> {
  const [newest] = await tx
    .select({ appointment, clinicianName: staffMember.name })
    .from(appointment)
    .innerJoin(staffMember, eq(staffMember.id, appointment.clinicianId))
    .where(eq(appointment.clientId, clientId))
    .orderBy(desc(appointment.createdAt), desc(appointment.id))
    .limit(1);
  if (newest?.appointment.status !== 'cancelled' || newest.appointment.endsAt <= clock.now()) return null;
  const { startsAt, zone } = newest.appointment;
  return { startsAt, zone, clinicianName: newest.clinicianName };
}
