// An instant said in words for one zone, so that nobody has to guess whose clock is meant.
import { offsetAt } from './zone-offsets';

// Made once each: a page of times would otherwise spend longest on this.
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let one = made.get(key);
  if (!one) {
    one = new Intl.DateTimeFormat(locale, options);
    made.set(key, one);
  }
  return one;
}

/** "Tuesday 24 November" (with `year`, "Tuesday 24 November 2026"). */
export function dayInWords(at: Date, zone: string, locale: string, year = false): string {
  const parts = formatter(regional(locale), {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year ? { year: 'numeric' } : {}),
  });
  return parts.format(at).replace(',', '');
}

/** A calendar date, `1988-05-17`, as "17 May 1988". */
export const dateInWords = (date: string, locale: string): string =>
  formatter(regional(locale), { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${date}T12:00Z`));

/** "10:00 am"; in English "12 noon" and "12 midnight", since few are sure which 12 is which. */
export function timeInWords(at: Date, zone: string, locale: string): string {
  const options = { timeZone: zone, hour: 'numeric', minute: '2-digit', hourCycle: 'h12' } as const;
  const time = formatter(regional(locale), options).format(at);
  if (locale !== 'en') return time;
  return time === '12:00 pm' ? '12 noon' : time === '12:00 am' ? '12 midnight' : time;
}

/** The name the zone goes by at that instant: "British Summer Time". In an overlap it tells the two apart. */
export function zoneInWords(at: Date, zone: string, locale: string): string {
  const parts = formatter(regional(locale), { timeZone: zone, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The place a zone is named after: "New York". */
export const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** "Tuesday 24 November 2026, 10:00 am (Greenwich Mean Time, London)". */
export const instantInWords = (at: Date, zone: string, locale: string): string =>
  `${dayInWords(at, zone, locale, true)}, ${timeInWords(at, zone, locale)} (${zoneInWords(at, zone, locale)}, ${placeOf(zone)})`;

/** "Tuesday 24 November, 10:00 am": where the zone was said just before. */
export const dayAndTimeInWords = (at: Date, zone: string, locale: string): string =>
  `${dayInWords(at, zone, locale)}, ${timeInWords(at, zone, locale)}`;

/** The local time agreed, as stored with an appointment: `2026-11-24T10:00`. */
export const localTimeOf = (at: Date, zone: string): string =>
  new Date(at.getTime() + offsetAt(at.getTime(), zone)).toISOString().slice(0, 16);

/** The local date of an instant: `2026-11-24`. */
export const localDateOf = (at: Date, zone: string): string => localTimeOf(at, zone).slice(0, 10);

// Plain English puts the day before the month and needs no comma; other languages decide for themselves.
const regional = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);
