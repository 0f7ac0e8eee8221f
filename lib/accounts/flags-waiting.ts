// How many danger signs nobody has acknowledged yet: asked for by the staff's bar, while the rest of its page is made.
import { sql } from 'drizzle-orm';
import { cache } from 'react';
import type { Tx } from '@/db/client';

type Asked = () => Promise<number>;

/** One a page; in a route, which shows none, it is forgotten at once, and nothing is counted. */
const noted = cache((): { count?: Asked } => ({}));

/** Notes how the count is had for whoever is here; without it the bar shows none. */
export function noteFlagsWaiting(count: Asked) {
  noted().count = count;
}

/** Counts as the policies let this member of staff see: nobody but clinicians and leads has any. */
export async function countFlagsWaiting(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from flag where seen_at is null`);
  return row?.count ?? 0;
}

export const flagsWaiting = async (): Promise<number> => (await noted().count?.()) ?? 0;
