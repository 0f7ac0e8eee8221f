// The rows of weekly hours as they were typed: each day's times read, and none that overlap or hold no session.
import { MOST_ROWS, rowFields } from './hours-rows';
import { joined, minutesOf, type WeeklyHours } from './local-hours';
import { dateFrom, onGrid, timeFrom } from './time-of-day';

export const HOURS_REASONS = [
  'days-missing',
  'starts-wrong',
  'ends-wrong',
  'off-grid',
  'ends-first',
  'date-wrong',
  'dates-backwards',
  'overlap',
  'too-short',
  'number-wrong',
  'zone-unknown',
  'formats-missing',
  'languages-missing',
  'region-unknown',
] as const;
export type HoursReason = (typeof HOURS_REASONS)[number];
export type HoursError = { field: string; reason: HoursReason; values?: Record<string, number> };

type Typed = { one: (field: string) => string; all: (field: string) => string[] };
type RowRule = WeeklyHours & { row: number };

/** A row with no times, no dates and no days is no row. `sessionMinutes` is NaN while it isn't known. */
export function rulesFrom(typed: Typed, sessionMinutes: number, errors: HoursError[]): WeeklyHours[] {
  const rules: RowRule[] = [];
  for (let row = 1; row <= MOST_ROWS; row += 1) rules.push(...rowFrom(typed, row, errors));
  for (const rule of rules) {
    const { row } = rule;
    if (errors.some(({ values }) => values?.row === row)) continue;
    const { days, starts } = rowFields(row);
    const others = rules.filter((other) => other !== rule && holdTogether(rule, other));
    if (others.some((other) => other.row <= row && overlaps(rule, other)))
      errors.push({ field: starts, reason: 'overlap', values: { row, weekday: rule.weekday } });
    else if (lengthAround(rule, others) < sessionMinutes)
      errors.push({ field: days, reason: 'too-short', values: { row } });
  }
  return rules.map(({ row: _, ...rule }) => rule);
}

function rowFrom(typed: Typed, row: number, errors: HoursError[]): RowRule[] {
  const fields = rowFields(row);
  const weekdays = [...new Set(typed.all(fields.days))].filter((day) => /^[1-7]$/.test(day)).map(Number);
  const [starts, ends, from, until] = [fields.starts, fields.ends, fields.from, fields.until].map((field) =>
    typed.one(field).trim(),
  ) as [string, string, string, string];
  if (!starts && !ends && !from && !until && weekdays.length === 0) return [];
  const before = errors.length;
  const wrong = (field: string, reason: HoursReason) => errors.push({ field, reason, values: { row } });
  const [startsLocal, endsLocal] = [timeFrom(starts), timeFrom(ends)];
  const [effectiveFrom, effectiveUntil] = [from ? dateFrom(from) : null, until ? dateFrom(until) : null];
  if (weekdays.length === 0) wrong(fields.days, 'days-missing');
  if (startsLocal === null || startsLocal === '24:00') wrong(fields.starts, 'starts-wrong');
  else if (!onGrid(startsLocal)) wrong(fields.starts, 'off-grid');
  if (endsLocal === null) wrong(fields.ends, 'ends-wrong');
  else if (!onGrid(endsLocal)) wrong(fields.ends, 'off-grid');
  else if (startsLocal !== null && endsLocal <= startsLocal) wrong(fields.ends, 'ends-first');
  if (from && effectiveFrom === null) wrong(fields.from, 'date-wrong');
  if (until && effectiveUntil === null) wrong(fields.until, 'date-wrong');
  else if (effectiveFrom !== null && effectiveUntil !== null && effectiveUntil < effectiveFrom)
    wrong(fields.until, 'dates-backwards');
  if (errors.length > before || startsLocal === null || endsLocal === null) return [];
  return weekdays.map((weekday) => ({
    ...{ row, weekday, startsLocal, endsLocal, effectiveFrom, effectiveUntil },
  }));
}

/** Whether there is a day on which both hold. */
const holdTogether = (a: RowRule, b: RowRule): boolean =>
  a.weekday === b.weekday &&
  (a.effectiveFrom ?? '') <= (b.effectiveUntil ?? '9999') &&
  (b.effectiveFrom ?? '') <= (a.effectiveUntil ?? '9999');

const overlaps = (a: RowRule, b: RowRule): boolean =>
  a.startsLocal < b.endsLocal && b.startsLocal < a.endsLocal;

/** Minutes of the stretch a rule is part of: two that touch are one. */
function lengthAround(rule: RowRule, others: RowRule[]): number {
  const stretch = ({ startsLocal, endsLocal }: RowRule) => ({
    from: minutesOf(startsLocal),
    until: minutesOf(endsLocal),
  });
  const mine = stretch(rule);
  const whole = joined([rule, ...others].map(stretch)).find(
    ({ from, until }) => from <= mine.from && mine.until <= until,
  );
  return whole ? whole.until - whole.from : 0;
}
