// What a client answered about their inbox and how to be reached, as it stands now.
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, submission } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';

export async function answersOf(tx: Tx, clientId: string): Promise<Map<string, { value?: unknown }>> {
  const rows = await tx
    .select({ id: answer.id, question: answer.question, value: answer.value })
    .from(answer)
    .innerJoin(submission, eq(submission.id, answer.submissionId))
    .where(
      and(
        eq(answer.clientId, clientId),
        inArray(answer.question, ['A1', 'A4']),
        notInArray(submission.status, ['declined', 'closed']),
      ),
    )
    .orderBy(asc(answer.revision));
  const newest = new Map(rows.map((row) => [row.question, row]));
  const opened = new Map<string, { value?: unknown }>();
  for (const { id, question, value } of newest.values()) {
    const text = await openFor(tx, clientId, { table: 'answer', column: 'value', row: id }, value);
    opened.set(question, JSON.parse(text));
  }
  return opened;
}
