// The hours a clinician keeps on one day of somebody else's calendar, and what of them is off, as instants.
import { asInstants, type WorkingHours } from './availability';
import { daysAfter } from './calendar-dates';
import { dayNumber, joined, localHours, type Stretch } from './local-hours';
import { localDateOf } from './time-in-words';
import { offsetsOf } from './zone-offsets';

const DAY = 86_400_000;

/** `hours` within `from` and `until` (milliseconds, in order), time off still among them; `off` is that time. */
export type HoursOn = { hours: Stretch[]; off: Stretch[] };

/** Their own local days that meet the window are laid over it: a day there may hold parts of two of theirs. */
export function hoursOn(hours: WorkingHours, holidays: string[], from: Date, until: Date): HoursOn {
  const offsets = offsetsOf(hours.zone, from.getTime() - 2 * DAY, until.getTime() + 2 * DAY);
  const localDay = localHours(hours.rules, hours.exceptions, holidays);
  const last = localDateOf(new Date(until.getTime() - 1), hours.zone);
  const found: HoursOn = { hours: [], off: [] };
  for (let date = localDateOf(from, hours.zone); date <= last; date = daysAfter(date, 1)) {
    const day = dayNumber(date);
    const { open, off } = localDay(day);
    const within = (stretches: Stretch[]) =>
      stretches.flatMap((stretch) => asInstants(stretch, day * DAY, offsets)).map(clippedTo(from, until));
    found.hours.push(...within(open));
    found.off.push(...open.flatMap((kept) => within(off.map((away) => meeting(kept, away)))));
  }
  return { hours: joined(found.hours), off: joined(found.off) };
}

const meeting = (one: Stretch, other: Stretch): Stretch => ({
  from: Math.max(one.from, other.from),
  until: Math.min(one.until, other.until),
});

const clippedTo = (from: Date, until: Date) => (stretch: Stretch) =>
  meeting(stretch, { from: from.getTime(), until: until.getTime() });
