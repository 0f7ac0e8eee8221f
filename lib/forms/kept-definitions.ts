// Every version of the questionnaire that was ever used stays on file, word for word: an answer is read with the question it was given to.
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { questionnaireVersion } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { definition } from './definition';
import type { Definition } from './question';

/** Hex, of the exact JSON text that is kept. */
export const printOf = (body: string): string => createHash('sha256').update(body, 'utf8').digest('hex');

/**
 * Keeps the questionnaire as it is asked now; done before anybody is asked anything. Throws when the same version is on
 * file with other words: a used version never changes, so the change needs a new version.
 */
export async function keepDefinition(tx: Tx, asked: Definition = definition) {
  const { version, locale } = asked;
  const body = JSON.stringify(asked);
  const sha256 = printOf(body);
  await tx
    .insert(questionnaireVersion)
    .values({ version, locale, sha256, body, firstUsedAt: clock.now() })
    .onConflictDoNothing();
  const [kept] = await tx
    .select({ sha256: questionnaireVersion.sha256 })
    .from(questionnaireVersion)
    .where(and(eq(questionnaireVersion.version, version), eq(questionnaireVersion.locale, locale)));
  if (kept?.sha256 !== sha256) {
    throw new Error(
      `Questionnaire ${version} was used with other words: give the changed one a new version in lib/forms/definition.ts.`,
    );
  }
}

// What is kept never changes, so it is read once a process.
const read = new Map<string, Definition>();

/** The questionnaire of that version; null for one that was never kept. */
export async function definitionOf(tx: Tx, version: string): Promise<Definition | null> {
  if (version === definition.version) return definition;
  const known = read.get(version);
  if (known) return known;
  const [row] = await tx
    .select()
    .from(questionnaireVersion)
    .where(
      and(eq(questionnaireVersion.version, version), eq(questionnaireVersion.locale, definition.locale)),
    );
  if (!row) return null;
  if (printOf(row.body) !== row.sha256) throw new Error(`Questionnaire ${version} on file is not as it was.`);
  const kept = JSON.parse(row.body) as Definition;
  read.set(version, kept);
  return kept;
}
