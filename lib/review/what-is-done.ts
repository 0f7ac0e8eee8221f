// How far each of some people has come: sections confirmed, documents signed.
import { and, count, countDistinct, eq, gte, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { sectionConfirmation, signature, type submission } from '@/db/schema';

export type Done = { sections: number; documents: number };

/** By submission id. Counts only: of an unsent draft nothing else is for staff to see. */
export async function whatIsDone(
  tx: Tx,
  submissions: readonly Pick<typeof submission.$inferSelect, 'id' | 'clientId'>[],
): Promise<Map<string, Done>> {
  const ids = submissions.map(({ id }) => id);
  const clients = submissions.map(({ clientId }) => clientId);
  const [sections, documents] = await Promise.all([
    tx
      .select({ id: sectionConfirmation.submissionId, count: count() })
      .from(sectionConfirmation)
      .where(oneOf(sectionConfirmation.submissionId, ids))
      .groupBy(sectionConfirmation.submissionId),
    tx
      .select({ id: signature.clientId, count: countDistinct(signature.slug) })
      .from(signature)
      .where(and(oneOf(signature.clientId, clients), ne(signature.kind, 'withdrawal'), isNotWithdrawn(tx)))
      .groupBy(signature.clientId),
  ]);
  const counted = (rows: { id: string; count: number }[], id: string) =>
    rows.find((row) => row.id === id)?.count ?? 0;
  return new Map(
    submissions.map(({ id, clientId }) => [
      id,
      { sections: counted(sections, id), documents: counted(documents, clientId) },
    ]),
  );
}

/** No withdrawal ended the round in which it was signed. */
function isNotWithdrawn(tx: Tx) {
  const later = alias(signature, 'later');
  return notExists(
    tx
      .select({ one: sql`1` })
      .from(later)
      .where(
        and(
          eq(later.clientId, signature.clientId),
          eq(later.slug, signature.slug),
          eq(later.kind, 'withdrawal'),
          gte(later.round, signature.round),
        ),
      ),
  );
}
