// An appointment is given up: its time is free again at once, nothing is owed for it, and the client is told.
import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { closeEstimateTask } from './follow-estimate-task';
import { freeTime } from './free-time';
import { tellClient } from './tell-client';

type Booked = Pick<typeof appointment.$inferSelect, 'id' | 'clientId' | 'timeId'>;

/**
 * For whoever holds the client's row and has found that it may be; `found` is booked. `tells` false: the client hears of
 * it with the news it belongs to.
 */
export async function cancelBooked(tx: Tx, { id, clientId, timeId }: Booked, { tells } = { tells: true }) {
  await tx
    .update(appointment)
    .set({ status: 'cancelled', sequence: sql`${appointment.sequence} + 1` })
    .where(eq(appointment.id, id));
  await freeTime(tx, timeId);
  await closeEstimateTask(tx, id);
  if (tells) await tellClient(tx, 'appointment-cancelled', { clientId, appointmentId: id });
  await record(tx, { event: 'appointment.cancelled', subject: clientId, detail: { appointment: id } });
}

/** A client's appointments that are booked and not begun yet, the soonest first: what a change that ends their way here gives up. */
export const bookedAhead = (tx: Tx, clientId: string) =>
  tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.clientId, clientId),
        eq(appointment.status, 'booked'),
        gt(appointment.startsAt, clock.now()),
      ),
    )
    .orderBy(asc(appointment.startsAt));
