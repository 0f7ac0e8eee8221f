// A member of staff has answered a client's question, seen to a withdrawal, or read what was changed or added, and says so.
import { and, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, documentQuestion, informationRequest, task } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import type { AnsweredBy } from './answered-by';
import { FROM_CLIENTS, type FromClientKind, isForThem, questionIsGone, READ_ON_FILE } from './from-clients';
import { type Staff, submissionByReference } from './submission-by-reference';

/**
 * `by`: how a question was answered; nothing else needs one. `readOn`: the reference of the file where it was read, which
 * shows nothing but what was changed or given there. Twice is once. Refused: `not-open` (nothing of the kind waits under
 * that id, or not there), `not-allowed` (they may not read what was asked, or a correction isn't theirs to read for the case), `by-missing`.
 */
export async function settleFromClient(
  actor: Staff,
  taskId: string,
  by: AnsweredBy | null,
  readOn?: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-open' | 'not-allowed' | 'by-missing' }> {
  if (!isId(taskId)) return { ok: false, reason: 'not-open' };
  const kinds = readOn === undefined ? FROM_CLIENTS : READ_ON_FILE;
  return as(actor, async (tx) => {
    const file = readOn === undefined ? null : await submissionByReference(tx, actor, readOn);
    const [open] = await tx
      .select()
      .from(task)
      .where(and(eq(task.id, taskId), oneOf(task.kind, kinds), isNull(task.doneAt)))
      .for('update');
    if (!open?.aboutId || !open.clientId) return { ok: false, reason: 'not-open' };
    if (readOn !== undefined && file?.clientId !== open.clientId) return { ok: false, reason: 'not-open' };
    if (!(await isForThem(tx, actor, open.kind as FromClientKind, open.clientId)))
      return { ok: false, reason: 'not-allowed' };
    const event = await whatItMeans(tx, open.kind, open.aboutId);
    if (!event) return { ok: false, reason: 'not-allowed' };
    const answered = event === 'question.answered';
    if (answered && !by) return { ok: false, reason: 'by-missing' };
    await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id, answeredBy: answered ? by : null })
      .where(eq(task.id, taskId));
    const detail = { task: taskId, ...(answered && { by }) };
    await record(tx, { event, subject: open.clientId, detail });
    return { ok: true };
  });
}

/** Whether the policies give this member of staff what is to be read. */
async function mayRead(tx: Tx, kind: 'correction' | 'information', id: string): Promise<boolean> {
  const rows =
    kind === 'correction'
      ? await tx.select({ id: answer.id }).from(answer).where(eq(answer.id, id))
      : await tx
          .select({ id: informationRequest.id })
          .from(informationRequest)
          .where(eq(informationRequest.id, id));
  return rows.length > 0;
}

/** Null where there is a question that they may not read. One that was deleted since is nobody's secret. */
async function whatItMeans(tx: Tx, kind: string, aboutId: string): Promise<AuditEventName | null> {
  if (kind === 'withdrawal') return 'withdrawal.settled';
  if (kind === 'correction' || kind === 'information')
    return (await mayRead(tx, kind, aboutId)) ? 'correction.read' : null;
  const [readable] = await tx
    .select({ id: documentQuestion.id })
    .from(documentQuestion)
    .where(eq(documentQuestion.id, aboutId));
  if (readable) return 'question.answered';
  return (await questionIsGone(tx, aboutId)) ? 'question.dropped' : null;
}
