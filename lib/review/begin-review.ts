// A clinician begins to read what was sent; everybody sees that somebody is on it.
import { as } from '@/db/client';
import { changeStatus, type StatusRefusal } from './change-status';
import { type Staff, submissionByReference } from './submission-by-reference';

/** Refused: `unknown`, `not-allowed`, `not-now` (it is not waiting to be reviewed). */
export async function beginReview(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const moved = await changeStatus(tx, actor, found.id, 'begin-review');
    return moved.ok ? { ok: true } : moved;
  });
}
