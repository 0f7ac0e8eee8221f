// The hours a clinician keeps on one local day, as minutes after that day's midnight.

/** Weekly hours. `weekday` 1 is Monday. Times are `09:00` or `09:00:00`, to `24:00`; dates are `2026-11-24`, both included. */
export interface WeeklyHours {
  weekday: number;
  startsLocal: string;
  endsLocal: string;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
}

/** Extra hours or time off on one local day; without times it is the whole day. */
export interface DayException {
  onDate: string;
  kind: 'extra' | 'off';
  startsLocal: string | null;
  endsLocal: string | null;
}

/** Minutes after local midnight, half-open. */
export interface Stretch {
  from: number;
  until: number;
}

export interface LocalDay {
  /** Hours kept, apart and in order: two that touch or overlap are one. */
  open: Stretch[];
  /** Time off within them. */
  off: Stretch[];
}

export const DAY_MINUTES = 24 * 60;
const DAY = DAY_MINUTES * 60_000;

/** Days since 1 January 1970 of `2026-11-24`. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY;

/** Minutes after midnight of `09:30` or `09:30:00`. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

const stretch = (from: string | null, until: string | null): Stretch => ({
  from: from === null ? 0 : minutesOf(from),
  until: until === null ? DAY_MINUTES : minutesOf(until),
});

/** Ranges put in order, with those that touch or overlap made one; empty ones are dropped. */
export function joined(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { from, until } of stretches.filter((s) => s.from < s.until).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else result.push({ from, until });
  }
  return result;
}

/** Gives the hours of any local day (by its number), reading each rule once. A clinic holiday closes the day, extra hours or not. */
export function localHours(rules: WeeklyHours[], exceptions: DayException[], holidays: string[]) {
  const weekly = rules.map((rule) => ({
    weekday: rule.weekday,
    from: rule.effectiveFrom === null ? Number.NEGATIVE_INFINITY : dayNumber(rule.effectiveFrom),
    until: rule.effectiveUntil === null ? Number.POSITIVE_INFINITY : dayNumber(rule.effectiveUntil),
    hours: stretch(rule.startsLocal, rule.endsLocal),
  }));
  const special = exceptions.map((e) => ({
    day: dayNumber(e.onDate),
    kind: e.kind,
    hours: stretch(e.startsLocal, e.endsLocal),
  }));
  const closed = new Set(holidays.map(dayNumber));

  return (day: number): LocalDay => {
    if (closed.has(day)) return { open: [], off: [] };
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1; // day 0 was a Thursday
    const kept = weekly.filter((rule) => rule.weekday === weekday && rule.from <= day && day <= rule.until);
    const today = special.filter((exception) => exception.day === day);
    const extra = today.filter(({ kind }) => kind === 'extra');
    return {
      open: joined([...kept, ...extra].map(({ hours }) => hours)),
      off: joined(today.filter(({ kind }) => kind === 'off').map(({ hours }) => hours)),
    };
  };
}
