// Where an appointment's forms are, and what stood in the way of a change.
import type { messages } from '@/messages/en';

export type Problem = keyof (typeof messages)['calendar']['appointment']['problem'];

const PROBLEMS: Record<Problem, true> = {
  'not-allowed': true,
  'not-on-the-case': true,
  'only-opened': true,
  unknown: true,
  changed: true,
  begun: true,
  'not-yet': true,
  'has-appointment': true,
  'message-missing': true,
  'message-too-long': true,
  'not-readable': true,
};

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): Problem | null =>
  typeof given === 'string' && Object.hasOwn(PROBLEMS, given) ? (given as Problem) : null;

export const DONE = ['booked', 'moved', 'cancelled', 'marked'] as const;

/** The key of the words somebody began to write to go with a cancellation. */
export const cancelForm = (reference: string | undefined): string =>
  `staff/appointments/${(reference ?? '').slice(0, 20)}/cancel`;
