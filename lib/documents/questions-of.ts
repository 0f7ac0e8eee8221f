// What a client has asked about the documents, as far as whoever looks may read it.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentQuestion, task } from '@/db/schema';
import { questionPlace } from '@/lib/documents/question';
import { openFor } from '@/lib/vault/keys';

export type DocumentQuestion = {
  id: string;
  slug: string;
  text: string;
  askedAt: Date;
  /** `by` is null where it was not noted how. */
  answered: { at: Date; by: (typeof task.$inferSelect)['answeredBy'] } | null;
};

/** The oldest first. */
export async function questionsOf(tx: Tx, clientId: string): Promise<DocumentQuestion[]> {
  const rows = await tx
    .select({ question: documentQuestion, doneAt: task.doneAt, by: task.answeredBy })
    .from(documentQuestion)
    .leftJoin(task, and(eq(task.kind, 'question'), eq(task.aboutId, documentQuestion.id)))
    .where(eq(documentQuestion.clientId, clientId))
    .orderBy(asc(documentQuestion.askedAt), asc(documentQuestion.id));
  const questions: DocumentQuestion[] = [];
  for (const { question, doneAt, by } of rows) {
    const { id, slug, content, askedAt } = question;
    const text = await openFor(tx, clientId, questionPlace(id), content);
    questions.push({ id, slug, askedAt, text, answered: doneAt && { at: doneAt, by } });
  }
  return questions;
}
