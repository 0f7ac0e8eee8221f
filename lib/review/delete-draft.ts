// A client deletes the forms they began and never sent; a time they hold has to be given back first, so that it isn't lost unseen.
import { type Actor, as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { deleteIntake, hasOpenSign } from '@/lib/forms/delete-intake';
import { isSent, lockIntake } from '@/lib/forms/lock-intake';
import { openIntake } from '@/lib/forms/open-intake';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { entryOf } from '@/lib/scheduling/waitlist-of';

type Client = Actor & { kind: 'client' };

export type DeletionRefusal = 'nothing-begun' | 'already-sent' | 'has-appointment' | 'waits';

/** Asked before and while deleting: null when the draft may go. */
async function whyNot(
  tx: Tx,
  clientId: string,
  intake: { status: string } | null,
): Promise<DeletionRefusal | null> {
  if (!intake) return 'nothing-begun';
  if (isSent(intake)) return 'already-sent';
  if (await appointmentOf(tx, clientId)) return 'has-appointment';
  return (await entryOf(tx, clientId)) ? 'waits' : null;
}

/** What would go, before it does. `keepsSign`: what was told us that worries us stays until somebody has seen to it. */
export const draftToDelete = (actor: Client) =>
  as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const refusal = await whyNot(tx, actor.id, intake);
    return { refusal, keepsSign: intake !== null && (await hasOpenSign(tx, intake.id)) };
  });

/**
 * Deleted twice is once. Refused: `nothing-begun`, `already-sent`, `has-appointment` and `waits` (a time that is booked, or a
 * place on the waiting list, is given back by them first).
 */
export async function deleteDraft(
  actor: Client,
): Promise<{ ok: true; keepsSign: boolean } | { ok: false; reason: DeletionRefusal }> {
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    const reason = await whyNot(tx, actor.id, intake);
    if (!intake || reason) return { ok: false, reason: reason ?? 'nothing-begun' };
    const { keepsSign } = await deleteIntake(tx, intake);
    const detail = { submission: intake.id, keepsSign };
    await record(tx, { event: 'submission.draft-deleted', subject: actor.id, detail });
    return { ok: true, keepsSign };
  });
}
