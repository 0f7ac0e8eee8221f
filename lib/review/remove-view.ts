// A member of staff no longer wants a view of the queue they kept.
import { and, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { savedView } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { isId } from '@/lib/env/ids';
import type { Staff } from './submission-by-reference';

/** Twice is once, and somebody else's is left alone. */
export async function removeView(actor: Staff, id: string): Promise<{ ok: true }> {
  if (!isId(id)) return { ok: true };
  return as(actor, async (tx) => {
    const gone = await tx
      .delete(savedView)
      .where(and(eq(savedView.id, id), eq(savedView.staffId, actor.id)))
      .returning({ id: savedView.id });
    if (gone.length > 0) await record(tx, { event: 'view.removed', subject: actor.id, detail: { view: id } });
    return { ok: true };
  });
}
