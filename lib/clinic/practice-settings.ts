// What an admin types about the practice: its names, how to reach it, where it is and when somebody is here; checked whole.
import { createHash } from 'node:crypto';
import type { Clinic } from './clinic';
import { neutralName } from './neutral-name';
import { textFault, tidy } from './readable-text';

export type Practice = Pick<
  Clinic,
  'name' | 'shortName' | 'address' | 'phone' | 'email' | 'country' | 'zone' | 'hours' | 'licence'
>;

export const PRACTICE_REASONS = [
  'missing',
  'too-long',
  'not-readable',
  'gives-away',
  'phone-wrong',
  'email-wrong',
  'country-missing',
  'zone-wrong',
  'time-wrong',
  'ends-first',
  'no-hours',
] as const;
export type PracticeReason = (typeof PRACTICE_REASONS)[number];
export type PracticeError = { field: string; reason: PracticeReason };

const LONGEST = 200;
const LONGEST_LICENCE = 1000;
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
export const hoursFields = (weekday: number) => ({ from: `from-${weekday}`, until: `until-${weekday}` });

type Typed = { one: (field: string) => string };
/** How a time is read, and whether a zone or an address is one: rooms further on know. */
type Readers = {
  time: (typed: string) => string | null;
  isZone: (typed: string) => boolean;
  isEmail: (typed: string) => boolean;
};

/** The settings that were typed, or every fault with the field it is about. A day without times is closed. */
export function practiceFrom(
  typed: Typed,
  read: Readers,
): { ok: true; practice: Practice } | { ok: false; errors: PracticeError[] } {
  const errors: PracticeError[] = [];
  const wrong = (field: string, reason: PracticeReason) => errors.push({ field, reason });
  const readable = (field: string, text: string, most: number) => {
    const fault = textFault(text, most);
    if (fault) wrong(field, fault.reason);
    return text;
  };
  const needed = (field: string, text: string) => {
    if (!text) wrong(field, 'missing');
    return readable(field, text, LONGEST);
  };
  const name = needed('name', typed.one('name').trim().replace(/\s+/g, ' '));
  const short = neutralName(typed.one('shortName'));
  if (!short.ok) wrong('shortName', short.reason === 'empty' ? 'missing' : short.reason);
  const address = needed('address', tidy(typed.one('address')).replace(/[^\S\n]+/g, ' '));
  const phone = typed.one('phone').trim();
  if (!/^\+?[\d ()-]{5,25}$/.test(phone)) wrong('phone', 'phone-wrong');
  const email = typed.one('email').trim();
  if (!read.isEmail(email)) wrong('email', 'email-wrong');
  const country = typed.one('country');
  if (!/^[A-Z]{2}$/.test(country)) wrong('country', 'country-missing');
  const zone = typed.one('zone');
  if (!read.isZone(zone)) wrong('zone', 'zone-wrong');
  const hours = hoursFrom(typed, read, wrong);
  const licence = readable('licence', tidy(typed.one('licence')), LONGEST_LICENCE);
  if (errors.length > 0) return { ok: false, errors };
  const shortName = short.ok ? short.name : '';
  return { ok: true, practice: { name, shortName, address, phone, email, country, zone, hours, licence } };
}

function hoursFrom(
  typed: Typed,
  read: Readers,
  wrong: (field: string, reason: PracticeReason) => void,
): Clinic['hours'] {
  const hours: Clinic['hours'] = [];
  let faults = 0;
  for (const weekday of WEEK) {
    const fields = hoursFields(weekday);
    const [typedFrom, typedUntil] = [typed.one(fields.from).trim(), typed.one(fields.until).trim()];
    if (!typedFrom && !typedUntil) continue;
    const [from, until] = [read.time(typedFrom), read.time(typedUntil)];
    const field = !from || from === '24:00' ? fields.from : !until || until === '24:00' ? fields.until : null;
    if (field) wrong(field, 'time-wrong');
    else if (from && until && until <= from) wrong(fields.until, 'ends-first');
    else if (from && until) {
      hours.push({ weekday, from, until });
      continue;
    }
    faults += 1;
  }
  if (hours.length === 0 && faults === 0) wrong(hoursFields(1).from, 'no-hours');
  return hours;
}

export const practiceOf = (clinic: Clinic): Practice => {
  const { name, shortName, address, phone, email, country, zone, hours, licence } = clinic;
  return { name, shortName, address, phone, email, country, zone, hours, licence };
};

/** Sixteen hex digits that stand for exactly these settings: a form made for others is refused. */
export const stampOfPractice = (practice: Practice): string =>
  createHash('sha256').update(JSON.stringify(practice)).digest('hex').slice(0, 16);
