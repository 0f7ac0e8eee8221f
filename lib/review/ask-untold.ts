// Somebody was asked for more and no mail may tell them: somebody here does, until they have answered or are asked no more.
import { asc } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isUntold, settleUntold, type Untold } from './settle-untold';
import type { Staff } from './submission-by-reference';

const UNTOLD: Untold = 'question-untold';

/** By when they are to be told; null when there is nothing to tell. */
export async function askUntold(tx: Tx, clientId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ dueAt: task.dueAt })
    .from(task)
    .where(isUntold(clientId, UNTOLD))
    .orderBy(asc(task.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
}

/** Once they have answered, or are asked no more, there is nothing to tell. `by` = the member of staff through whom it ended. */
export async function endAskUntold(tx: Tx, clientId: string, by?: Actor & { kind: 'staff' }) {
  const ended = await tx
    .update(task)
    .set({ doneAt: clock.now(), ...(by && { doneBy: by.id }) })
    .where(isUntold(clientId, UNTOLD))
    .returning({ id: task.id });
  for (const { id } of ended)
    await record(tx, { event: 'task.ended', subject: clientId, detail: { kind: UNTOLD, task: id } });
}

/** Somebody here has told the client, as `settleUntold` says. */
export const settleAskUntold = (actor: Staff, reference: string) => settleUntold(actor, reference, UNTOLD);
