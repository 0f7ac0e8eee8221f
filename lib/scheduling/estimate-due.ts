// By when a client who pays for themselves must have a Good Faith Estimate, counted in the clinic's working days.
import { Temporal } from 'temporal-polyfill';

interface WorkingDays {
  zone: string;
  hours: { weekday: number }[];
  holidays: string[];
}

/**
 * The end of the last day on which the estimate may be given; null when none is owed.
 * 45 CFR 149.610(b)(1)(vi): booked at least 10 business days ahead, within 3; at least 3 ahead, within 1.
 */
export function estimateDueAt(clinic: WorkingDays, bookedAt: Date, startsAt: Date): Date | null {
  const dateOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(clinic.zone).toPlainDate();
  const isWorking = (day: Temporal.PlainDate) =>
    clinic.hours.some(({ weekday }) => weekday === day.dayOfWeek) &&
    !clinic.holidays.includes(day.toString());
  const booked = dateOf(bookedAt);
  const starts = dateOf(startsAt);

  let ahead = 0;
  for (let day = booked; ahead < 10 && Temporal.PlainDate.compare(day, starts) < 0; ) {
    day = day.add({ days: 1 });
    if (isWorking(day)) ahead++;
  }
  if (ahead < 3) return null;
  let left = ahead >= 10 ? 3 : 1;
  let due = booked;
  while (left > 0) {
    due = due.add({ days: 1 });
    if (isWorking(due)) left--;
  }
  return new Date(due.add({ days: 1 }).toZonedDateTime(clinic.zone).epochMilliseconds);
}
