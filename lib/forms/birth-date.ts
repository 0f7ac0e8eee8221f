// A date of birth: three fields that make a real day, and an age counted on the clinic's own calendar.
import { Temporal } from 'temporal-polyfill';

export type DateFault =
  | 'date-missing'
  | 'date-incomplete'
  | 'date-not-real'
  | 'date-in-future'
  | 'date-too-long-ago';

/** Three fields as `1990-04-03`. A month may be a number or its English name; a year has four digits. */
export function dateFrom(given: {
  day: string;
  month: string;
  year: string;
}): { date: string } | { fault: DateFault } {
  const [day, month, year] = [given.day, given.month, given.year].map((part) => part.trim());
  if (!day && !month && !year) return { fault: 'date-missing' };
  if (!day || !month || !year) return { fault: 'date-incomplete' };
  const monthNumber = numberOfMonth(month);
  if (!/^\d{1,2}$/.test(day) || monthNumber === null || !/^\d{4}$/.test(year))
    return { fault: 'date-not-real' };
  try {
    const date = Temporal.PlainDate.from(
      { day: Number(day), month: monthNumber, year: Number(year) },
      { overflow: 'reject' },
    );
    return { date: date.toString() };
  } catch {
    return { fault: 'date-not-real' };
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function numberOfMonth(month: string): number | null {
  if (/^\d{1,2}$/.test(month)) return Number(month);
  const named = MONTHS.indexOf(month.toLowerCase().slice(0, 3));
  return /^[a-z]{3,9}$/i.test(month) && named >= 0 ? named + 1 : null;
}

/** The day it is at `at` where the clinic is: `2026-11-24`. */
export const calendarDate = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Whether a birth on `date` can be true on `today`: not after it, and not more than 120 years before. */
export function birthFault(date: string, today: string): DateFault | null {
  const age = ageOn(date, today);
  if (age < 0 || date > today) return 'date-in-future';
  return age > 120 ? 'date-too-long-ago' : null;
}

/** Full years on `today`. Someone born on 29 February turns a year older on 1 March when there is no such day. */
export function ageOn(birth: string, today: string): number {
  const [birthYear = 0, ...birthDay] = birth.split('-').map(Number);
  const [year = 0, ...day] = today.split('-').map(Number);
  const [month = 0, dayOfMonth = 0] = birthDay;
  const [monthNow = 0, dayNow = 0] = day;
  const hadBirthday = monthNow > month || (monthNow === month && dayNow >= dayOfMonth);
  return year - birthYear - (hadBirthday ? 0 : 1);
}

/** The age from which the clinic sees people. */
export const ADULT = 18;
