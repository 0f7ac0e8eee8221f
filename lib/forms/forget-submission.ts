// What somebody told us whom we cannot take is deleted a day later, and with it the key that opened it.
import { and, eq, isNull, ne } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import {
  account,
  appointment,
  chapterRead,
  documentQuestion,
  estimate,
  formDraft,
  nameIndex,
  reflection,
  signature,
  siteMessage,
  submission,
  task,
  vaultKey,
  waitlistEntry,
} from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { enqueue } from '@/lib/jobs/enqueue';
import { hasOpenSign, keepOnlySigns } from './delete-intake';

/** A minute less than a day: the job may come a little early by our clock. */
const KEPT = (24 * 60 - 1) * 60 * 1000;
/** Until it is looked at again whether a danger sign was closed. */
const AGAIN = 6 * 60 * 60 * 1000;

/**
 * Does nothing when the answer that ruled them out was put right since (and, if it was then changed back, before a
 * day has passed again), or when it was done before.
 */
export async function forgetSubmission({
  submissionId,
  clientId,
}: {
  submissionId: string;
  clientId: string;
}) {
  await as({ kind: 'job', name: 'submission.forget' }, async (tx) => {
    const [intake] = await tx
      .select({ notForUsAt: submission.notForUsAt })
      .from(submission)
      .where(and(eq(submission.id, submissionId), eq(submission.clientId, clientId)));
    if (!intake?.notForUsAt || clock.now().getTime() - intake.notForUsAt.getTime() < KEPT) return;
    if (!(await hasOpenSign(tx, submissionId))) return forgetIntake(tx, { submissionId, clientId });
    // Somebody still sees to a danger sign: it stays, with how to reach them, and the rest goes now.
    await keepOnlySigns(tx, { id: submissionId, clientId });
    const startAfter = new Date(clock.now().getTime() + AGAIN);
    await enqueue(tx, { name: 'submission.forget', data: { submissionId, clientId }, startAfter });
  });
}

/**
 * Deletes an intake and all that was given with it; the account and its key too, unless something with us must stay. What
 * staff began to write about it goes by itself, however it is deleted (`foyer.drop_written_about`).
 * What happened stays in the record. For a job, which has made sure that it may be.
 */
export async function forgetIntake(
  tx: Tx,
  { submissionId, clientId }: { submissionId: string; clientId: string },
) {
  const keepsAccount = await hasMore(tx, clientId, submissionId);
  if (keepsAccount) {
    await tx.delete(submission).where(eq(submission.id, submissionId));
    await tx.delete(nameIndex).where(eq(nameIndex.clientId, clientId));
    await tx.delete(siteMessage).where(eq(siteMessage.clientId, clientId));
    await tx.delete(documentQuestion).where(eq(documentQuestion.clientId, clientId));
    await tx.delete(formDraft).where(eq(formDraft.accountId, clientId));
    await tx.delete(reflection).where(eq(reflection.clientId, clientId));
    await tx.delete(waitlistEntry).where(eq(waitlistEntry.clientId, clientId));
    await tx.delete(chapterRead).where(eq(chapterRead.clientId, clientId));
    // A recovery is about the account, which stays: it ends by itself.
    await tx
      .update(task)
      .set({ doneAt: clock.now() })
      .where(and(eq(task.clientId, clientId), ne(task.kind, 'recovery'), isNull(task.doneAt)));
  } else {
    await tx.delete(account).where(eq(account.id, clientId));
    await tx.delete(vaultKey).where(eq(vaultKey.subjectId, clientId));
  }
  await record(tx, { event: 'account.forgotten', subject: clientId, detail: { keepsAccount } });
}

/** A signature and an estimate must stay, and so must whatever else they have with us. */
async function hasMore(tx: Tx, clientId: string, submissionId: string): Promise<boolean> {
  const [signed, given, booked, other] = [
    await tx.select({ id: signature.id }).from(signature).where(eq(signature.clientId, clientId)).limit(1),
    await tx.select({ id: estimate.id }).from(estimate).where(eq(estimate.clientId, clientId)).limit(1),
    await tx
      .select({ id: appointment.id })
      .from(appointment)
      .where(eq(appointment.clientId, clientId))
      .limit(1),
    await tx
      .select({ id: submission.id })
      .from(submission)
      .where(and(eq(submission.clientId, clientId), ne(submission.id, submissionId)))
      .limit(1),
  ];
  return [signed, given, booked, other].some((rows) => rows.length > 0);
}
