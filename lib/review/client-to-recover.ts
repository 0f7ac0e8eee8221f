// What front desk needs in order to make sure who is asking: how they may be called back, when they were born, what they signed.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { openChangeOf } from '@/lib/accounts/address-change';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { signaturesOf } from '@/lib/documents/signatures';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { answersForStaff, newestOf } from './answers-for-staff';
import { recentObjection } from './recent-objection';
import { maySettle, mayStart } from './recovery';
import type { Staff } from './submission-by-reference';

/** The name to use, the legal name, the date of birth, the number on file and what it may be used for. Nothing clinical. */
const ON_FILE = ['B1', 'B2', 'B3', 'A2', 'A3', 'A7'] as const;

export type OnFile = { id: (typeof ON_FILE)[number]; label: string; lines: string[] };

export type ClientToRecover = NonNullable<Awaited<ReturnType<typeof clientToRecover>>>;

/**
 * By the reference of one of their submissions; null for one that doesn't exist and for who may not. Of forms that
 * were not sent front desk sees nothing. Reading it is one line in the client's record.
 */
export async function clientToRecover(actor: Staff, reference: string) {
  if (!mayStart(actor)) return null;
  return as(actor, async (tx) => {
    const [found] = await tx
      .select()
      .from(submission)
      .where(eq(submission.reference, reference.toUpperCase()));
    if (!found) return null;
    const sent = found.status !== 'draft';
    const open = await openChangeOf(tx, found.clientId, 'recovery');
    const client = {
      reference: found.reference,
      sent,
      email: await emailOfAccount(tx, found.clientId),
      onFile: sent ? await onFile(tx, actor, found.id) : [],
      documents: sent ? await signedBy(tx, found.clientId) : [],
      steps: (await clinicOf(tx)).recoverySteps,
      /** The one under way; null when there is none. */
      open: open?.reference ?? null,
      /** They stopped one within 30 days, and who looks here may not start another. */
      objected: !maySettle(actor) && (await recentObjection(tx, found.clientId)),
    };
    await record(tx, {
      event: 'recovery.read',
      subject: found.clientId,
      detail: { submission: found.id },
    });
    return client;
  });
}

const signedBy = async (tx: Tx, clientId: string) =>
  (await signaturesOf(tx, clientId)).flatMap(({ slug, kind }) => (kind === 'withdrawal' ? [] : [slug]));

async function onFile(tx: Tx, actor: Staff, submissionId: string): Promise<OnFile[]> {
  const answers = newestOf(await answersForStaff(tx, actor, submissionId));
  return ON_FILE.flatMap((id) => {
    const question = questionNamed(id);
    const given = answers.get(id);
    if (!question || given?.state !== 'answered') return [];
    return [{ id, label: question.short, lines: answerInWords(question, given).lines }];
  });
}
