// The views of the queue a member of staff keeps, in the order in which they were kept.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { savedView } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';
import type { Staff } from './submission-by-reference';

/** `filter` as it stands in the address of the queue. */
export type SavedView = { id: string; name: string; filter: string };

/** More than stand in one row of links. */
export const MOST_VIEWS = 12;

export const viewNamePlace = (row: string) => ({ table: 'saved_view', column: 'name', row });

/** Their own: the policies show nobody anybody else's. */
export async function savedViews(tx: Tx, { id: staffId }: Staff): Promise<SavedView[]> {
  const rows = await tx
    .select()
    .from(savedView)
    .where(eq(savedView.staffId, staffId))
    .orderBy(asc(savedView.savedAt), asc(savedView.id));
  return Promise.all(
    rows.map(async ({ id, name, filter }) => ({
      ...{ id, filter },
      name: await openFor(tx, staffId, viewNamePlace(id), name),
    })),
  );
}
