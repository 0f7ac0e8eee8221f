// A client gives what a clinician asked them for: answers on the forms, words of their own, or both; and the review goes on.
import { and, eq, gt } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, informationRequest } from '@/db/schema';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import { clock } from '@/lib/env/clock';
import { lockIntake } from '@/lib/forms/lock-intake';
import { readBy } from '@/lib/forms/note-correction';
import { addTask } from '@/lib/tasks/add-task';
import { sealFor } from '@/lib/vault/keys';
import { endAskUntold } from './ask-untold';
import { changeStatus } from './change-status';
import { type InformationRequest, openRequestOf, requestPlace } from './information-requests';

/** Characters. */
export const LONGEST_REPLY = 2000;
/** One working day of eight hours: somebody waits for them already. */
const READ_WITHIN_HOURS = 8;

export type GiveRefusal = 'nothing-asked' | 'nothing-given' | 'too-long' | 'not-readable';

/**
 * Not every question must be answered, but something must be given. Sent twice is once. Refused: `nothing-asked` (nothing waits
 * for an answer), `nothing-given`, `too-long`, `not-readable`.
 */
export async function giveMore(
  actor: Actor & { kind: 'client' },
  typed: string,
): Promise<{ ok: true } | { ok: false; reason: GiveRefusal }> {
  const text = tidy(typed);
  const fault = textFault(text, LONGEST_REPLY);
  if (fault) return { ok: false, reason: fault.reason === 'too-long' ? 'too-long' : 'not-readable' };
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    const asked = intake && (await openRequestOf(tx, actor.id));
    if (!asked) return { ok: false, reason: 'nothing-asked' };
    if (text === '' && (await answeredSince(tx, intake.id, asked)).size === 0)
      return { ok: false, reason: 'nothing-given' };
    const reply = text === '' ? null : await sealFor(tx, actor.id, requestPlace('reply', asked.id), text);
    await tx
      .update(informationRequest)
      .set({ endedAt: clock.now(), endedBy: 'client', reply })
      .where(eq(informationRequest.id, asked.id));
    await endAskUntold(tx, actor.id);
    await addTask(tx, {
      ...{ kind: 'information', clientId: actor.id, aboutId: asked.id },
      dueAt: await readBy(tx, READ_WITHIN_HOURS),
    });
    const moved = await changeStatus(tx, actor, intake.id, 'give-more', { detail: { request: asked.id } });
    if (!moved.ok) throw new Error(`what was asked for could not be given: ${moved.reason}`);
    return { ok: true };
  });
}

/** Which of the questions asked for were answered, or answered anew, since. */
export async function answeredSince(
  tx: Tx,
  submissionId: string,
  { questions, askedAt }: Pick<InformationRequest, 'questions' | 'askedAt'>,
): Promise<Set<string>> {
  if (questions.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ question: answer.question })
    .from(answer)
    .where(
      and(
        eq(answer.submissionId, submissionId),
        oneOf(answer.question, questions),
        gt(answer.answeredAt, askedAt),
      ),
    );
  return new Set(rows.map(({ question }) => question));
}
