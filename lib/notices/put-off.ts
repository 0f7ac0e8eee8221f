// A mail that was not taken is tried again later, or becomes something for staff to do; it is never forgotten.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { enqueue } from '@/lib/jobs/enqueue';
import { withoutWords } from '@/lib/jobs/without-words';
import { giveUp } from './give-up';
import { nextTry } from './next-try';
import { NotSent } from './port';

/** `row`: the notice as it was when this try began, the try counted. The next one is queued in `tx`, at its time. */
export async function putOff(tx: Tx, row: typeof notice.$inferSelect, error: unknown): Promise<void> {
  const { id, tries, firstTriedAt, unsureAt } = row;
  const { message } = withoutWords(error);
  const how = error instanceof NotSent ? error.how : { refused: true };
  const now = clock.now();
  // Only what was refused for certain leaves no doubt behind; an earlier doubt stays.
  const doubt = how.refused ? { unsureAt } : {};
  const put = await tx
    .update(notice)
    .set({ failure: message, ...doubt })
    .where(and(eq(notice.id, id), eq(notice.state, 'queued')))
    .returning({ id: notice.id });
  if (put.length === 0) return;
  const at = how.final
    ? null
    : nextTry({ tries, firstTriedAt: firstTriedAt ?? now, now, retryAfter: how.retryAfter ?? 0 });
  console.error(`mail: ${id}, try ${tries}: ${message}; ${at ? `again at ${at.toISOString()}` : 'given up'}`);
  if (!at) return giveUp(tx, id, message);
  await tx.update(notice).set({ nextTryAt: at }).where(eq(notice.id, id));
  await enqueue(tx, { name: 'notice.send', data: { noticeId: id }, startAfter: at });
}
