// A shift as somebody typed it, read without guessing.
import type { Parsed } from '@/lib/accounts/form-spec';
import type { Shift } from '@/lib/clinic/rota-spans';
import { dateFrom, timeFrom } from '@/lib/scheduling/time-of-day';
import { NOBODY } from './addresses';

export const SHIFT_REASONS = [
  'who-missing',
  'when-missing',
  'date-wrong',
  'time-wrong',
  'no-time-between',
  'not-allowed',
  'not-a-clinician',
  'nobody-weekly',
  'in-the-past',
  'there-already',
] as const;
export type ShiftReason = (typeof SHIFT_REASONS)[number];

type Typed = { one: (field: string) => string; id: (field: string) => string };

/** `when`: a weekday's number, or `date` for the day in `on`. One that ends when it begins is no shift. */
export function shiftFrom(fields: Typed): Parsed<Shift> {
  const errors: { field: string; reason: ShiftReason }[] = [];
  const wrong = (field: string, reason: ShiftReason) => errors.push({ field, reason });
  const nobody = fields.one('who') === NOBODY;
  const staffId = nobody ? null : fields.id('who');
  if (staffId === '') wrong('who', 'who-missing');
  const when = fields.one('when');
  const weekday = /^[1-7]$/.test(when) ? Number(when) : null;
  if (weekday === null && when !== 'date') wrong('when', 'when-missing');
  const onDate = when === 'date' ? dateFrom(fields.one('on')) : null;
  if (when === 'date' && !onDate) wrong('on', 'date-wrong');
  const [startsLocal, endsLocal] = [timeFrom(fields.one('from')), timeFrom(fields.one('until'))];
  if (!startsLocal || startsLocal === '24:00') wrong('from', 'time-wrong');
  if (!endsLocal) wrong('until', 'time-wrong');
  if (startsLocal && startsLocal === endsLocal) wrong('until', 'no-time-between');
  if (errors.length > 0 || !startsLocal || !endsLocal) return { ok: false, errors };
  return { ok: true, input: { staffId, weekday, onDate, startsLocal, endsLocal } };
}
