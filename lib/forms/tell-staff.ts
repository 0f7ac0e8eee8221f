// Members of staff are told by mail that an item waits for them: no name, a link.
import type { Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';

/**
 * One mail each to `told` (ids of staff) about the flag, or the file somebody opened. With nobody at all the notice still stands: it gives up loudly,
 * and becomes a task.
 */
export async function tellStaff(
  tx: Tx,
  given: {
    kind: 'flag-raised' | 'flag-late' | 'flag-taken-over' | 'glass-broken';
    aboutId: string;
    told: readonly string[];
  },
) {
  const { kind, aboutId, told } = given;
  for (const accountId of told.length > 0 ? told : [null]) {
    const id = newId();
    await tx.insert(notice).values({ id, kind, accountId, aboutId, createdAt: clock.now() });
    await enqueue(tx, { name: 'notice.send', data: { noticeId: id } });
  }
}
