// Weekly hours as rows of a form: the days that share their times stand in one row.
import type { WeeklyHours } from './local-hours';

/** Rows on the page beyond those in use, and the most there can be. */
export const SPARE_ROWS = 2;
export const MOST_ROWS = 30;

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export interface HoursRow {
  weekdays: number[];
  startsLocal: string;
  endsLocal: string;
  effectiveFrom: string | null;
  effectiveUntil: string | null;
}

export const rowFields = (row: number) => ({
  days: `days-${row}`,
  starts: `starts-${row}`,
  ends: `ends-${row}`,
  from: `from-${row}`,
  until: `until-${row}`,
});

/** In the order of the week, then of the day, then of when they begin to hold. */
export function rowsOf(rules: readonly WeeklyHours[]): HoursRow[] {
  const rows = new Map<string, HoursRow>();
  for (const { weekday, startsLocal, endsLocal, effectiveFrom, effectiveUntil } of rules) {
    const [starts, ends] = [startsLocal.slice(0, 5), endsLocal.slice(0, 5)];
    const key = [starts, ends, effectiveFrom, effectiveUntil].join(' ');
    const row = rows.get(key) ?? {
      ...{ weekdays: [], startsLocal: starts, endsLocal: ends, effectiveFrom, effectiveUntil },
    };
    row.weekdays = [...row.weekdays, weekday].sort();
    rows.set(key, row);
  }
  const place = (row: HoursRow) => `${row.weekdays[0]} ${row.startsLocal} ${row.effectiveFrom ?? ''}`;
  return [...rows.values()].sort((a, b) => place(a).localeCompare(place(b)));
}
