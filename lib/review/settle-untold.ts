// What no mail may tell a client stands as a task until somebody here has told them.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { TaskKind } from '@/lib/tasks/add-task';
import type { NotToActOn } from './on-the-case';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';
import { whyNotToWrite } from './write-message';

/** Of which they are still to be told. */
export type Untold = Extract<TaskKind, 'letter-untold' | 'question-untold'>;

export const isUntold = (clientId: string, kind: Untold) =>
  and(eq(task.clientId, clientId), eq(task.kind, kind), isNull(task.doneAt));

/** Somebody here has told the client of it, in the way they allow. Twice is once. Refused: `unknown`, `not-on-the-case`, `only-opened`. */
export async function settleUntold(
  actor: Staff,
  reference: string,
  kind: Untold,
): Promise<{ ok: true } | { ok: false; reason: 'unknown' | NotToActOn }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || !(isClinical(actor) || actor.roles.includes('front-desk')))
      return { ok: false, reason: 'unknown' };
    const notTheirs = await whyNotToWrite(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    const settled = await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id })
      .where(isUntold(found.clientId, kind))
      .returning({ id: task.id });
    for (const { id } of settled)
      await record(tx, { event: 'task.settled', subject: found.clientId, detail: { kind, task: id } });
    return { ok: true };
  });
}
