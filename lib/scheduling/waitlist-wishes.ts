// Which times somebody waits for: days of the week, parts of the day, whom they would see and for how long. Nothing is read or written here.
import { Temporal } from 'temporal-polyfill';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const PARTS_OF_DAY = ['morning', 'afternoon', 'evening'] as const;
export const WEEKS_TO_WAIT = [2, 4, 12] as const;

export type PartOfDay = (typeof PARTS_OF_DAY)[number];

/** On the clock of whoever waits: the morning ends at noon, the evening begins at five. */
const AFTERNOON_FROM = 12;
const EVENING_FROM = 17;

export interface WaitlistWishes {
  /** 1 = Monday. */
  weekdays: number[];
  partsOfDay: PartOfDay[];
  /** A clinician's reference; null for whoever is free first. */
  with: string | null;
  /** The IANA zone in which the days and parts of the day are meant. */
  zone: string;
  weeks: number;
}

export const partOfDayOf = (hour: number): PartOfDay =>
  hour < AFTERNOON_FROM ? 'morning' : hour < EVENING_FROM ? 'afternoon' : 'evening';

/** Whether a time is one of those waited for. Whose time it is isn't asked here. */
export function suits(
  wishes: Pick<WaitlistWishes, 'weekdays' | 'partsOfDay' | 'zone'>,
  startsAt: Date,
): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(wishes.zone);
  return wishes.weekdays.includes(local.dayOfWeek) && wishes.partsOfDay.includes(partOfDayOf(local.hour));
}

/** Whether it is whom they wait for; null is whoever is free first. */
export const isWhom = (wishes: { clinicianId: string | null }, clinician: { id: string }): boolean =>
  wishes.clinicianId === null || wishes.clinicianId === clinician.id;

type Posted = { one: (name: string) => string; all: (name: string) => string[] };

export type WishError = { field: 'days' | 'parts' | 'weeks'; reason: 'none-chosen' };

/** What the form says. What was never among its choices is left out; nothing chosen is refused, by its field. */
export function readWishes(
  posted: Posted,
): { ok: true; input: WaitlistWishes } | { ok: false; errors: WishError[] } {
  const weekdays = WEEKDAYS.filter((day) => posted.all('days').includes(String(day)));
  const partsOfDay = PARTS_OF_DAY.filter((part) => posted.all('parts').includes(part));
  const weeks = WEEKS_TO_WAIT.find((each) => String(each) === posted.one('weeks'));
  const missing = { days: weekdays.length === 0, parts: partsOfDay.length === 0, weeks: weeks === undefined };
  const errors = (['days', 'parts', 'weeks'] as const)
    .filter((field) => missing[field])
    .map((field): WishError => ({ field, reason: 'none-chosen' }));
  if (errors.length > 0 || weeks === undefined) return { ok: false, errors };
  return {
    ok: true,
    input: { weekdays, partsOfDay, with: posted.one('with') || null, zone: posted.one('zone'), weeks },
  };
}
