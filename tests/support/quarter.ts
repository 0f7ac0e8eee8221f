// What is counted by the quarter of an hour is tried within one: where another begins meanwhile, the count begins anew.
import { setTimeout as pause } from 'node:timers/promises';
import { shiftClock } from '@/lib/env/clock';

export const QUARTER = 15 * 60_000;

/** Milliseconds until the next one begins, by the machine's clock. */
const left = () => QUARTER - (Date.now() % QUARTER);

/** Sets this process's clock to the beginning of the next one: how far it is moved. */
export function atAQuarter(): number {
  const ahead = left();
  shiftClock(ahead);
  return ahead;
}

/** For a site, whose clock is the machine's: where this one ends within `seconds`, waits for the next. */
export async function withinAQuarter(seconds: number) {
  if (left() < seconds * 1000) await pause(left() + 100);
}
