// A client stopped a recovery they had not asked for; a lead or an admin has looked into it, and says so.
import { and, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { addressChange } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { closeTasks, isAlone, maySettle } from './recovery';
import type { Staff } from './submission-by-reference';

export type SettleRefusal = 'not-allowed' | 'own-recovery' | 'not-open';

/**
 * Settled twice is once. Refused: `not-allowed` (neither lead nor admin), `own-recovery` (they started it: somebody
 * else looks into it, unless they are alone in the clinic), `not-open` (nothing waits to be looked into).
 */
export async function settleRecovery(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: SettleRefusal }> {
  if (!maySettle(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const [change] = await tx
      .select()
      .from(addressChange)
      .where(
        and(eq(addressChange.reference, reference.toUpperCase()), eq(addressChange.cancelledBy, 'client')),
      );
    if (!change) return { ok: false, reason: 'not-open' };
    if (change.startedBy === actor.id && !(await isAlone(tx))) return { ok: false, reason: 'own-recovery' };
    if ((await closeTasks(tx, actor, change.id)) === 0) return { ok: false, reason: 'not-open' };
    await record(tx, {
      event: 'recovery.settled',
      subject: change.accountId,
      detail: { change: change.id },
    });
    return { ok: true };
  });
}
