// Dates of a calendar, `2026-11-24`, and the instants at which they begin in a zone.
import { Temporal } from 'temporal-polyfill';

/** Null for what is no date, or one no clinic's diary reaches. */
export function dateIn(written: string | undefined): string | null {
  if (!written || !/^20\d\d-\d\d-\d\d$/.test(written)) return null;
  const at = new Date(`${written}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : null;
}

export const daysAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The Monday of its week. */
export const mondayOf = (date: string): string =>
  daysAfter(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** The instant at which the date begins there, which is midnight nearly everywhere. */
export const beginningOf = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
