// A client wants to sign in with another address: a code goes there, and nothing changes until it comes back.
import { and, eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { account, addressChange } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { changeIsOpen, closeExpired, keepChange, openChangeOf, tellAbout } from './address-change';
import { withinLimit } from './limits';
import { mailShare } from './mail-share';
import { CODE_MINUTES } from './sign-in-secrets';

type Refusal = 'too-many' | 'same-address' | 'recovery-open';

/**
 * Keeps the change for ten minutes and mails the new address; an older one ends. Refused: `too-many` (from this
 * network, or by this client), `same-address` (it is theirs already), `recovery-open` (front desk has a change under
 * way, which must be stopped or finished first).
 *
 * An address that opens another account is told so by mail, in place of a code; the answer here is the same, and so is
 * what is done for it, so that nobody learns from it who has an account. Over the limit of one address nothing is mailed.
 */
export async function askAddressChange(
  actor: Actor & { kind: 'client' },
  given: { email: string; inbox: string | null; ip: string },
): Promise<{ ok: true } | { ok: false; reason: Refusal }> {
  const email = normaliseEmail(given.email);
  const index = emailIndex(email);
  // Whose address it is can be asked only by presenting it.
  const asked = await as({ kind: 'bearer', secret: index }, async (tx) => {
    const within =
      (await withinLimit(tx, 'sign-in.network', given.ip)) &&
      (await withinLimit(tx, 'address.account', actor.id));
    const mayMail = (await mailShare(tx, index, given.ip)) === 'within';
    const [owner] = await tx.select({ id: account.id }).from(account).where(eq(account.emailIndex, index));
    return { within, mayMail, ownerId: owner?.id };
  });
  if (!asked.within) return { ok: false, reason: 'too-many' };
  if (asked.ownerId === actor.id) return { ok: false, reason: 'same-address' };
  return as(actor, async (tx) => {
    if (await openChangeOf(tx, actor.id, 'recovery')) return { ok: false, reason: 'recovery-open' };
    await closeExpired(tx);
    await tx
      .update(addressChange)
      .set({ cancelledAt: clock.now(), cancelledBy: 'time' })
      .where(and(eq(addressChange.accountId, actor.id), changeIsOpen('self')));
    const expiresAt = new Date(clock.now().getTime() + CODE_MINUTES * 60_000);
    const change = await keepChange(tx, {
      by: 'self',
      accountId: actor.id,
      email,
      inbox: given.inbox,
      expiresAt,
    });
    if (asked.mayMail) await tellAbout(tx, asked.ownerId ? 'address-taken' : 'address-code', change);
    await record(tx, { event: 'address.asked', subject: actor.id, detail: { change: change.id } });
    return { ok: true };
  });
}
