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

/** The one that is searched for whole: as many have it among a thousand as among a hundred thousand. */
export const SEARCHED = 'Corbert Marjoson';
const HAVE_IT = 20;

/** Forty thousand different ones, of two words. */
export function nameOf(n: number, roll: Dice): string {
  const name = `${word(roll)} ${word(roll)}son`;
  if (n < HAVE_IT) return `${SEARCHED} (made up)`;
  return `${name === SEARCHED ? 'Corbert Tamjoson' : name} (made up)`;
}

/** Of how many files one has a danger sign; and of how many signs of the open ones one waits for somebody to see it. The first thousand have enough of them to fill a page. */
export const signsOf = (n: number) => (n < 1_000 ? { every: 8, waits: 2 } : { every: 25, waits: 6 });
