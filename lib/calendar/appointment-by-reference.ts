// An appointment that staff change: found by its reference, held with its client until the change is made.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { isReference } from '@/lib/env/ids';
import { lockClients } from '@/lib/scheduling/lock-client';

export type Appointment = typeof appointment.$inferSelect;

/** Null when there is none of that name. */
export async function appointmentByReference(tx: Tx, written: string): Promise<Appointment | null> {
  const reference = written.toUpperCase();
  if (!isReference(reference)) return null;
  const [found] = await tx.select().from(appointment).where(eq(appointment.reference, reference));
  return found ?? null;
}

/** The same, as it stands once nobody else changes it: the client themselves, or a colleague, may have been first. */
export async function holdAppointment(tx: Tx, reference: string): Promise<Appointment | null> {
  const found = await appointmentByReference(tx, reference);
  if (!found) return null;
  await lockClients(tx, found.clientId);
  return appointmentByReference(tx, reference);
}
