// What somebody thought about a question of the guide: a choice where one is offered, and their own words.

/** Characters, counted as people see most of them: an emoji is one. */
export const LONGEST_REFLECTION = 1000;

export type Reflection = { choice: string | null; text: string };

/** A chapter's form: two notes at their longest, in any letters. What a visitor may leave without an account is bounded. */
export const MOST_BYTES = 64 * 1024;

/** As it is kept. `sharedAt` null = nobody else reads it; for visitors always. */
export type Kept = Reflection & { question: string; keptAt: Date; sharedAt: Date | null };

export const textField = (question: string) => question;
export const choiceField = (question: string) => `${question}-choice`;
/** What the page showed when it was opened, as `stampOf` gives it. */
export const baseField = (question: string) => `${question}-base`;

/** Tells one keeping of a question from the next; '' when nothing was kept. */
export const stampOf = (kept: Kept | undefined): string => (kept ? String(kept.keptAt.getTime()) : '');

/** Two answers to one question that both must stay: the newer one, and below it the older. */
export function together(newer: Reflection, older: Reflection): Reflection {
  const choice = newer.choice ?? older.choice;
  if (newer.text.includes(older.text)) return { choice, text: newer.text };
  if (older.text.includes(newer.text)) return { choice, text: older.text };
  return { choice, text: `${newer.text}\n\n${older.text}` };
}

export const sameReflection = (one: Reflection, other: Reflection): boolean =>
  one.choice === other.choice && one.text === other.text;

/** The key of a chapter's draft. */
export const draftKey = (chapter: string): string => `guide/${chapter}`;
