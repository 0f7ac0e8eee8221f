// Whom staff look for to give a time to. Having searched is one line in the record, with whom it showed.
import { and, desc } from 'drizzle-orm';
import { as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { findClients } from '@/lib/review/find-clients';
import type { Status } from '@/lib/review/status';
import { knownToStaff, type Staff } from '@/lib/review/submission-by-reference';
import { type ClientLabel, clientLabels, NOBODY_KNOWN } from './client-labels';

const MOST = 20;

export type ClientToBook = ClientLabel & { status: Status };

/** The newest first, as far as staff may know of them. */
export async function clientsToBook(actor: Staff, words: string): Promise<ClientToBook[]> {
  return as(actor, async (tx) => {
    const found = await findClients(tx, words);
    const rows = await tx
      .select()
      .from(submission)
      .where(and(oneOf(submission.clientId, found), knownToStaff(tx, actor)))
      .orderBy(desc(submission.createdAt))
      .limit(MOST);
    const labels = await clientLabels(
      tx,
      rows.map(({ clientId }) => clientId),
    );
    const detail = { status: 'any', mine: false, submissions: rows.map(({ id }) => id) };
    await record(tx, { event: 'submission.searched', subject: 'clinic', detail });
    return rows.map(({ clientId, reference, status }) => ({
      ...(labels.get(clientId) ?? NOBODY_KNOWN),
      ...{ reference, status },
    }));
  });
}
