// Whether a booked time still lies within the hours a clinician keeps. Only its beginning and end count: where other sessions would begin doesn't matter.
import { asInstants, localDay, type WorkingHours } from './availability';
import { dayNumber, localHours, type Stretch } from './local-hours';
import { offsetsOf } from './zone-offsets';

const DAY = 86_400_000;

export type WhyOutside = 'holiday' | 'outside-hours' | 'time-off';

/** Why a time is outside; null when it is within. */
export function whyOutside(
  hours: WorkingHours,
  holidays: string[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): WhyOutside | null {
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  const offsets = offsetsOf(hours.zone, start - 2 * DAY, end + 2 * DAY);
  const day = localDay(start, offsets) as number;
  if (holidays.some((holiday) => dayNumber(holiday) === day)) return 'holiday';
  const { open, off } = localHours(hours.rules, hours.exceptions, [])(day);
  const instants = (stretches: Stretch[]) =>
    stretches.flatMap((stretch) => asInstants(stretch, day * DAY, offsets));
  if (!instants(open).some(({ from, until }) => from <= start && end <= until)) return 'outside-hours';
  return instants(off).some(({ from, until }) => from < end && start < until) ? 'time-off' : null;
}
