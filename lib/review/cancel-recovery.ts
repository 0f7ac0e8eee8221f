// Staff call a recovery off: the address stays what it was.
import { and, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { addressChange } from '@/db/schema';
import { changeIsOpen } from '@/lib/accounts/address-change';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { closeTasks, maySee } from './recovery';
import type { Staff } from './submission-by-reference';

/** Refused: `not-allowed`, `not-open` (there is none, or it is done, run out or called off already). */
export async function cancelRecovery(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'not-open' }> {
  if (!maySee(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const [cancelled] = await tx
      .update(addressChange)
      .set({ cancelledAt: clock.now(), cancelledBy: 'staff' })
      .where(and(eq(addressChange.reference, reference.toUpperCase()), changeIsOpen('recovery')))
      .returning({ id: addressChange.id, accountId: addressChange.accountId });
    if (!cancelled) return { ok: false, reason: 'not-open' };
    await closeTasks(tx, actor, cancelled.id);
    await record(tx, {
      event: 'recovery.cancelled',
      subject: cancelled.accountId,
      detail: { change: cancelled.id },
    });
    return { ok: true };
  });
}
