// Days, dates and weekly hours said briefly, for staff who compare many of them.
import { WEEKDAYS } from './hours-rows';
import { joined, minutesOf, type WeeklyHours } from './local-hours';

const regional = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const one = made.get(key) ?? new Intl.DateTimeFormat(regional(locale), options);
  made.set(key, one);
  return one;
}

/** "Mon", or in full "Monday"; 1 = Monday. A Monday is the anchor; only the name of the day is used. */
export const weekdayInWords = (weekday: number, locale: string, length: 'short' | 'long' = 'short'): string =>
  formatter(locale, { weekday: length, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

/** "Mon 30 Nov 2026" for `2026-11-30`. */
export const briefDate = (date: string, locale: string): string =>
  formatter(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${date}T12:00Z`))
    .replace(',', '');

/** "10:00", in the zone. */
export const briefTime = (at: Date, zone: string, locale: string): string =>
  formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);

/** "01:30" for 90 minutes after midnight. */
export const timeOfMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** "Mon–Thu, Sat": three days or more that follow each other are a run. */
export function daysInWords(weekdays: readonly number[], locale: string): string {
  const runs: number[][] = [];
  for (const day of [...weekdays].sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => weekdayInWords(day ?? 1, locale);
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', ')))
    .join(', ');
}

/** The hours that count on a date, a line for the days that are alike: "Mon–Thu 09:00–12:30, 13:30–17:00". */
export function weekInWords(rules: readonly WeeklyHours[], date: string, locale: string): string[] {
  const counts = rules.filter(
    ({ effectiveFrom, effectiveUntil }) =>
      (effectiveFrom ?? '') <= date && date <= (effectiveUntil ?? '9999'),
  );
  const lines = new Map<string, number[]>();
  for (const weekday of WEEKDAYS) {
    const spans = joined(
      counts
        .filter((rule) => rule.weekday === weekday)
        .map(({ startsLocal, endsLocal }) => ({ from: minutesOf(startsLocal), until: minutesOf(endsLocal) })),
    );
    const words = spans.map(({ from, until }) => `${timeOfMinutes(from)}–${timeOfMinutes(until)}`).join(', ');
    if (words) lines.set(words, [...(lines.get(words) ?? []), weekday]);
  }
  return [...lines].map(([words, weekdays]) => `${daysInWords(weekdays, locale)} ${words}`);
}
