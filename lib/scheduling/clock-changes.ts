// Where hours meet a change of the clocks: which local times don't exist then, and which come twice.
import type { WorkingHours } from './availability';
import { localHours } from './local-hours';
import { localDateOf } from './time-in-words';
import { offsetsOf } from './zone-offsets';

export interface ClockChange {
  /** `skipped`: these local times don't exist and are not offered. `twice`: both are. */
  kind: 'skipped' | 'twice';
  /** Local: `2027-03-28`. */
  date: string;
  /** Minutes after that day's midnight, half-open: what of the change lies within the hours. */
  from: number;
  until: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The changes of the clocks within the hours, from now on for `days` days. */
export function clockChanges(hours: WorkingHours, now: Date, days = 366): ClockChange[] {
  const start = now.getTime();
  const offsets = offsetsOf(hours.zone, start, start + days * DAY);
  const hoursOf = localHours(hours.rules, hours.exceptions, []);
  return offsets.slice(1).flatMap((after, at) => {
    const before = offsets[at];
    if (!before || before.offset === after.offset || after.startsAt < start) return [];
    // The wall clock goes from one of these local times to the other.
    const [shown, turned] = [after.startsAt + before.offset, after.startsAt + after.offset];
    const [first, last] = [Math.min(shown, turned), Math.max(shown, turned)];
    const day = Math.floor(first / DAY);
    const kind = turned > shown ? ('skipped' as const) : ('twice' as const);
    return hoursOf(day).open.flatMap(({ from, until }) => {
      const within = {
        from: Math.max(from, (first - day * DAY) / MINUTE),
        until: Math.min(until, (last - day * DAY) / MINUTE),
      };
      const date = localDateOf(new Date(day * DAY), 'UTC');
      return within.from < within.until ? [{ kind, date, ...within }] : [];
    });
  });
}
