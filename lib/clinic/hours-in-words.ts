// When somebody is there, as a person would say it: days that are alike are said together.
import type { Clinic } from './clinic';

/** 1 = Monday. A Monday is the anchor; only the name of the day is used. */
export const dayName = (weekday: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

function timeOfDay(time: string, locale: string) {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = Date.UTC(2024, 0, 1, hour, minute);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    hour: 'numeric',
    minute: '2-digit',
    // Not `hour12`: British English would then call noon "0:00 pm".
    hourCycle: 'h12',
    timeZone: 'UTC',
  }).format(at);
}

export type HoursLine = { from: string; to: string | null; opens: string; closes: string };

/** One line a run of days with the same hours, in the order of the week; `to` is null for a single day. */
export function hoursInWords(hours: Clinic['hours'], locale: string): HoursLine[] {
  const inOrder = [...hours].sort((a, b) => a.from.localeCompare(b.from) || a.weekday - b.weekday);
  const runs: { first: number; last: number; from: string; until: string }[] = [];
  for (const { weekday, from, until } of inOrder) {
    const run = runs.find((one) => one.last === weekday - 1 && one.from === from && one.until === until);
    if (run) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, from, until });
  }
  return runs
    .sort((a, b) => a.first - b.first)
    .map(({ first, last, from, until }) => ({
      from: dayName(first, locale),
      to: last > first ? dayName(last, locale) : null,
      opens: timeOfDay(from, locale),
      closes: timeOfDay(until, locale),
    }));
}
