// A member of staff has answered a client's question, or seen to a withdrawal, and says so.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { documentQuestion, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import type { AnsweredBy } from './answered-by';
import { FROM_CLIENTS } from './from-clients';
import type { Staff } from './submission-by-reference';

/**
 * `by`: how a question was answered; a withdrawal needs none. Twice is once. Refused: `not-open` (nothing waits under
 * that id), `not-allowed` (they may not read what was asked), `by-missing`.
 */
export async function settleFromClient(
  actor: Staff,
  taskId: string,
  by: AnsweredBy | null,
): Promise<{ ok: true } | { ok: false; reason: 'not-open' | 'not-allowed' | 'by-missing' }> {
  if (!/^[0-9a-f-]{36}$/.test(taskId)) return { ok: false, reason: 'not-open' };
  return as(actor, async (tx) => {
    const [open] = await tx
      .select()
      .from(task)
      .where(and(eq(task.id, taskId), inArray(task.kind, [...FROM_CLIENTS]), isNull(task.doneAt)))
      .for('update');
    if (!open?.aboutId || !open.clientId) return { ok: false, reason: 'not-open' };
    if (open.kind === 'question') {
      const [readable] = await tx
        .select({ id: documentQuestion.id })
        .from(documentQuestion)
        .where(eq(documentQuestion.id, open.aboutId));
      if (!readable) return { ok: false, reason: 'not-allowed' };
      if (!by) return { ok: false, reason: 'by-missing' };
    }
    const question = open.kind === 'question';
    await tx
      .update(task)
      .set({ doneAt: clock.now(), doneBy: actor.id, answeredBy: question ? by : null })
      .where(eq(task.id, taskId));
    await record(tx, {
      event: question ? 'question.answered' : 'withdrawal.settled',
      subject: open.clientId,
      detail: { task: taskId, ...(question && { by }) },
    });
    return { ok: true };
  });
}
