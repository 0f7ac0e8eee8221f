// What a client has asked about the documents, as far as whoever looks may read it.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentQuestion } from '@/db/schema';
import { questionPlace } from '@/lib/documents/question';
import { openFor } from '@/lib/vault/keys';

export type DocumentQuestion = { id: string; slug: string; text: string; askedAt: Date };

/** The oldest first. */
export async function questionsOf(tx: Tx, clientId: string): Promise<DocumentQuestion[]> {
  const rows = await tx
    .select()
    .from(documentQuestion)
    .where(eq(documentQuestion.clientId, clientId))
    .orderBy(asc(documentQuestion.askedAt), asc(documentQuestion.id));
  const questions: DocumentQuestion[] = [];
  for (const { id, slug, content, askedAt } of rows)
    questions.push({ id, slug, askedAt, text: await openFor(tx, clientId, questionPlace(id), content) });
  return questions;
}
