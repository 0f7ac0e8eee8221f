// What was read, in words for the client whom the list is given to: the page and the file say the same.
import type { useTranslations } from 'next-intl';
import type { Reader } from '@/lib/review/reads-of';

export type ReadWords = ReturnType<typeof useTranslations<'record.reads'>>;

const OPENED = [
  'submission',
  'recovery',
  'estimate',
  'document',
  'appointment',
  'invitation',
  'mail',
  'reads',
  'glass',
  'letter',
  'note',
  'file',
] as const;

const LISTED = [
  'submission',
  'flag',
  'task',
  'question',
  'calendar',
  'waitlist',
  'estimate',
  'recovery',
  'invitation',
  'mail',
  'document',
  'record',
  'glass',
] as const;

const nounOf = (event: string): string => event.split('.')[0] ?? '';

/** What is read later than these words were written is said in general. */
export const whatWasRead = (t: ReadWords, event: string): string =>
  t(`what.${OPENED.find((noun) => noun === nounOf(event)) ?? 'other'}`);

/** No list says that it was of danger signs: to its client it is one of those who are to be seen to. */
export const whichList = (t: ReadWords, event: string): string =>
  t(`inList.${LISTED.find((noun) => noun === nounOf(event)) ?? 'other'}`);

export const rolesOf = (t: ReadWords, { roles }: Reader): string =>
  roles.map((role) => t(`roles.${role}`)).join(', ');

const DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** A day of the clinic's calendar, `2026-11-24`, as its instants are said beside it: "Tue 24 Nov 2026". */
export const dayInWords = (day: string): string => DAY.format(new Date(`${day}T00:00Z`)).replace(',', '');
