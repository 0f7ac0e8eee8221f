// A client moves their appointment: the old time stays theirs until the new one is, and then is free at once.
import { and, eq } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { AskedTime } from './check-booking';
import { checkBooking } from './check-booking';
import { lockClients } from './lock-client';
import type { MayNotBook } from './may-book';
import { mayChange } from './may-change';
import { Taken } from './secure-time';
import { takeNewTime } from './take-new-time';
import { unlessTaken } from './unless-taken';

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
  return unlessTaken(actor, (tx) => move(tx, actor.id, reference, to));
}

async function move(tx: Tx, clientId: string, reference: string, to: AskedTime): Promise<Moved> {
  await lockClients(tx, clientId);
  const [old] = await tx
    .select()
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), eq(appointment.reference, reference)));
  if (old?.status !== 'booked') return { ok: false, reason: 'no-appointment' };

  const now = clock.now();
  const checked = await checkBooking(tx, { ...to, clientId, now, moving: true });
  if (!checked.ok) return checked as Moved;
  const { clinician } = checked;
  const { startsAt, zone } = to;
  if (old.clinicianId === clinician.id && old.startsAt.getTime() === startsAt.getTime()) return { ok: true };
  const { cancellationHours } = await clinicOf(tx);
  if (!mayChange(old, cancellationHours, now)) return { ok: false, reason: 'too-late' };

  if (!(await takeNewTime(tx, old, { ...checked, startsAt, zone, now, movedFrom: null }))) throw new Taken();
  return { ok: true };
}
