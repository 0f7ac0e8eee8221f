// Some clients by the newest of their submissions, as front desk tells them apart: a reference, and a name where it may be read.
import { desc } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { submission } from '@/db/schema';
import { namesOf } from './names-of';
import type { Status } from './status';

export type Person = {
  submissionId: string;
  reference: string;
  /** Null while their forms are not sent. */
  name: string | null;
  status: Status;
};

/** By client id, the newest first. Somebody without any forms, and staff, are not in it: there is nothing to recover. */
export async function clientsToRecover(tx: Tx, clientIds: readonly string[]): Promise<Map<string, Person>> {
  if (clientIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(submission)
    .where(oneOf(submission.clientId, clientIds))
    .orderBy(desc(submission.createdAt), desc(submission.id));
  const newest = new Map(rows.toReversed().map((row) => [row.clientId, row]));
  const names = await namesOf(
    tx,
    // A draft with a danger sign shows its name to all staff, and one without doesn't: front desk must not see which is which.
    [...newest.values()].filter(({ status }) => status !== 'draft').map(({ id }) => id),
  );
  return new Map(
    [...newest].map(([clientId, { id, reference, status }]) => [
      clientId,
      { submissionId: id, reference, status, name: names.get(id) ?? null },
    ]),
  );
}
