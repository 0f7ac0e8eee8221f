// In which order a client's records of one document were made, whatever the clocks of several machines say.
import { and, count, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { signature } from '@/db/schema';

/** A withdrawal ends a round, signing again begins the next; within a round a newer version is signed later. */
export const newestFirst: SQL[] = [
  desc(signature.round),
  desc(sql`${signature.kind} = 'withdrawal'`),
  desc(signature.version),
  desc(signature.signedAt),
  desc(signature.id),
];

/** How often this client has withdrawn this document; with `since`, after that instant. */
export async function roundOf(tx: Tx, clientId: string, slug: string, since?: Date): Promise<number> {
  const [withdrawn] = await tx
    .select({ count: count() })
    .from(signature)
    .where(
      and(
        eq(signature.clientId, clientId),
        eq(signature.slug, slug),
        eq(signature.kind, 'withdrawal'),
        since && gt(signature.signedAt, since),
      ),
    );
  return withdrawn?.count ?? 0;
}
