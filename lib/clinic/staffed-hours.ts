// When somebody is there: adds staffed hours to an instant, so that "within one hour" means an hour in which a person can act.
import { Temporal } from 'temporal-polyfill';
import type { Clinic } from './clinic';

type StaffedHours = Pick<Clinic, 'zone' | 'hours' | 'holidays'>;

/**
 * The instant at which `hours` staffed hours have passed since `from`. A clinic that set no hours, or is closed for a
 * year, gets hours by the clock: what is due must not be lost for want of a setting.
 */
export function afterStaffedHours(clinic: StaffedHours, from: Date, hours: number): Date {
  let minutesLeft = hours * 60;
  let day = Temporal.Instant.fromEpochMilliseconds(from.getTime())
    .toZonedDateTimeISO(clinic.zone)
    .toPlainDate();
  for (let days = 0; days < 366; days += 1, day = day.add({ days: 1 })) {
    for (const span of staffedSpans(clinic, day)) {
      const start = Math.max(span.from, from.getTime());
      const minutes = (span.until - start) / 60_000;
      if (minutes <= 0) continue;
      if (minutes >= minutesLeft) return new Date(start + minutesLeft * 60_000);
      minutesLeft -= minutes;
    }
  }
  return new Date(from.getTime() + hours * 60 * 60_000);
}

/** Whether somebody is there at `at`. */
export function isStaffed(clinic: StaffedHours, at: Date): boolean {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(clinic.zone)
    .toPlainDate();
  return staffedSpans(clinic, day).some(({ from, until }) => from <= at.getTime() && at.getTime() < until);
}

/** The staffed spans of a local day, in epoch milliseconds, earliest first. */
export function staffedSpans(clinic: StaffedHours, day: Temporal.PlainDate) {
  if (clinic.holidays.includes(day.toString())) return [];
  const at = (time: string) =>
    day.toZonedDateTime({ timeZone: clinic.zone, plainTime: time }).epochMilliseconds;
  return clinic.hours
    .filter(({ weekday }) => weekday === day.dayOfWeek)
    .map(({ from, until }) => ({ from: at(from), until: at(until) }))
    .sort((a, b) => a.from - b.from);
}
