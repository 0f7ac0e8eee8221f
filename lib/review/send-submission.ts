// A client sends what they answered: all of it fixed as it stands, once, gaps and all.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { client, notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { currentAnswers } from '@/lib/forms/answers-of';
import { sectionsAsked } from '@/lib/forms/asked';
import { definition } from '@/lib/forms/definition';
import { type Intake, openIntake } from '@/lib/forms/open-intake';
import { settleAnswers } from '@/lib/forms/settle-answers';
import { draftsOfPages, unsavedUnasked } from '@/lib/forms/unsaved-text';
import { enqueue } from '@/lib/jobs/enqueue';
import { appointmentOf, hasMet } from '@/lib/scheduling/appointment-of';
import { timeRequestOf } from '@/lib/scheduling/time-request';
import { entryOf } from '@/lib/scheduling/waitlist-of';
import { changeStatus } from './change-status';

export type Sent =
  | { ok: true; reference: string }
  | { ok: false; reason: 'not-ready' | 'nothing-to-send' | 'words-unsaved' };

/**
 * Sent twice is once: the second time gives the same reference. It may be sent with gaps, which are fixed as gaps.
 * Refused: `nothing-to-send` (no intake is open), `not-ready` (no first session is booked or was held, and they neither wait for a time nor asked to be given one),
 * `words-unsaved` (something was typed and never saved, beside a question that is none of `leaves`: those they were asked about and send without).
 */
export async function sendSubmission(
  actor: Actor & { kind: 'client' },
  leaves: readonly string[] = [],
): Promise<Sent> {
  return as(actor, async (tx) => {
    // The lock that saving a page takes: nothing is written beside what is being sent.
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    const intake = await openIntake(tx, actor.id);
    if (!intake || intake.notForUsAt) return { ok: false, reason: 'nothing-to-send' };
    const { id, reference, status } = intake;
    if (status !== 'draft') return { ok: true, reference };
    if (!(await hasOrWaits(tx, actor.id))) return { ok: false, reason: 'not-ready' };
    if (await leavesWords(tx, intake, leaves)) return { ok: false, reason: 'words-unsaved' };
    await settleAnswers(tx, intake);
    await tellReceived(tx, actor.id, id);
    const sent = await changeStatus(tx, actor, id, 'send', {
      set: { submittedAt: clock.now(), definitionVersion: definition.version },
    });
    if (!sent.ok) throw new Error(`a draft under lock could not be sent: ${sent.reason}`);
    return { ok: true, reference };
  });
}

async function leavesWords(tx: Tx, intake: Intake, leaves: readonly string[]): Promise<boolean> {
  // Most have kept nothing of the kind: then no answer has to be opened.
  if ((await draftsOfPages(tx, intake.clientId)).length === 0) return false;
  const answers = await currentAnswers(tx, intake);
  const sections = await sectionsAsked(tx, answers);
  return (await unsavedUnasked(tx, intake.clientId, sections, answers, leaves)).length > 0;
}

const hasOrWaits = async (tx: Tx, clientId: string): Promise<boolean> =>
  (await appointmentOf(tx, clientId)) !== null ||
  (await timeRequestOf(tx, clientId)) !== null ||
  (await entryOf(tx, clientId)) !== null ||
  (await hasMet(tx, clientId));

async function tellReceived(tx: Tx, clientId: string, submissionId: string) {
  const noticeId = newId();
  await tx.insert(notice).values({
    id: noticeId,
    kind: 'submission-received',
    accountId: clientId,
    aboutId: submissionId,
    createdAt: clock.now(),
  });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
