// What a bystander may read, in a title, an address, a mail or the name of a file: no word that says what the visit is about.

/** The one list of them. Each counts inside other words too. */
export const TELLING = ['sex', 'therap', 'intim', 'clinic', 'counsel', 'mental'] as const;

/** The first of them that `text` holds, however it is written: in capitals, with accents, or with letters that can't be seen. */
export function tellingWordIn(text: string): (typeof TELLING)[number] | null {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return TELLING.find((word) => plain.includes(word)) ?? null;
}

export const givesAway = (text: string): boolean => tellingWordIn(text) !== null;

/** Letters: a title shows little more of it on a phone. */
export const LONGEST_NAME = 30;

export type NeutralName =
  | { ok: true; name: string }
  | { ok: false; reason: 'empty' | 'too-long' | 'not-readable' }
  | { ok: false; reason: 'gives-away'; word: (typeof TELLING)[number] };

/**
 * A name that a clinic chooses for where bystanders read: its short name, a document's title for the browser.
 * Refuses `empty`, `too-long` (more than `most` letters), `not-readable` (more than one line), `gives-away` (and by which word).
 */
export function neutralName(typed: string, most = LONGEST_NAME): NeutralName {
  const name = typed.trim();
  if (name === '') return { ok: false, reason: 'empty' };
  if ([...name].length > most) return { ok: false, reason: 'too-long' };
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return { ok: false, reason: 'not-readable' };
  const word = tellingWordIn(name);
  return word ? { ok: false, reason: 'gives-away', word } : { ok: true, name };
}
