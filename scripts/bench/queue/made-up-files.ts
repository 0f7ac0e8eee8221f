// What the made-up files of the queue's bench are like: how many stand where, and what their people are called.
import type { Dice } from './dice';

export const HOUR = 3_600_000;

export type Made = {
  id: string;
  clientId: string;
  begun: Date;
  status: string;
  open: boolean;
  clinician: string;
};

/** Of which kind each next file is: `everyOpen` of them one is open, and `everyUnsent` one is not sent. */
export type Kinds = { everyOpen: number; everyUnsent: number };

/** Half of the first thousand are open, as of a new clinic; of the many after that four thousand, which is all that twenty clinicians have in hand. */
export const kindsOf = (from: number, until: number): Kinds =>
  from === 0
    ? { everyOpen: 2, everyUnsent: 10 }
    : { everyOpen: Math.max(2, (until - from) / 3_500), everyUnsent: Math.max(10, (until - from) / 900) };

const OPEN = [
  ...['submitted', 'submitted', 'submitted', 'in-review', 'in-review', 'in-review', 'information-wanted'],
  ...['accepted', 'accepted', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned', 'assigned'],
];

export function statusOf(n: number, { everyOpen, everyUnsent }: Kinds, roll: Dice): string {
  const turn = (every: number) => Math.floor(n / every) !== Math.floor((n - 1) / every);
  if (turn(everyUnsent)) return 'draft';
  if (turn(everyOpen)) return OPEN[roll(OPEN.length)] ?? 'submitted';
  return roll(5) === 0 ? 'declined' : 'closed';
}

const BEGINNINGS = [
  'An',
  'Bel',
  'Cor',
  'Da',
  'El',
  'Fen',
  'Gar',
  'Hol',
  'In',
  'Jos',
  'Kel',
  'Lor',
  'Mar',
  'Nol',
  'Or',
  'Pen',
  'Quil',
  'Ros',
  'Sel',
  'Tam',
];
const ENDINGS = ['a', 'bert', 'cy', 'don', 'ette', 'fred', 'gan', 'helm', 'ia', 'jo'];

const word = (roll: Dice) => `${BEGINNINGS[roll(BEGINNINGS.length)]}${ENDINGS[roll(ENDINGS.length)]}`;

/** Forty thousand different ones, of two words. */
export const nameOf = (roll: Dice): string => `${word(roll)} ${word(roll)}son (made up)`;
