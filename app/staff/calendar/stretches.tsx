// Stretches of a day in words: "09:00–12:30, 13:30–17:00".
import { clockTime } from '@/components/clock';

/** Milliseconds, in order. The end of the day is 24:00, not the next day's beginning. */
export const inWords = (stretches: readonly { from: number; until: number }[], zone: string): string =>
  stretches.map(({ from, until }) => `${time(from, zone)}–${time(until, zone, true)}`).join(', ');

function time(at: number, zone: string, end = false): string {
  const words = clockTime(new Date(at), zone);
  return end && words === '00:00' ? '24:00' : words;
}
