// Where the team is, by a colleague's reference, and the keys under which what was typed is kept.
import type { messages } from '@/messages/en';

export const TEAM = '/staff/team';
export const INVITE = `${TEAM}/invite`;
export const INVITE_FORM = 'staff/team/invite';

export const colleaguePage = (reference: string | undefined): string =>
  `${TEAM}/${encodeURIComponent(reference ?? '')}`;
export const disablePage = (reference: string | undefined): string => `${colleaguePage(reference)}/disable`;
export const leftPage = (reference: string | undefined): string => `${colleaguePage(reference)}/left`;
export const colleagueForm = (reference: string | undefined): string =>
  `staff/team/${(reference ?? '').slice(0, 10)}`;

type Words = (typeof messages)['team'];
export type Done = keyof Words['done'];
export type Problem = keyof Words['problem'];

const DONE: Record<Done, true> = {
  saved: true,
  invited: true,
  again: true,
  'taken-back': true,
  reset: true,
  disabled: true,
  enabled: true,
};
const PROBLEMS: Record<Problem, true> = {
  'not-allowed': true,
  'not-fresh': true,
  unknown: true,
  yourself: true,
  'set-up-already': true,
  disabled: true,
  'too-many': true,
  came: true,
  'nothing-set-up': true,
  'leaves-something': true,
  'something-left': true,
};

type Said = string | string[] | undefined;

const named = <K extends string>(known: Record<K, true>, said: Said): K | null =>
  typeof said === 'string' && Object.hasOwn(known, said) ? (said as K) : null;

/** What an address says was done, or stood in the way. */
export const doneNamed = (said: Said) => named(DONE, said);
export const problemNamed = (said: Said) => named(PROBLEMS, said);

export const withDone = (path: string, done: Done): string => `${path}?done=${done}`;
export const withProblem = (path: string, problem: Problem): string => `${path}?problem=${problem}`;
