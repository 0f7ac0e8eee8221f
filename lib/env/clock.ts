// The one clock: every rule asks it what time it is, so that a test can move time without touching the machine's.

let offset = 0;

export const clock = {
  /** The present instant (UTC, milliseconds). */
  now: (): Date => new Date(Date.now() + offset),
};

/** Moves the clock by `milliseconds` from the machine's time; 0 puts it right. For tests, and for the demo’s made-up past. */
export function shiftClock(milliseconds: number) {
  offset = milliseconds;
}
