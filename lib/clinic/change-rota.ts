// A lead or an admin puts somebody on call, for every week or for once, or takes a shift off the rota.
import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { type Actor, as, type Role } from '@/db/client';
import { onCallShift } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isId, newId } from '@/lib/env/ids';
import { clinicOf } from './clinic';
import { peopleForCall } from './on-call';
import type { Shift } from './rota-spans';

type Staff = Extract<Actor, { kind: 'staff' }>;

const MAY_SET_ROTA: readonly Role[] = ['lead', 'admin'];

/** Everybody on the staff may read it. The database says the same. */
export const maySetRota = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  roles.some((role) => MAY_SET_ROTA.includes(role));

export type ShiftRefusal =
  | 'not-allowed'
  | 'not-a-clinician'
  | 'nobody-weekly'
  | 'in-the-past'
  | 'there-already';

/**
 * `shift` as `lib/clinic/rota-spans.ts` has it, with a weekday or a date. Refused: `not-allowed`, `not-a-clinician` (no
 * clinician or lead who works here), `nobody-weekly` (a week without anybody is an empty rota), `in-the-past`,
 * `there-already` (the very same shift).
 */
export async function addShift(
  actor: Staff,
  shift: Shift,
): Promise<{ ok: true } | { ok: false; reason: ShiftRefusal }> {
  if (!maySetRota(actor)) return { ok: false, reason: 'not-allowed' };
  if (shift.staffId === null && shift.weekday !== null) return { ok: false, reason: 'nobody-weekly' };
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    if (shift.onDate !== null && shift.onDate < todayIn(zone)) return { ok: false, reason: 'in-the-past' };
    const people = await peopleForCall(tx);
    if (shift.staffId !== null && !people.some(({ id }) => id === shift.staffId))
      return { ok: false, reason: 'not-a-clinician' };
    const id = newId();
    const added = await tx
      .insert(onCallShift)
      .values({ id, ...shift, addedAt: clock.now() })
      .onConflictDoNothing()
      .returning({ id: onCallShift.id });
    if (added.length === 0) return { ok: false, reason: 'there-already' };
    await record(tx, { event: 'rota.changed', subject: 'clinic', detail: { change: 'added', ...shift } });
    return { ok: true };
  });
}

/** Twice is once. Refused: `not-allowed`. */
export async function removeShift(
  actor: Staff,
  shiftId: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  if (!maySetRota(actor)) return { ok: false, reason: 'not-allowed' };
  if (!isId(shiftId)) return { ok: true };
  return as(actor, async (tx) => {
    const [gone] = await tx.delete(onCallShift).where(eq(onCallShift.id, shiftId)).returning();
    if (!gone) return { ok: true };
    const { staffId, weekday, onDate, startsLocal, endsLocal } = gone;
    const detail = { change: 'removed', staffId, weekday, onDate, startsLocal, endsLocal };
    await record(tx, { event: 'rota.changed', subject: 'clinic', detail });
    return { ok: true };
  });
}

const todayIn = (zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
