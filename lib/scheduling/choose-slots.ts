// Which free times to show of all there are: the first available, or the nearest to one that was lost.
import type { Slot } from './availability';

interface OfSomebody extends Slot {
  clinician: { id: string };
}

/** Each instant once, given to whoever has the most free time, so that nobody's diary fills first. In order. */
export function firstAvailable<T extends OfSomebody>(slots: T[]): T[] {
  const free = new Map<string, number>();
  for (const { clinician } of slots) free.set(clinician.id, (free.get(clinician.id) ?? 0) + 1);
  const best = new Map<number, T>();
  for (const slot of slots) {
    const at = slot.startsAt.getTime();
    const other = best.get(at);
    if (!other || (free.get(slot.clinician.id) ?? 0) > (free.get(other.clinician.id) ?? 0))
      best.set(at, slot);
  }
  return [...best.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The `count` slots that begin nearest to an instant, in order. */
export function nearestFree<T extends Slot>(slots: T[], to: Date, count: number): T[] {
  const away = ({ startsAt }: Slot) => Math.abs(startsAt.getTime() - to.getTime());
  return [...slots]
    .sort((a, b) => away(a) - away(b) || a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, count)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
