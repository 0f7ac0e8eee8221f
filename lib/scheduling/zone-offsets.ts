// How far a zone stands from UTC over a stretch of time, found once a zone and year and then only added and subtracted.
import { Temporal } from 'temporal-polyfill';

/** From `startsAt` until `endsAt` (milliseconds, half-open) local time is UTC plus `offset` milliseconds. */
export interface Offset {
  startsAt: number;
  endsAt: number;
  offset: number;
}

// Zones come from a closed list and years from a booking horizon, so this stays small.
const years = new Map<string, Offset[]>();

function offsetsInYear(zone: string, year: number): Offset[] {
  const key = `${zone} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const end = Date.UTC(year + 1, 0, 1);
  const found: Offset[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(year, 0, 1)).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < end) {
    const next = at.getTimeZoneTransition('next');
    const endsAt = next ? Math.min(next.epochMilliseconds, end) : end;
    found.push({ startsAt: at.epochMilliseconds, endsAt, offset: at.offsetNanoseconds / 1e6 });
    if (!next) break;
    at = next;
  }
  years.set(key, found);
  return found;
}

/** The offsets of an IANA zone between two instants (milliseconds), in order and without a hole. Throws RangeError for an unknown zone. */
export function offsetsOf(zone: string, from: number, until: number): Offset[] {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(until).getUTCFullYear();
  const all: Offset[] = [];
  for (let year = first; year <= last; year++) {
    for (const part of offsetsInYear(zone, year))
      if (part.endsAt > from && part.startsAt <= until) all.push(part);
  }
  return all;
}

/** How many milliseconds local time is ahead of UTC at an instant (milliseconds). */
export function offsetAt(at: number, zone: string): number {
  const parts = offsetsInYear(zone, new Date(at).getUTCFullYear());
  return (parts.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt) as Offset).offset;
}

// Only what was found to be one, and there are some hundreds.
const zones = new Set<string>();

/** Whether this is a zone we can reckon in, such as `Europe/London`. A bare offset or an abbreviation isn't. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    zones.add(name);
    return true;
  } catch {
    return false;
  }
}
