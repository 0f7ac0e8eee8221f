// A clinician asks a client for more: which questions, and a few words; it stands at the client's home, and the review waits for it.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { informationRequest, notice, submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { questionNamed } from '@/lib/forms/definition';
import { enqueue } from '@/lib/jobs/enqueue';
import { sealFor } from '@/lib/vault/keys';
import { changeStatus, type StatusRefusal } from './change-status';
import { requestPlace } from './information-requests';
import { type Staff, submissionByReference } from './submission-by-reference';
import { type MessageFault, messageIn } from './write-message';

/** More at once is no question any more. */
const MOST_QUESTIONS = 20;

type Asked = { reference: string; questions: readonly string[]; text: string; formToken: string };
export type AskRefusal = StatusRefusal | MessageFault | 'unknown' | 'too-many-questions';

/**
 * The same form sent twice asks once. The client is told that something waits, in the way they allow. Refused: `unknown`,
 * `not-allowed`, `not-on-the-case`, `not-now` (it is not in review), `too-many-questions`, and what is wrong with the message.
 */
export async function askForMore(
  actor: Staff,
  { reference, questions, text, formToken }: Asked,
): Promise<{ ok: true } | { ok: false; reason: AskRefusal }> {
  const message = messageIn(text);
  if (!message.ok) return message;
  const asked = [...new Set(questions)].filter((id) => questionNamed(id));
  if (asked.length > MOST_QUESTIONS) return { ok: false, reason: 'too-many-questions' };
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    await tx.select({ id: submission.id }).from(submission).where(eq(submission.id, found.id)).for('update');
    if (await wasAsked(tx, actor, formToken)) return { ok: true };
    const { clientId } = found;
    const id = newId();
    const moved = await changeStatus(tx, actor, found.id, 'ask-for-more', {
      detail: { request: id, questions: asked },
    });
    if (!moved.ok) return moved;
    await tx.insert(informationRequest).values({
      ...{ id, submissionId: found.id, clientId, askedBy: actor.id, askedAt: clock.now(), formToken },
      questions: asked,
      message: await sealFor(tx, clientId, requestPlace('message', id), message.text),
    });
    await tellClient(tx, clientId, id);
    return { ok: true };
  });
}

async function wasAsked(tx: Tx, actor: Staff, formToken: string): Promise<boolean> {
  const rows = await tx
    .select({ askedBy: informationRequest.askedBy })
    .from(informationRequest)
    .where(eq(informationRequest.formToken, formToken));
  return rows.some(({ askedBy }) => askedBy === actor.id);
}

async function tellClient(tx: Tx, clientId: string, aboutId: string) {
  const noticeId = newId();
  const createdAt = clock.now();
  await tx
    .insert(notice)
    .values({ id: noticeId, kind: 'question-for-you', accountId: clientId, aboutId, createdAt });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
