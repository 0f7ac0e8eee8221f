// A changed answer is a new row beside the old ones, sealed; what was said before stays as it was.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, nameIndex } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { NORMALISER, namePrefixIndexes } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';
import { answerPlace, type StoredAnswers } from './answers-of';
import { clientFacts } from './client-facts';
import { definition, questionNamed } from './definition';
import type { Intake } from './open-intake';
import type { Answer, Answers } from './question';

/** Writes one revision a changed question. Returns the new rows' ids by question. */
export async function keepRevisions(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'clientId'>,
  stored: StoredAnswers,
  changed: ReadonlyMap<string, Answer>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [question, given] of changed) {
    const id = newId();
    await tx.insert(answer).values({
      id,
      submissionId: intake.id,
      clientId: intake.clientId,
      question,
      revision: (stored.get(question)?.revision ?? 0) + 1,
      definitionVersion: definition.version,
      locale: definition.locale,
      audience: questionNamed(question)?.audience ?? 'clinical',
      value: await sealFor(tx, intake.clientId, answerPlace(id), JSON.stringify(given)),
      answeredAt: clock.now(),
    });
    ids.set(question, id);
  }
  return ids;
}

/** Staff find a client by the beginning of the name to use or the legal name, as they are now. */
export async function indexNames(tx: Tx, clientId: string, answers: Answers) {
  const names = clientFacts(answers).names.filter((name) => name !== null);
  const prefixes = new Set(names.flatMap(namePrefixIndexes));
  await tx.delete(nameIndex).where(and(eq(nameIndex.clientId, clientId), eq(nameIndex.version, NORMALISER)));
  if (prefixes.size === 0) return;
  await tx
    .insert(nameIndex)
    .values([...prefixes].map((prefixIndex) => ({ clientId, version: NORMALISER, prefixIndex })));
}
