// Whom a time is for: what they are called, their initials for a screen that others may see, and the reference of their forms.
import { desc } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { submission } from '@/db/schema';
import { initialsOf, namesOf } from '@/lib/review/names-of';

export type ClientLabel = { name: string | null; initials: string; reference: string };

/** By client id, from their newest forms. */
export async function clientLabels(tx: Tx, clientIds: readonly string[]): Promise<Map<string, ClientLabel>> {
  const ids = [...new Set(clientIds)];
  if (ids.length === 0) return new Map();
  const forms = await tx
    .selectDistinctOn([submission.clientId], {
      clientId: submission.clientId,
      id: submission.id,
      reference: submission.reference,
    })
    .from(submission)
    .where(oneOf(submission.clientId, ids))
    .orderBy(submission.clientId, desc(submission.createdAt));
  const names = await namesOf(
    tx,
    forms.map(({ id }) => id),
  );
  return new Map(
    forms.map(({ clientId, id, reference }) => {
      const name = names.get(id);
      return [clientId, { name: name ?? null, initials: initialsOf(name), reference }];
    }),
  );
}

export const NOBODY_KNOWN: ClientLabel = { name: null, initials: initialsOf(undefined), reference: '' };
