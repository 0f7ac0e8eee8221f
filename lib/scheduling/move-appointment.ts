// A client moves their appointment: the old time stays theirs until the new one is, and then is free at once.
import { and, eq, sql } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { as } from '@/db/client';
import { appointment, client } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { AskedTime } from './check-booking';
import { checkBooking } from './check-booking';
import { despiteDeadlock } from './despite-deadlock';
import { moveEstimateTask } from './follow-estimate-task';
import { freeTime } from './free-time';
import type { MayNotBook } from './may-book';
import { mayChange } from './may-change';
import { secureTime, Taken } from './secure-time';
import { tellClient } from './tell-client';
import { localTimeOf } from './time-in-words';

export type Moved =
  | { ok: true }
  | {
      ok: false;
      reason: Exclude<MayNotBook, 'has-appointment'> | 'no-appointment' | 'too-late' | 'slot-taken';
    };

type Client = Extract<Actor, { kind: 'client' }>;

/**
 * `reference` is the appointment's. Moving it to where it is changes nothing and tells nobody. Refused: `too-late`
 * (within the clinic's notice), `no-appointment`, `slot-taken`, and what a booking would be refused for.
 */
export async function moveAppointment(actor: Client, reference: string, to: AskedTime): Promise<Moved> {
  try {
    return await despiteDeadlock(() => as(actor, (tx) => move(tx, actor.id, reference, to)));
  } catch (error) {
    if (error instanceof Taken) return { ok: false, reason: 'slot-taken' };
    throw error;
  }
}

async function move(tx: Tx, clientId: string, reference: string, to: AskedTime): Promise<Moved> {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
  const [old] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), eq(appointment.reference, reference)));
  if (old?.status !== 'booked') return { ok: false, reason: 'no-appointment' };

  const now = clock.now();
  const checked = await checkBooking(tx, { ...to, clientId, now, moving: true });
  if (!checked.ok) return checked as Moved;
  const { clinician, format, facts } = checked;
  const { startsAt, zone } = to;
  if (old.clinicianId === clinician.id && old.startsAt.getTime() === startsAt.getTime()) return { ok: true };
  const { cancellationHours } = await clinicOf(tx);
  if (!mayChange(old, cancellationHours, now)) return { ok: false, reason: 'too-late' };

  // Given up first, so that a time half an hour away can be had; nobody else sees it free before this is kept.
  await freeTime(tx, old.timeId);
  const timeId = await secureTime(tx, { ...checked, startsAt, now });
  if (timeId === null) throw new Taken();
  await tx
    .update(appointment)
    .set({
      clinicianId: clinician.id,
      timeId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + clinician.hours.sessionMinutes * 60_000),
      zone,
      localTime: localTimeOf(startsAt, zone),
      format,
      sequence: sql`${appointment.sequence} + 1`,
    })
    .where(eq(appointment.id, old.id));
  await moveEstimateTask(tx, {
    ...{ clientId, appointmentId: old.id, startsAt },
    selfPay: facts.mayPayThemselves,
  });
  await tellClient(tx, 'appointment-moved', { clientId, appointmentId: old.id });
  const detail = { appointment: old.id, clinician: clinician.id, startsAt: startsAt.toISOString() };
  await record(tx, { event: 'appointment.moved', subject: clientId, detail });
  return { ok: true };
}
