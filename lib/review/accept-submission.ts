// The clinic takes somebody on: from a review, by a clinician or the clinical lead, and never past a red flag nobody has seen.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { submission } from '@/db/schema';
import { changeStatus, type StatusRefusal } from './change-status';
import { flagsOf, redNotSeen } from './flags-of';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

export type AcceptRefusal = StatusRefusal | 'unknown' | 'red-not-seen';

/** Refused: `unknown`, `not-allowed`, `not-now` (it is not in review), `red-not-seen` (a red flag is not acknowledged). */
export async function acceptSubmission(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: AcceptRefusal }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    if (!isClinical(actor)) return { ok: false, reason: 'not-allowed' };
    // The lock under which a flag is acknowledged, and an answer that raises one is saved.
    await tx.select({ id: submission.id }).from(submission).where(eq(submission.id, found.id)).for('update');
    if (redNotSeen(await flagsOf(tx, [found.id])).length > 0) return { ok: false, reason: 'red-not-seen' };
    const moved = await changeStatus(tx, actor, found.id, 'accept');
    return moved.ok ? { ok: true } : moved;
  });
}
