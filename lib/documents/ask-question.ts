// A client asks about a document: sealed, and set before staff as a task. Nothing waits for the answer.
import { and, count, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { documentQuestion, task } from '@/db/schema';
import { withinLimit } from '@/lib/accounts/limits';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { lockSigner } from '@/lib/documents/lock-signer';
import { questionAudience, questionPlace } from '@/lib/documents/question';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { addTask } from '@/lib/tasks/add-task';
import { sealFor } from '@/lib/vault/keys';

/** `formToken` is made with the form: the same form sent twice asks once. */
export type Asking = { slug: DocumentSlug; text: string; formToken: string };

export type Asked = { ok: true } | { ok: false; reason: 'too-many-questions' | 'wait-for-answers' };

/** Staffed hours staff have to answer: two working days of most clinics. */
const HOURS = 16;

/** More than anybody asks about eight documents; and few enough that staff see everybody else's too. */
export const MOST_WAITING = 10;

/**
 * Refused: `too-many-questions` (more than a few within a quarter of an hour), `wait-for-answers` (as many as
 * `MOST_WAITING` are not answered yet).
 */
export async function askQuestion(
  actor: Actor & { kind: 'client' },
  { slug, text, formToken }: Asking,
): Promise<Asked> {
  return as(actor, async (tx) => {
    await lockSigner(tx, actor.id);
    const [before] = await tx
      .select({ id: documentQuestion.id })
      .from(documentQuestion)
      .where(and(eq(documentQuestion.clientId, actor.id), eq(documentQuestion.formToken, formToken)));
    if (before) return { ok: true };
    if (!(await withinLimit(tx, 'question.account', actor.id)))
      return { ok: false, reason: 'too-many-questions' };
    if ((await waitingOf(tx, actor.id)) >= MOST_WAITING) return { ok: false, reason: 'wait-for-answers' };
    const id = newId();
    await tx.insert(documentQuestion).values({
      id,
      clientId: actor.id,
      slug,
      audience: questionAudience(slug),
      content: await sealFor(tx, actor.id, questionPlace(id), text),
      formToken,
      askedAt: clock.now(),
    });
    const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS);
    await addTask(tx, { kind: 'question', clientId: actor.id, aboutId: id, dueAt });
    await record(tx, {
      event: 'question.asked',
      subject: actor.id,
      detail: { document: slug, question: id },
    });
    return { ok: true };
  });
}

/** How many of this client's questions staff have still to answer. */
async function waitingOf(tx: Tx, clientId: string): Promise<number> {
  const [waiting] = await tx
    .select({ count: count() })
    .from(task)
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'question'), isNull(task.doneAt)));
  return waiting?.count ?? 0;
}
