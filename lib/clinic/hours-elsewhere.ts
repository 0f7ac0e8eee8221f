// The hours in which somebody is there, on the clock of whoever reads them.
import { Temporal } from 'temporal-polyfill';
import type { Clinic } from './clinic';

type Hours = Pick<Clinic, 'hours' | 'zone'>;

/** The same hours as they fall in `zone` in the week of `now`: summer time differs from place to place. */
export function hoursElsewhere({ hours, zone: home }: Hours, zone: string, now: Date): Hours {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(home).toPlainDate();
  return {
    zone,
    hours: hours.map(({ weekday, from, until }) => {
      const day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
      const there = (time: string) =>
        day.toZonedDateTime({ timeZone: home, plainTime: time }).withTimeZone(zone);
      const clockOf = (at: Temporal.ZonedDateTime) =>
        at.toPlainTime().toString({ smallestUnit: 'minute' }).slice(0, 5);
      const opens = there(from);
      return { weekday: opens.dayOfWeek, from: clockOf(opens), until: clockOf(there(until)) };
    }),
  };
}
