// A member of staff has answered a client's question, or seen to a withdrawal, and says so.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { documentQuestion, task } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import { FROM_CLIENTS, questionIsGone } from './from-clients';
import type { Staff } from './submission-by-reference';

/** Twice is once. Refused: `not-open` (nothing waits under that id), `not-allowed` (they may not read what was asked). */
export async function settleFromClient(
  actor: Staff,
  taskId: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-open' | 'not-allowed' }> {
  if (!isId(taskId)) return { ok: false, reason: 'not-open' };
  return as(actor, async (tx) => {
    const [open] = await tx
      .select()
      .from(task)
      .where(and(eq(task.id, taskId), inArray(task.kind, [...FROM_CLIENTS]), isNull(task.doneAt)))
      .for('update');
    if (!open?.aboutId || !open.clientId) return { ok: false, reason: 'not-open' };
    const event = await whatItMeans(tx, open.kind, open.aboutId);
    if (!event) return { ok: false, reason: 'not-allowed' };
    await tx.update(task).set({ doneAt: clock.now(), doneBy: actor.id }).where(eq(task.id, taskId));
    await record(tx, { event, subject: open.clientId, detail: { task: taskId } });
    return { ok: true };
  });
}

/** Null where there is a question that they may not read. One that was deleted since is nobody's secret. */
async function whatItMeans(tx: Tx, kind: string, aboutId: string): Promise<AuditEventName | null> {
  if (kind === 'withdrawal') return 'withdrawal.settled';
  const [readable] = await tx
    .select({ id: documentQuestion.id })
    .from(documentQuestion)
    .where(eq(documentQuestion.id, aboutId));
  if (readable) return 'question.answered';
  return (await questionIsGone(tx, aboutId)) ? 'question.dropped' : null;
}
