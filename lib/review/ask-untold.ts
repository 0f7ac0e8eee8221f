// Somebody was asked for more and no mail may tell them: somebody here does, until they have answered or are asked no more.
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { TaskKind } from '@/lib/tasks/add-task';
import type { NotToActOn } from './on-the-case';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';
import { whyNotToWrite } from './write-message';

const UNTOLD: TaskKind = 'question-untold';

const isUntold = (clientId: string) =>
  and(eq(task.clientId, clientId), eq(task.kind, UNTOLD), isNull(task.doneAt));

/** By when they are to be told; null when there is nothing to tell. */
export async function askUntold(tx: Tx, clientId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ dueAt: task.dueAt })
    .from(task)
    .where(isUntold(clientId))
    .orderBy(asc(task.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
}

/** Once they have answered, or are asked no more, there is nothing to tell. `by` = the member of staff through whom it ended. */
export async function endAskUntold(tx: Tx, clientId: string, by?: Actor & { kind: 'staff' }) {
  const ended = await tx
    .update(task)
    .set({ doneAt: clock.now(), ...(by && { doneBy: by.id }) })
    .where(isUntold(clientId))
    .returning({ id: task.id });
  for (const { id } of ended)
    await record(tx, { event: 'task.ended', subject: clientId, detail: { kind: UNTOLD, task: id } });
}

/** Somebody here has told the client, in the way they allow. Twice is once. Refused: `unknown`, `not-on-the-case`, `only-opened`. */
export async function settleAskUntold(
  actor: Staff,
  reference: string,
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
      .where(isUntold(found.clientId))
      .returning({ id: task.id });
    for (const { id } of settled)
      await record(tx, {
        ...{ event: 'task.settled', subject: found.clientId },
        detail: { kind: UNTOLD, task: id },
      });
    return { ok: true };
  });
}
