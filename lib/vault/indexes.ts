// What must be found although it is sealed has a keyed index: the same words give the same mark, and the mark gives nothing back.
import { createHmac } from 'node:crypto';
import { settings } from '@/lib/env/settings';

/** The version of the rules below. Raise it with a backfill when one changes. */
export const NORMALISER = 1;

const mark = (purpose: string, words: string) =>
  createHmac('sha256', settings.indexKey).update(`${purpose}.v${NORMALISER}\n${words}`).digest('base64url');

/** An address as it is compared: lower case, NFKC, no space around it. */
export const normaliseEmail = (email: string) => email.normalize('NFKC').trim().toLowerCase();

/** The look-up mark of an e-mail address. */
export const emailIndex = (email: string) => mark('email', normaliseEmail(email));

/** The look-up mark of a network address or of anything else that is counted, such as tries. */
export const countedIndex = (purpose: string, what: string) => mark(`counted.${purpose}`, what);

/** What a short secret becomes before it is hashed, and what stands for somebody to a device: nothing without this server's key. */
export const peppered = (purpose: string, whose: string, secret = '') =>
  mark(`peppered.${purpose}`, `${whose}\n${secret}`);

/** A name as it is compared: lower case, without accents, single spaces. */
export const normaliseName = (name: string) =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** Fewer letters would fit too many people, and give too much away. */
export const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 12;

/** The marks of the beginnings (three to twelve letters) of each word of a name, and of the name as a whole. */
export function namePrefixIndexes(name: string): string[] {
  const whole = normaliseName(name);
  const beginnings = [whole, ...whole.split(' ')].flatMap((word) => {
    const letters = [...word];
    const longest = Math.min(letters.length, LONGEST_PREFIX);
    return Array.from({ length: Math.max(0, longest - SHORTEST_PREFIX + 1) }, (_, more) =>
      letters.slice(0, SHORTEST_PREFIX + more).join(''),
    );
  });
  return [...new Set(beginnings)].map((beginning) => mark('name', beginning));
}

/** The mark to search a name's beginning by, or null when it is shorter than three letters. */
export function nameSearchIndex(beginning: string): string | null {
  const letters = [...normaliseName(beginning)].slice(0, LONGEST_PREFIX);
  return letters.length < SHORTEST_PREFIX ? null : mark('name', letters.join(''));
}
