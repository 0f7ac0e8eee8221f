// Staff have been in touch with somebody for whom no page could offer a time.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { NotToActOn } from './on-the-case';
import { type Staff, submissionByReference } from './submission-by-reference';
import { whyNotToWrite } from './write-message';

/** Settled twice is once. Refused: `unknown`, `not-on-the-case`, `only-opened`. */
export async function settleTime(
  actor: Staff,
  reference: string,
): Promise<{ ok: true; stillKnown: boolean } | { ok: false; reason: 'unknown' | NotToActOn }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const notTheirs = await whyNotToWrite(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    const settled = await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(and(eq(task.clientId, found.clientId), eq(task.kind, 'time-wanted'), isNull(task.doneAt)))
      .returning({ id: task.id });
    for (const { id } of settled)
      await record(tx, { event: 'time.settled', subject: found.clientId, detail: { task: id } });
    // An unsent one may have been theirs to see for this alone.
    return { ok: true, stillKnown: (await submissionByReference(tx, actor, reference)) !== null };
  });
}
