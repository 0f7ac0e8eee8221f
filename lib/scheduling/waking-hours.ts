// The hours in which people are awake, on the clock of where they are: no phone lights up outside them but for a code they asked for.
import { Temporal } from 'temporal-polyfill';
import { afterStaffedHours, isStaffed } from '@/lib/clinic/staffed-hours';
import { WEEKDAYS } from './waitlist-wishes';

/** The same for every clinic: nobody's night is a setting. */
const AWAKE = WEEKDAYS.map((weekday) => ({ weekday, from: '08:00', until: '21:00' }));
/** A decent hour on the evening before. */
const EVENING = '20:00';

const awakeIn = (zone: string) => ({ zone, hours: AWAKE, holidays: [] });

/** When so many waking hours have passed on the clock of `zone`; for 0 the next instant at which they are awake. */
export const afterWakingHours = (zone: string, from: Date, hours: number): Date =>
  afterStaffedHours(awakeIn(zone), from, hours);

export const isAwake = (zone: string, at: Date): boolean => isStaffed(awakeIn(zone), at);

/** `at`, or, where that is in the night, the evening before it. */
export function eveningUnlessAwake(zone: string, at: Date): Date {
  if (isAwake(zone, at)) return at;
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const evening = local.withPlainTime(EVENING);
  const before = Temporal.ZonedDateTime.compare(evening, local) > 0 ? evening.subtract({ days: 1 }) : evening;
  return new Date(before.epochMilliseconds);
}
