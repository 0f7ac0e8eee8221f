// The time staff have chosen, as it stands in an address or a form, and what stood in its way.
import type { Fields } from '@/lib/accounts/fields';
import type { TimesAsked } from '@/lib/calendar/times-for-client';
import { readSlot, type SlotAddress } from '@/lib/scheduling/slot-address';
import type { messages } from '@/messages/en';
import type { Query } from '../queue-address';

export type Chosen = SlotAddress;

const one = (query: Query, name: string): string => {
  const value = query[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

export const askedIn = (query: Query): TimesAsked => ({
  with: one(query, 'with') || undefined,
  from: one(query, 'from') || undefined,
});

export const chosenIn = (query: Query): Chosen | null =>
  readSlot({ with: one(query, 'with'), at: one(query, 'at'), zone: one(query, 'zone') });

export const slotIn = (fields: Fields): Chosen | null =>
  readSlot({ with: fields.one('with'), at: fields.one('at'), zone: fields.one('zone') });

type Problem = keyof (typeof messages)['calendar']['times']['problem'];

const PROBLEMS: Record<Problem, true> = {
  'slot-taken': true,
  'too-soon': true,
  'not-offered': true,
  'clinician-inactive': true,
  region: true,
  format: true,
  couples: true,
  language: true,
  'has-appointment': true,
  'agreements-missing': true,
  'forms-missing': true,
  'not-open': true,
  changed: true,
  begun: true,
  'not-allowed': true,
  'not-on-the-case': true,
  'only-opened': true,
  unknown: true,
};

/** Null for what is none of them: an address can say anything. */
export const problemIn = (query: Query): Problem | null => {
  const given = one(query, 'problem');
  return Object.hasOwn(PROBLEMS, given) ? (given as Problem) : null;
};
