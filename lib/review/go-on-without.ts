// A clinician goes on without what was asked for: the client is asked no more, and what they said meanwhile stays.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { informationRequest } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { endAskUntold } from './ask-untold';
import { changeStatus, type StatusRefusal } from './change-status';
import { type Staff, submissionByReference } from './submission-by-reference';

/** Refused: `unknown`, `not-allowed`, `not-on-the-case`, `not-now` (nothing is asked any more). */
export async function goOnWithout(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: StatusRefusal | 'unknown' }> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const moved = await changeStatus(tx, actor, found.id, 'go-on-without');
    if (!moved.ok) return moved;
    await tx
      .update(informationRequest)
      .set({ endedAt: clock.now(), endedBy: 'staff' })
      .where(and(eq(informationRequest.submissionId, found.id), isNull(informationRequest.endedAt)));
    await endAskUntold(tx, found.clientId, actor);
    return { ok: true };
  });
}
