// How many danger signs nobody has acknowledged yet: noted by whoever asked who is here, read by the staff's bar on every page.
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import type { Tx } from '@/db/client';

/** One note a page; in a route, which shows no page, it is forgotten at once. */
const noted = cache((): { count?: number } => ({}));

/** Counts as the policies let this member of staff see: nobody but clinicians and leads has any. */
export async function noteFlagsWaiting(tx: Tx) {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from flag where seen_at is null`);
  noted().count = row?.count ?? 0;
}

export const flagsWaiting = (): number => noted().count ?? 0;
