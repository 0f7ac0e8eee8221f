// A client or a colleague is told by mail that something waits for them: made in the transaction that made it so, and sent once.
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';

/** `aboutId`: the letter, or the submission that was given to them. */
export async function tellPerson(
  tx: Tx,
  kind: 'letter-for-you' | 'given-to-you',
  { accountId, aboutId }: { accountId: string; aboutId: string },
) {
  const noticeId = newId();
  await tx.insert(notice).values({ id: noticeId, kind, accountId, aboutId, createdAt: clock.now() });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
