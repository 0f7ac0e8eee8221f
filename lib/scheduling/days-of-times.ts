// Free times laid out as days in the client's own zone, a few days a page.
import type { OpenSlot } from './open-slots';
import { localDateOf } from './time-in-words';

export interface DayOfTimes {
  /** Local to the zone shown: `2026-11-24`. */
  date: string;
  slots: OpenSlot[];
}

export interface PageOfDays {
  days: DayOfTimes[];
  /** The date an earlier or a later page begins with; null when there is none. */
  earlier: string | null;
  later: string | null;
}

/** Days that have times, `count` of them from the local date `from` on (null: from the first). Slots are in order. */
export function daysOfTimes(slots: OpenSlot[], zone: string, from: string | null, count: number): PageOfDays {
  const days: DayOfTimes[] = [];
  for (const slot of slots) {
    const date = localDateOf(slot.startsAt, zone);
    const last = days.at(-1);
    if (last?.date === date) last.slots.push(slot);
    else days.push({ date, slots: [slot] });
  }
  const wanted = from === null ? 0 : days.findIndex(({ date }) => date >= from);
  // Past the last day: show the last page rather than an empty one.
  const begin = wanted === -1 ? Math.max(0, days.length - count) : wanted;
  return {
    days: days.slice(begin, begin + count),
    earlier: begin > 0 ? (days[Math.max(0, begin - count)]?.date ?? null) : null,
    later: days[begin + count]?.date ?? null,
  };
}
