// Stretches of a day in words: "09:00–12:30, 13:30–17:00". None of them is broken in two.
import { clockTime } from '@/components/clock';

/** Milliseconds, in order. The end of the day is 24:00, not the next day's beginning. */
export function Stretches({ of, zone }: { of: readonly { from: number; until: number }[]; zone: string }) {
  return of.map(({ from, until }, index) => (
    <span key={from}>
      <span className="whitespace-nowrap">
        {time(from, zone)}–{time(until, zone, true)}
        {index < of.length - 1 && ','}
      </span>{' '}
    </span>
  ));
}

function time(at: number, zone: string, end = false): string {
  const words = clockTime(new Date(at), zone);
  return end && words === '00:00' ? '24:00' : words;
}
