// A client gives back their appointment, up to the clinic's notice; the time is free again at once.
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/db/client';
import { as } from '@/db/client';
import { appointment, client } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { closeEstimateTask } from './follow-estimate-task';
import { freeTime } from './free-time';
import { mayChange } from './may-change';
import { tellClient } from './tell-client';

type Client = Extract<Actor, { kind: 'client' }>;

export type Cancelled = { ok: true } | { ok: false; reason: 'no-appointment' | 'too-late' };

/** `reference` is the appointment's. Cancelling twice is cancelling once. Later than the notice: `too-late`, and the page says to call. */
export const cancelAppointment = (actor: Client, reference: string): Promise<Cancelled> =>
  as(actor, async (tx) => {
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    const [found] = await tx
      .select()
      .from(appointment)
      .where(and(eq(appointment.clientId, actor.id), eq(appointment.reference, reference)));
    if (found?.status === 'cancelled') return { ok: true };
    if (found?.status !== 'booked') return { ok: false, reason: 'no-appointment' };
    const { cancellationHours } = await clinicOf(tx);
    if (!mayChange(found, cancellationHours, clock.now())) return { ok: false, reason: 'too-late' };

    await tx
      .update(appointment)
      .set({ status: 'cancelled', sequence: sql`${appointment.sequence} + 1` })
      .where(eq(appointment.id, found.id));
    await freeTime(tx, found.timeId);
    await closeEstimateTask(tx, found.id);
    await tellClient(tx, 'appointment-cancelled', { clientId: actor.id, appointmentId: found.id });
    await record(tx, {
      event: 'appointment.cancelled',
      subject: actor.id,
      detail: { appointment: found.id },
    });
    return { ok: true };
  });
