// Where a day is closed, what the fields of its form are called, and what stood in the way.
import type { messages } from '@/messages/en';

export const CLOSE = '/staff/calendar/close';
export const CLOSE_FORM = 'staff/calendar/close';

/** The new time of one appointment, or `cancel`. */
export const becomesField = (reference: string): string => `to-${reference}`;
/** Which appointments the page showed, each as it stood. */
export const shownValue = (row: { reference: string; sequence: number }): string =>
  `${row.reference}.${row.sequence}`;

export type Problem = keyof (typeof messages)['calendar']['closing']['problem'];

const PROBLEMS: Record<Problem, true> = {
  changed: true,
  'not-to-be-had': true,
  past: true,
  unknown: true,
  'not-allowed': true,
  'not-on-the-case': true,
  'only-opened': true,
  'message-missing': true,
  'message-too-long': true,
  'not-readable': true,
};

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): Problem | null =>
  typeof given === 'string' && Object.hasOwn(PROBLEMS, given) ? (given as Problem) : null;
