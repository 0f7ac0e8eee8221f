// By when a client who pays for themselves must have a Good Faith Estimate, counted in the clinic's working days.
import { Temporal } from 'temporal-polyfill';

export interface WorkingDays {
  zone: string;
  hours: { weekday: number }[];
  holidays: string[];
}

/**
 * The end of the last day on which the estimate may be given; null when none is owed.
 * 45 CFR 149.610(b)(1)(vi)(A), (B): booked at least 3 business days ahead, within 1; at least 10 ahead, within 3.
 */
export function estimateDueAt(clinic: WorkingDays, bookedAt: Date, startsAt: Date): Date | null {
  const booked = dateOf(clinic, bookedAt);
  const starts = dateOf(clinic, startsAt);
  let ahead = 0;
  for (let day = booked; ahead < 10 && Temporal.PlainDate.compare(day, starts) < 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(clinic, day)) ahead++;
  }
  if (ahead < 3) return null;
  return endOfWorkingDay(clinic, booked, ahead >= 10 ? 3 : 1);
}

/** The same for one a client asks for: the end of the third working day after (45 CFR 149.610(b)(1)(vi)(C)). */
export const estimateDueOnRequest = (clinic: WorkingDays, askedAt: Date): Date =>
  endOfWorkingDay(clinic, dateOf(clinic, askedAt), 3);

const dateOf = ({ zone }: WorkingDays, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();

const isWorking = ({ hours, holidays }: WorkingDays, day: Temporal.PlainDate) =>
  hours.some(({ weekday }) => weekday === day.dayOfWeek) && !holidays.includes(day.toString());

/** The midnight that ends the `count`th working day after `from`. */
function endOfWorkingDay(clinic: WorkingDays, from: Temporal.PlainDate, count: number): Date {
  if (clinic.hours.length === 0) throw new Error('The clinic has no working days: set its hours.');
  let day = from;
  for (let left = count; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(clinic, day)) left--;
  }
  return new Date(day.add({ days: 1 }).toZonedDateTime(clinic.zone).epochMilliseconds);
}
