// Where estimates are, by the reference of their client's forms, and what stood in the way there.
import type { messages } from '@/messages/en';

export const ESTIMATES = '/staff/estimates';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const estimatePage = (reference: string | undefined): string =>
  `${ESTIMATES}/${encodeURIComponent(reference ?? '')}`;

export const givenPage = (reference: string, number: number): string =>
  `${estimatePage(reference)}/given/${number}`;

/** The key of an estimate somebody began to fill in. */
export const estimateForm = (reference: string | undefined): string =>
  `staff/estimates/${(reference ?? '').slice(0, 20).toUpperCase()}`;

export type Problem = keyof (typeof messages)['estimates']['file']['problem'];

const PROBLEMS: Record<Problem, true> = {
  unknown: true,
  'not-allowed': true,
  'already-given': true,
  'appointment-gone': true,
  'fees-changed': true,
  'changed-meanwhile': true,
  'no-clinician': true,
  'nothing-owed': true,
  'not-in-the-us': true,
  'no-fees': true,
  'no-ids': true,
  'not-known': true,
};

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): Problem | null =>
  typeof given === 'string' && Object.hasOwn(PROBLEMS, given) ? (given as Problem) : null;
