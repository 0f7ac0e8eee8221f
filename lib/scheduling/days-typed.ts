// Time off or extra hours as staff type them: a part of a day, a whole day, or a range of days; and how they are listed.
import { type DayException, dayNumber, minutesOf } from './local-hours';
import { dateFrom, onGrid, timeFrom } from './time-of-day';

/** The same on each day from `from` to `until`, both included; without times it is the whole day. */
export interface DaysOfException {
  kind: 'extra' | 'off';
  from: string;
  until: string;
  startsLocal: string | null;
  endsLocal: string | null;
}

export const DAYS_REASONS = [
  'kind-missing',
  'date-missing',
  'date-wrong',
  'date-past',
  'dates-backwards',
  'too-many-days',
  'both-times',
  'starts-wrong',
  'ends-wrong',
  'off-grid',
  'ends-first',
  'extra-needs-times',
  'too-short',
] as const;
export type DaysReason = (typeof DAYS_REASONS)[number];
export type DaysError = { field: string; reason: DaysReason };

/** A sabbatical fits; a slip of the finger in the year doesn't. */
const MOST_DAYS = 400;
/** No further ahead than this. */
const LATEST_DAYS = 800;

type Typed = { one: (field: string) => string };

/** `today` is the clinician's local date; `sessionMinutes` what extra hours must hold. */
export function daysFrom(
  typed: Typed,
  { today, sessionMinutes }: { today: string; sessionMinutes: number },
): { ok: true; days: DaysOfException } | { ok: false; errors: DaysError[] } {
  const errors: DaysError[] = [];
  const kind = (['off', 'extra'] as const).find((one) => one === typed.one('kind'));
  if (!kind) errors.push({ field: 'kind', reason: 'kind-missing' });
  const dates = datesFrom(typed, today, errors);
  const times = timesFrom(typed, errors);
  if (errors.length > 0 || !kind || !dates) return { ok: false, errors };
  if (kind === 'extra' && times.startsLocal === null)
    return { ok: false, errors: [{ field: 'starts', reason: 'extra-needs-times' }] };
  const days = { kind, ...dates, ...times };
  if (
    kind === 'extra' &&
    minutesOf(days.endsLocal ?? '') - minutesOf(days.startsLocal ?? '') < sessionMinutes
  )
    return { ok: false, errors: [{ field: 'ends', reason: 'too-short' }] };
  return { ok: true, days };
}

/** A first and a last day, local to the clinician; alone, the first is the last too. */
export function datesFrom(
  typed: Typed,
  today: string,
  errors: { field: string; reason: DaysReason }[],
): { from: string; until: string } | null {
  const [first, last] = [typed.one('from').trim(), typed.one('until').trim()];
  const wrong = (field: string, reason: DaysReason) => {
    errors.push({ field, reason });
    return null;
  };
  if (!first) return wrong('from', 'date-missing');
  const [from, until] = [dateFrom(first), dateFrom(last || first)];
  if (from === null || dayNumber(from) > dayNumber(today) + LATEST_DAYS) return wrong('from', 'date-wrong');
  if (until === null) return wrong('until', 'date-wrong');
  if (until < from) return wrong('until', 'dates-backwards');
  if (until < today) return wrong('from', 'date-past');
  if (dayNumber(until) - dayNumber(from) >= MOST_DAYS) return wrong('until', 'too-many-days');
  return { from, until };
}

function timesFrom(typed: Typed, errors: DaysError[]): Pick<DaysOfException, 'startsLocal' | 'endsLocal'> {
  const [starts, ends] = [typed.one('starts').trim(), typed.one('ends').trim()];
  const none = { startsLocal: null, endsLocal: null };
  if (!starts && !ends) return none;
  const wrong = (field: string, reason: DaysReason) => {
    errors.push({ field, reason });
    return none;
  };
  if (!starts || !ends) return wrong(starts ? 'ends' : 'starts', 'both-times');
  const [startsLocal, endsLocal] = [timeFrom(starts), timeFrom(ends)];
  if (startsLocal === null || startsLocal === '24:00') return wrong('starts', 'starts-wrong');
  if (endsLocal === null) return wrong('ends', 'ends-wrong');
  if (!onGrid(startsLocal)) return wrong('starts', 'off-grid');
  if (!onGrid(endsLocal)) return wrong('ends', 'off-grid');
  return endsLocal <= startsLocal ? wrong('ends', 'ends-first') : { startsLocal, endsLocal };
}

/** Every date from one to the other, both included. */
export const datesBetween = (from: string, until: string): string[] =>
  Array.from({ length: dayNumber(until) - dayNumber(from) + 1 }, (_, at) => dateOfDay(dayNumber(from) + at));

const dateOfDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** One a day, as they are stored. */
export const eachDay = ({ kind, from, until, startsLocal, endsLocal }: DaysOfException): DayException[] =>
  datesBetween(from, until).map((onDate) => ({ onDate, kind, startsLocal, endsLocal }));

const short = (time: string | null) => time?.slice(0, 5) ?? null;

/** Days that follow each other and are alike, told as one, in order; never more than can be taken out at once. */
export function inRanges(exceptions: readonly DayException[]): DaysOfException[] {
  const ranges: DaysOfException[] = [];
  const key = ({ kind, startsLocal, endsLocal }: Pick<DayException, 'kind' | 'startsLocal' | 'endsLocal'>) =>
    [kind, short(startsLocal), short(endsLocal)].join(' ');
  for (const one of [...exceptions].sort((a, b) => a.onDate.localeCompare(b.onDate))) {
    const before = ranges.find(
      (range) =>
        key(range) === key(one) &&
        dayNumber(range.until) + 1 === dayNumber(one.onDate) &&
        dayNumber(one.onDate) - dayNumber(range.from) < MOST_DAYS,
    );
    const { kind, startsLocal, endsLocal, onDate } = one;
    if (before) before.until = onDate;
    else
      ranges.push({
        ...{ kind, from: onDate, until: onDate },
        ...{ startsLocal: short(startsLocal), endsLocal: short(endsLocal) },
      });
  }
  return ranges;
}

export const sameException = (a: DayException, b: DayException): boolean =>
  a.onDate === b.onDate &&
  a.kind === b.kind &&
  short(a.startsLocal) === short(b.startsLocal) &&
  short(a.endsLocal) === short(b.endsLocal);
