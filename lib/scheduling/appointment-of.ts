// The appointment a client has, with whom, and until when they may change it themselves.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, staffMember } from '@/db/schema';

/** The client's booked appointment, or null. There is at most one. */
export async function appointmentOf(tx: Tx, clientId: string) {
  const [found] = await tx
    .select({
      id: appointment.id,
      reference: appointment.reference,
      clinicianId: appointment.clinicianId,
      clinicianName: staffMember.name,
      clinicianCredential: staffMember.credential,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      zone: appointment.zone,
      localTime: appointment.localTime,
      format: appointment.format,
      sequence: appointment.sequence,
      movedFrom: appointment.movedFrom,
    })
    .from(appointment)
    .innerJoin(staffMember, eq(staffMember.id, appointment.clinicianId))
    .where(and(eq(appointment.clientId, clientId), eq(appointment.status, 'booked')))
    .orderBy(desc(appointment.createdAt))
    .limit(1);
  return found ?? null;
}

/** Whether they came to an appointment here: then a first one is no task of theirs any more. */
export async function hasMet(tx: Tx, clientId: string): Promise<boolean> {
  const [met] = await tx
    .select({ id: appointment.id })
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), eq(appointment.status, 'attended')))
    .limit(1);
  return met !== undefined;
}

export type BookedAppointment = NonNullable<Awaited<ReturnType<typeof appointmentOf>>>;
