// An intake that was never sent is deleted: the answers, what was typed, and the names it was found by. What else they have with us stays.
import { and, eq, isNull, like, not, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { answer, flag, formDraft, nameIndex, sectionConfirmation, submission, task } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { isReach } from './how-to-reach';
import type { Intake } from './open-intake';

/** Of whom nothing else is needed to reach them: the name to use, and how they want to be met. */
const TO_REACH = (question: string) => isReach(question) || question === 'B1' || /^A8/.test(question);

/**
 * To be called in a transaction of the client's own, or of a job, with the intake locked and a draft. While a danger sign is
 * not closed, the answer that raised it stays, and how to reach them: what staff can see already. Once it is gone, so is what
 * staff began to write about it (`foyer.drop_written_about`). Returns whether a sign stays.
 */
export async function deleteIntake(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'clientId' | 'status'>,
): Promise<{ keepsSign: boolean }> {
  const { id, clientId } = intake;
  if (intake.status !== 'draft') throw new Error('what was sent is not deleted this way');
  const keepsSign = await hasOpenSign(tx, id);
  if (keepsSign) {
    await keepOnlySigns(tx, intake);
    return { keepsSign };
  }
  await dropTyped(tx, clientId);
  await tx
    .update(task)
    .set({ doneAt: clock.now() })
    .where(and(eq(task.clientId, clientId), eq(task.kind, 'time-wanted'), isNull(task.doneAt)));
  await tx.delete(nameIndex).where(eq(nameIndex.clientId, clientId));
  const gone = await tx
    .delete(submission)
    .where(and(eq(submission.id, id), eq(submission.status, 'draft')))
    .returning({ id: submission.id });
  if (gone.length === 0) throw new Error('an intake could not be deleted');
  return { keepsSign };
}

/** Whether a danger sign of this intake still waits for what comes of it. */
export async function hasOpenSign(tx: Tx, submissionId: string): Promise<boolean> {
  const [row] = await tx.execute<{ open: boolean }>(
    sql`select foyer.has_open_flags(${submissionId}) as open`,
  );
  return row?.open ?? false;
}

/** Of a draft: the answers that are danger signs stay, and how to reach them. Nothing else that was said or typed does. */
export async function keepOnlySigns(tx: Tx, { id, clientId }: Pick<Intake, 'id' | 'clientId'>) {
  await dropTyped(tx, clientId);
  const rows = await tx
    .selectDistinct({ question: answer.question })
    .from(answer)
    .where(eq(answer.submissionId, id));
  const stay = rows.map(({ question }) => question).filter(TO_REACH);
  const flagged = tx
    .select({ id: flag.answerId })
    .from(flag)
    .where(and(eq(flag.submissionId, id), sql`${flag.answerId} is not null`));
  await tx
    .delete(answer)
    .where(
      and(
        eq(answer.submissionId, id),
        stay.length > 0 ? not(oneOf(answer.question, stay)) : undefined,
        notInArray(answer.id, flagged),
      ),
    );
  await tx.delete(sectionConfirmation).where(eq(sectionConfirmation.submissionId, id));
}

const dropTyped = (tx: Tx, clientId: string) =>
  tx.delete(formDraft).where(and(eq(formDraft.accountId, clientId), like(formDraft.form, 'forms/%')));
