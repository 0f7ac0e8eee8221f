// Which times a clinician offers: their hours, what is already taken and the rules on notice, as UTC instants. Nothing is read or written here.
import type { DayException, Stretch, WeeklyHours } from './local-hours';
import { joined, localHours } from './local-hours';
import type { Offset } from './zone-offsets';
import { offsetsOf } from './zone-offsets';

/** How a clinician works. Hours are local to `zone` and stay so across a change of the clocks. */
export interface WorkingHours {
  zone: string;
  sessionMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** The least time between booking and the start. */
  noticeHours: number;
  /** The last day that can be booked is this many local days from today. */
  horizonDays: number;
  /** Appointments on one local day, at most. */
  dailyMaximum: number;
  rules: WeeklyHours[];
  exceptions: DayException[];
}

/** Time that is taken, buffers included; half-open. */
export interface Busy {
  startsAt: Date;
  endsAt: Date;
  kind: 'appointment' | 'blocked';
}

export interface Slot {
  startsAt: Date;
  endsAt: Date;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Parts of a local day as instants. Hours that span a change of the clocks are one stretch when no time lies between. */
export function asInstants({ from, until }: Stretch, midnight: number, offsets: Offset[]): Stretch[] {
  const parts = offsets.map(({ startsAt, endsAt, offset }) => ({
    from: Math.max(midnight + from * MINUTE - offset, startsAt),
    until: Math.min(midnight + until * MINUTE - offset, endsAt),
  }));
  return joined(parts);
}

/** The instants at which a local time occurs: none in a gap, two in an overlap. */
const occurrences = (local: number, offsets: Offset[]): number[] =>
  offsets
    .filter(({ startsAt, endsAt, offset }) => startsAt <= local - offset && local - offset < endsAt)
    .map(({ offset }) => local - offset);

const localDay = (at: number, offsets: Offset[]): number | undefined => {
  const part = offsets.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  return part && Math.floor((at + part.offset) / DAY);
};

/** Appointments a local day. The middle of the time taken lies within the session, whatever the buffers. */
function appointmentsADay(busy: Busy[], offsets: Offset[]): Map<number, number> {
  const count = new Map<number, number>();
  for (const { startsAt, endsAt, kind } of busy) {
    if (kind !== 'appointment') continue;
    const day = localDay((startsAt.getTime() + endsAt.getTime()) / 2, offsets);
    if (day !== undefined) count.set(day, (count.get(day) ?? 0) + 1);
  }
  return count;
}

/** Whether `[from, until)` meets none of the stretches, which are in order and apart. */
function isFree(from: number, until: number, taken: Stretch[]): boolean {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] as Stretch).until <= from) low = middle + 1;
    else high = middle;
  }
  const next = taken[low];
  return next === undefined || next.from >= until;
}

/** Every start on one local day that fits within the hours and outside time off. */
function startsOn(
  day: number,
  hours: WorkingHours,
  open: Stretch[],
  off: Stretch[],
  offsets: Offset[],
): number[] {
  const session = hours.sessionMinutes * MINUTE;
  // One session and its buffers after another, from the beginning of each stretch of hours.
  const step = hours.sessionMinutes + hours.bufferBeforeMinutes + hours.bufferAfterMinutes;
  const midnight = day * DAY;
  const closed = joined(off.flatMap((stretch) => asInstants(stretch, midnight, offsets)));
  const starts: number[] = [];
  for (const stretch of open) {
    const within = asInstants(stretch, midnight, offsets);
    for (let minute = stretch.from; minute < stretch.until; minute += step) {
      for (const at of occurrences(midnight + minute * MINUTE, offsets)) {
        const end = at + session;
        if (within.some(({ from, until }) => from <= at && end <= until) && isFree(at, end, closed))
          starts.push(at);
      }
    }
  }
  return starts.sort((a, b) => a - b);
}

/**
 * The slots a clinician offers, in order, from `now` to the horizon, or to where `from` and `until` narrow it
 * (starts, half-open). `holidays` are local dates. `busy` must hold all that meets the window, and may be in any order.
 */
export function availableSlots(asked: {
  hours: WorkingHours;
  holidays: string[];
  busy: Busy[];
  now: Date;
  from?: Date;
  until?: Date;
}): Slot[] {
  const { hours, busy } = asked;
  if (hours.sessionMinutes <= 0) return [];
  const now = asked.now.getTime();
  const offsets = offsetsOf(hours.zone, now - 2 * DAY, now + (hours.horizonDays + 3) * DAY);
  const today = localDay(now, offsets) as number;
  const earliest = Math.max(now + hours.noticeHours * 60 * MINUTE, asked.from?.getTime() ?? 0);
  const latest = asked.until?.getTime() ?? Number.POSITIVE_INFINITY;
  const firstDay = localDay(earliest, offsets) ?? today + hours.horizonDays + 1;
  const lastDay = Math.min(today + hours.horizonDays, localDay(latest, offsets) ?? Number.POSITIVE_INFINITY);

  const hoursOf = localHours(hours.rules, hours.exceptions, asked.holidays);
  const taken = joined(busy.map((b) => ({ from: b.startsAt.getTime(), until: b.endsAt.getTime() })));
  const count = appointmentsADay(busy, offsets);
  const before = hours.bufferBeforeMinutes * MINUTE;
  const session = hours.sessionMinutes * MINUTE;
  const after = hours.bufferAfterMinutes * MINUTE;

  const slots: Slot[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if ((count.get(day) ?? 0) >= hours.dailyMaximum) continue;
    const { open, off } = hoursOf(day);
    if (open.length === 0) continue;
    const thatDay = offsets.filter(
      (o) => o.startsAt + o.offset < (day + 1) * DAY && o.endsAt + o.offset > day * DAY,
    );
    for (const at of startsOn(day, hours, open, off, thatDay)) {
      if (at < earliest || at >= latest || !isFree(at - before, at + session + after, taken)) continue;
      slots.push({ startsAt: new Date(at), endsAt: new Date(at + session) });
    }
  }
  return slots;
}
