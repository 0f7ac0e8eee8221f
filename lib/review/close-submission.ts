// Somebody's way here is finished: it is closed with a reason, and a mistake is undone as easily.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { bookedAhead, cancelBooked } from '@/lib/scheduling/cancel-booked';
import { despiteDeadlock } from '@/lib/scheduling/despite-deadlock';
import { lockClients } from '@/lib/scheduling/lock-client';
import { changeStatus, type StatusRefusal } from './change-status';
import { stampOfTimes } from './decline-submission';
import { endWhatWaits, holdToEnd, noteEnding } from './end-what-waits';
import { flagsOf, redNotSeen } from './flags-of';
import { whyNotToActOn } from './on-the-case';
import { mayMake } from './status';
import { type Staff, submissionByReference } from './submission-by-reference';

export const CLOSE_REASONS = ['finished', 'stopped', 'referred-on', 'no-contact', 'other'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export type Closing = {
  reference: string;
  reason: CloseReason;
  /** The appointment ahead that is to be cancelled with it, as it was shown (`stampOfTimes`); '' for none. */
  cancels: string;
};

export type CloseRefusal = StatusRefusal | 'unknown' | 'red-not-seen' | 'appointment-ahead';

/**
 * The client gets no mail of it, but for an appointment that is cancelled. Refused: `unknown`, `not-allowed` (by their role),
 * `not-on-the-case`, `only-opened`, `not-now` (they were not taken on), `red-not-seen`, `appointment-ahead` (a time is booked, and it was not said
 * that it is to be cancelled).
 */
export async function closeSubmission(
  actor: Staff,
  closing: Closing,
): Promise<{ ok: true } | { ok: false; reason: CloseRefusal }> {
  return despiteDeadlock(() => as(actor, (tx) => close(tx, actor, closing)));
}

async function close(
  tx: Tx,
  actor: Staff,
  { reference, reason, cancels }: Closing,
): Promise<{ ok: true } | { ok: false; reason: CloseRefusal }> {
  const found = await submissionByReference(tx, actor, reference);
  if (!found) return { ok: false, reason: 'unknown' };
  if (!mayMake('close', actor)) return { ok: false, reason: 'not-allowed' };
  const notTheirs = await whyNotToActOn(tx, actor, found);
  if (notTheirs) return { ok: false, reason: notTheirs };
  if (!(await holdToEnd(tx, found, 'close'))) return { ok: false, reason: 'not-now' };
  if (redNotSeen(await flagsOf(tx, [found.id])).length > 0) return { ok: false, reason: 'red-not-seen' };
  const ahead = await bookedAhead(tx, found.clientId);
  if (stampOfTimes(ahead) !== cancels) return { ok: false, reason: 'appointment-ahead' };
  const detail = { reason, cancelled: ahead.length };
  const moved = await changeStatus(tx, actor, found.id, 'close', { detail });
  if (!moved.ok) return moved;
  await noteEnding(tx, actor, found, { kind: 'closed', reason });
  await endWhatWaits(tx, actor, found);
  // Whoever they would have met is on the case by that time: it is given back last.
  for (const each of ahead) await cancelBooked(tx, each);
  return { ok: true };
}

/** Back to where it was closed from. What was cancelled stays cancelled. Refused: `unknown`, `not-allowed`, `not-on-the-case`, `only-opened`, `not-now`. */
export async function reopenSubmission(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    if (!mayMake('reopen', actor)) return { ok: false, reason: 'not-allowed' };
    const notTheirs = await whyNotToActOn(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    await lockClients(tx, found.clientId);
    const [held] = await tx
      .select({ assigneeId: submission.assigneeId })
      .from(submission)
      .where(eq(submission.id, found.id))
      .for('update');
    const moved = await changeStatus(tx, actor, found.id, held?.assigneeId ? 'reopen' : 'reopen-unassigned');
    return moved.ok ? { ok: true } : moved;
  });
}

/**
 * The lead takes a decline back: it is in review again, and the letter holds no more. It stays on file; the client is told
 * by whoever takes it back, since no mail could. Refused: `unknown`, `not-allowed` (not the lead), `not-now`.
 */
export async function reconsiderSubmission(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    await lockClients(tx, found.clientId);
    const moved = await changeStatus(tx, actor, found.id, 'reconsider');
    return moved.ok ? { ok: true } : moved;
  });
}
