// An appointment is given up: its time is free again at once, nothing is owed for it, and the client is told.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { closeEstimateTask } from './follow-estimate-task';
import { freeTime } from './free-time';
import { lockClients } from './lock-client';
import { tellClient } from './tell-client';

type Booked = Pick<typeof appointment.$inferSelect, 'id' | 'clientId' | 'timeId'>;

/** For whoever holds the client's row and has found that it may be; `found` is booked. */
export async function cancelBooked(tx: Tx, { id, clientId, timeId }: Booked) {
  await tx
    .update(appointment)
    .set({ status: 'cancelled', sequence: sql`${appointment.sequence} + 1` })
    .where(eq(appointment.id, id));
  await freeTime(tx, timeId);
  await closeEstimateTask(tx, id);
  await tellClient(tx, 'appointment-cancelled', { clientId, appointmentId: id });
  await record(tx, { event: 'appointment.cancelled', subject: clientId, detail: { appointment: id } });
}

/**
 * For a change that ends a client's way here, such as a decline: cancels what they have booked, in the transaction of
 * that change and however near it is. Returns how many that was.
 */
export async function cancelForStaff(tx: Tx, clientId: string): Promise<number> {
  await lockClients(tx, clientId);
  const booked = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), eq(appointment.status, 'booked')));
  for (const each of booked) await cancelBooked(tx, each);
  return booked.length;
}
