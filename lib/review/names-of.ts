// What the people of some submissions wish to be called, and their initials for a screen that others may see.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer } from '@/db/schema';
import { answerPlace } from '@/lib/forms/answers-of';
import type { Answer } from '@/lib/forms/question';
import { bringKeys, openFor } from '@/lib/vault/keys';

/** By submission id; one who has not given a name is not in it. */
export async function namesOf(tx: Tx, submissionIds: readonly string[]): Promise<Map<string, string>> {
  if (submissionIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([answer.submissionId])
    .from(answer)
    .where(and(oneOf(answer.submissionId, submissionIds), eq(answer.question, 'B1')))
    .orderBy(answer.submissionId, desc(answer.revision));
  await bringKeys(
    tx,
    rows.map(({ clientId }) => clientId),
  );
  const names = new Map<string, string>();
  for (const row of rows) {
    const opened = await openFor(tx, row.clientId, answerPlace(row.id), row.value);
    const { state, value } = JSON.parse(opened) as Answer;
    if (state === 'answered' && typeof value === 'string') names.set(row.submissionId, value);
  }
  return names;
}

/** "AE" for "Ash Example (made up)"; of one word its first letter; '?' when there is none. */
export function initialsOf(name: string | undefined): string {
  const words = (name ?? '')
    .replace(/\(.*?\)/g, '')
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word));
  const first = (word: string | undefined) => (word === undefined ? '' : ([...word][0] ?? ''));
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toUpperCase() || '?';
}
