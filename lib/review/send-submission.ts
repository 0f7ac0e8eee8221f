// A client sends what they answered: all of it fixed as it stands, once, gaps and all.
import { and, eq, isNull, notInArray } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { notice, submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { changeStatus } from './change-status';

export type Sent = { ok: true; reference: string } | { ok: false; reason: 'not-ready' | 'nothing-to-send' };

/**
 * Sent twice is once: the second time gives the same reference. It may be sent with gaps.
 * Refused: `nothing-to-send` (no intake is open), `not-ready` (no first session is booked, which comes before).
 */
export async function sendSubmission(actor: Actor & { kind: 'client' }): Promise<Sent> {
  return as(actor, async (tx) => {
    const [own] = await tx
      .select({ id: submission.id, reference: submission.reference, status: submission.status })
      .from(submission)
      .where(
        and(
          eq(submission.clientId, actor.id),
          notInArray(submission.status, ['declined', 'closed']),
          isNull(submission.notForUsAt),
        ),
      )
      .for('update');
    if (!own) return { ok: false, reason: 'nothing-to-send' };
    if (own.status !== 'draft') return { ok: true, reference: own.reference };
    if (!(await appointmentOf(tx, actor.id))) return { ok: false, reason: 'not-ready' };
    await tellReceived(tx, actor.id, own.id);
    const moved = await changeStatus(tx, actor, own.id, 'send', { set: { submittedAt: clock.now() } });
    if (!moved.ok) throw new Error(`a draft under lock could not be sent: ${moved.reason}`);
    return { ok: true, reference: own.reference };
  });
}

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
