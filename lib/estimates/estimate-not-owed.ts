// Staff say that no estimate is owed after all: the client uses insurance, which nobody knew when they booked.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { clientForEstimate } from './client-for-estimate';

/** Only what booking set is closed; what the client asked for stays. Refused: `unknown`, `nothing-owed`. */
export async function estimateNotOwed(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | 'nothing-owed' }> {
  return as(actor, async (tx) => {
    const client = await clientForEstimate(tx, actor, reference);
    if (!client) return { ok: false, reason: 'unknown' };
    const owed = client.tasks.filter(({ aboutId }) => aboutId !== null);
    if (owed.length === 0) return { ok: false, reason: 'nothing-owed' };
    for (const { id } of owed)
      await tx
        .update(task)
        .set({ doneAt: clock.now(), doneBy: actor.id })
        .where(and(eq(task.id, id), isNull(task.doneAt)));
    await record(tx, {
      event: 'estimate.not-owed',
      subject: client.clientId,
      detail: { tasks: owed.map(({ id }) => id) },
    });
    return { ok: true };
  });
}
