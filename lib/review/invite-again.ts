// The invitation of somebody who phoned is sent once more, while they have not come.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { phoneIntake } from '@/db/schema';
import { withinLimit } from '@/lib/accounts/limits';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { mayInvite, type PhoneIntake, sendInvitation } from './phone-intake';
import type { Staff } from './submission-by-reference';

export type InviteRefusal = 'not-allowed' | 'unknown' | 'arrived' | 'too-often';

/** Refused: `arrived` (they have signed in: nothing waits for them in a mail), `too-often`. */
export async function inviteAgain(
  actor: Staff,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: InviteRefusal }> {
  if (!mayInvite(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const found = await heldInvitation(tx, reference);
    if (typeof found === 'string') return { ok: false, reason: found };
    if (!(await withinLimit(tx, 'invitation.account', found.clientId)))
      return { ok: false, reason: 'too-often' };
    await tx.update(phoneIntake).set({ invitedAt: clock.now() }).where(eq(phoneIntake.id, found.id));
    await sendInvitation(tx, found);
    const detail = { invitation: found.id };
    await record(tx, { event: 'invitation.sent', subject: found.clientId, detail });
    return { ok: true };
  });
}

/** Held until the transaction ends, against them coming meanwhile and against colleagues. */
export async function heldInvitation(
  tx: Tx,
  reference: string,
): Promise<PhoneIntake | 'unknown' | 'arrived'> {
  const asked = eq(phoneIntake.reference, reference.toUpperCase());
  const [held] = await tx.select().from(phoneIntake).where(asked).for('update');
  if (held && !held.arrivedAt) return held;
  const [there] = await tx.select({ id: phoneIntake.id }).from(phoneIntake).where(asked);
  return there ? 'arrived' : 'unknown';
}
