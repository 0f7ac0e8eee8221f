// An invitation nobody has followed is withdrawn, and all there is of them is gone with the key that opened it: as if nobody had called.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { account, vaultKey } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { heldInvitation } from './invite-again';
import { mayInvite } from './phone-intake';
import type { Staff } from './submission-by-reference';

export type WithdrawRefusal = 'not-allowed' | 'unknown' | 'arrived';

/** Refused: `arrived` (they have signed in: from then on it is theirs). The record keeps that it was, and who withdrew it. */
export async function withdrawInvitation(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: WithdrawRefusal }> {
  if (!mayInvite(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const found = await heldInvitation(tx, reference);
    if (typeof found === 'string') return { ok: false, reason: found };
    const { id, clientId } = found;
    // The key first: what lets it go is the invitation, which goes with the account.
    const keys = await tx.delete(vaultKey).where(eq(vaultKey.subjectId, clientId)).returning();
    const gone = await tx.delete(account).where(eq(account.id, clientId)).returning({ id: account.id });
    if (keys.length !== 1 || gone.length !== 1) throw new Error(`invitation ${id} could not be withdrawn`);
    await record(tx, { event: 'invitation.withdrawn', subject: clientId, detail: { invitation: id } });
    await record(tx, { event: 'account.forgotten', subject: clientId, detail: { keepsAccount: false } });
    return { ok: true };
  });
}
