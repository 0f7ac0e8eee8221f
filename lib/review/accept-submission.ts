// The clinic takes somebody on: from a review, by a clinician or the clinical lead.
import { as } from '@/db/client';
import { changeStatus, type StatusRefusal } from './change-status';
import { type Staff, submissionByReference } from './submission-by-reference';

/** Refused: `unknown`, `not-allowed`, `not-now` (it is not in review). */
export async function acceptSubmission(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const moved = await changeStatus(tx, actor, found.id, 'accept');
    return moved.ok ? { ok: true } : moved;
  });
}
