// Where hours are read and set, by the clinician's reference, and what an address there can say.
import type { messages } from '@/messages/en';

export const HOURS = '/staff/availability';
export const HOLIDAYS = '/staff/settings/holidays';
export const WAITING = '/staff/settings/waiting';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const hoursPage = (clinician: string | undefined): string =>
  `${HOURS}/${encodeURIComponent(clinician ?? '')}`;

export const hoursPreview = (clinician: string | undefined): string => `${hoursPage(clinician)}/preview`;
export const daysPreview = (clinician: string | undefined): string => `${hoursPage(clinician)}/days/preview`;

/** The keys of hours and of days that somebody began to fill in. */
export const hoursForm = (clinician: string | undefined): string => formOf(clinician, 'hours');
export const daysForm = (clinician: string | undefined): string => formOf(clinician, 'days');

const formOf = (clinician: string | undefined, what: string) =>
  `staff/availability/${(clinician ?? '').slice(0, 12)}/${what}`;

type Person = (typeof messages)['hours']['person'];

const PROBLEMS: Record<keyof Person['problem'], true> = {
  'not-allowed': true,
  unknown: true,
  'no-hours': true,
};
const SAVED: Record<keyof Person['saved'], true> = {
  hours: true,
  days: true,
  removed: true,
  nothing: true,
};

export type Said = string | string[] | undefined;

/** Null for what is none of them: an address can say anything. */
const oneOf =
  <K extends string>(known: Record<K, true>) =>
  (given: Said): K | null =>
    typeof given === 'string' && Object.hasOwn(known, given) ? (given as K) : null;

export const problemNamed = oneOf(PROBLEMS);
export const savedNamed = oneOf(SAVED);
