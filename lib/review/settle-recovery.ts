// A client stopped a recovery they had not asked for; somebody at the clinic has looked into it, and says so.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { addressChange, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { mayRecover } from './recovery';
import type { Staff } from './submission-by-reference';

/** Settled twice is once. Refused: `not-allowed`, `not-open` (nothing waits to be looked into). */
export async function settleRecovery(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'not-open' }> {
  if (!mayRecover(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const [change] = await tx
      .select({ id: addressChange.id, accountId: addressChange.accountId })
      .from(addressChange)
      .where(eq(addressChange.reference, reference.toUpperCase()));
    if (!change) return { ok: false, reason: 'not-open' };
    const settled = await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.kind, 'recovery'), eq(task.aboutId, change.id), isNull(task.doneAt)))
      .returning({ id: task.id });
    if (settled.length === 0) return { ok: false, reason: 'not-open' };
    await record(tx, {
      event: 'recovery.settled',
      subject: change.accountId,
      detail: { change: change.id },
    });
    return { ok: true };
  });
}
