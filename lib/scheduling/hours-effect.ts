// What a change of hours does: which free times appear and go, and which booked appointments it would leave outside. Facts in, answer out.
import { createHash } from 'node:crypto';
import { availableSlots, type Busy, type Slot, type WorkingHours } from './availability';
import { type WhyOutside, whyOutside } from './lies-within';

/** What a clinician keeps at one time. */
export interface Kept {
  hours: WorkingHours;
  holidays: string[];
  /** Whether new clients are offered any of it. */
  offered: boolean;
  formats: string[];
}

export interface BookedTime {
  id: string;
  startsAt: Date;
  endsAt: Date;
  format: string;
}

export interface Stranded extends BookedTime {
  why: WhyOutside | 'format';
}

export interface HoursEffect {
  /** Free times from now to the horizon, in order. */
  before: Slot[];
  after: Slot[];
  /** Those that appear, and those that go, by when they begin. */
  opens: Slot[];
  closes: Slot[];
  /** Booked appointments that fit now and would no longer. */
  stranded: Stranded[];
  /** How many booked appointments don't fit as it is. */
  outsideAlready: number;
}

/** `before` is null for somebody who has no hours yet. `busy` and `booked` hold all that is to come. */
export function hoursEffect(asked: {
  before: Kept | null;
  after: Kept;
  busy: Busy[];
  booked: BookedTime[];
  now: Date;
}): HoursEffect {
  const { busy, booked, now } = asked;
  const free = (kept: Kept | null) =>
    kept?.offered ? availableSlots({ hours: kept.hours, holidays: kept.holidays, busy, now }) : [];
  const [before, after] = [free(asked.before), free(asked.after)];
  const outside = booked.filter((one) => asked.before && whyNot(asked.before, one));
  return {
    ...{ before, after },
    opens: missingFrom(before, after),
    closes: missingFrom(after, before),
    stranded: booked.flatMap((one) => {
      const why = outside.includes(one) ? null : whyNot(asked.after, one);
      return why ? [{ ...one, why }] : [];
    }),
    outsideAlready: outside.length,
  };
}

function whyNot({ hours, holidays, formats }: Kept, one: BookedTime): Stranded['why'] | null {
  return whyOutside(hours, holidays, one) ?? (formats.includes(one.format) ? null : 'format');
}

/** Those of `all` that don't begin when one of `some` does. */
function missingFrom(some: Slot[], all: Slot[]): Slot[] {
  const known = new Set(some.map(({ startsAt }) => startsAt.getTime()));
  return all.filter(({ startsAt }) => !known.has(startsAt.getTime()));
}

/** Stands for the appointments that were shown as left outside. */
export const fingerprintOf = (stranded: readonly { id: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify(stranded.map(({ id }) => id).sort()))
    .digest('hex')
    .slice(0, 16);

/** What a page showed before it was saved, and what was ticked there. */
export interface Seen {
  /** `fingerprintOf` what was shown. */
  shown: string;
  /** How many appointments were said to stay where they are; '' when nothing was said. */
  confirmed: string;
}

export type MayNotStrand = 'shown-otherwise' | 'not-confirmed';

/** No appointment is left outside without somebody's having seen it and said that it stays; null when nothing stands in the way. */
export function mayStrand(stranded: readonly { id: string }[], seen: Seen): MayNotStrand | null {
  if (fingerprintOf(stranded) !== seen.shown) return 'shown-otherwise';
  return stranded.length > 0 && seen.confirmed !== String(stranded.length) ? 'not-confirmed' : null;
}
