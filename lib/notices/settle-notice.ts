// How a notice ends is written down once: the first end stands.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';

type End = Partial<typeof notice.$inferInsert> & Pick<typeof notice.$inferSelect, 'state'>;

/** True when this was it; false when it had ended before. */
export async function settleNotice(tx: Tx, noticeId: string, end: End): Promise<boolean> {
  const settled = await tx
    .update(notice)
    .set({ ...end, nextTryAt: null })
    .where(and(eq(notice.id, noticeId), eq(notice.state, 'queued')))
    .returning({ id: notice.id });
  return settled.length === 1;
}
