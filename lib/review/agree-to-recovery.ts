// A colleague has looked at a recovery somebody else started, and agrees: only now can the client finish it.
import { and, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, addressChange } from '@/db/schema';
import { type AddressChange, changeIsOpen, keepsAddress, tellAbout } from '@/lib/accounts/address-change';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { aloneFrom, closeTasks, isAlone, maySee } from './recovery';
import type { Staff } from './submission-by-reference';

/** Minutes since the second factor in which somebody may agree: a screen left open is not a colleague. */
export const AGREE_MINUTES = 30;

export type AgreeRefusal =
  | 'not-allowed'
  | 'not-fresh'
  | 'not-open'
  | 'own-recovery'
  | 'too-early'
  | 'address-taken';

/**
 * `secondFactorAt` = when this session's second factor was given. From here on the new address is told and can finish.
 * Refused: `not-allowed`, `not-fresh` (the second factor is more than half an hour old), `not-open` (it has ended, or a
 * colleague has agreed), `own-recovery` (they started it, and are not alone), `too-early` (they are alone in the
 * clinic, and the client has not had a day to object), `address-taken` (the new address opens another account by now).
 */
export async function agreeToRecovery(
  actor: Staff,
  { reference, secondFactorAt }: { reference: string; secondFactorAt: Date | null },
): Promise<{ ok: true } | { ok: false; reason: AgreeRefusal }> {
  if (!maySee(actor)) return { ok: false, reason: 'not-allowed' };
  const age = clock.now().getTime() - (secondFactorAt?.getTime() ?? 0);
  if (age > AGREE_MINUTES * 60_000) return { ok: false, reason: 'not-fresh' };
  return as(actor, async (tx) => {
    // Held: it can't be called off, or agreed to twice, meanwhile.
    const [change] = await tx
      .select()
      .from(addressChange)
      .where(
        and(
          eq(addressChange.reference, reference.toUpperCase()),
          changeIsOpen('recovery'),
          isNull(addressChange.agreedAt),
        ),
      )
      .for('update');
    if (!change) return { ok: false, reason: 'not-open' };
    const own = change.startedBy === actor.id;
    if (own && !(await isAlone(tx))) return { ok: false, reason: 'own-recovery' };
    if (own && clock.now() < aloneFrom(change)) return { ok: false, reason: 'too-early' };
    if (await opensAnother(tx, change)) return { ok: false, reason: 'address-taken' };
    await agree(tx, actor, change);
    return { ok: true };
  });
}

async function agree(tx: Tx, actor: Staff, change: AddressChange) {
  await tx
    .update(addressChange)
    .set({ agreedBy: actor.id, agreedAt: clock.now() })
    .where(eq(addressChange.id, change.id));
  await closeTasks(tx, actor, change.id);
  await tellAbout(tx, keepsAddress(change) ? 'reset-waits' : 'recovery-waits', change);
  await record(tx, {
    event: 'recovery.agreed',
    subject: change.accountId,
    detail: { change: change.id, startedBy: change.startedBy, alone: change.startedBy === actor.id },
  });
}

async function opensAnother(tx: Tx, change: AddressChange): Promise<boolean> {
  const [owner] = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.emailIndex, change.newEmailIndex));
  return owner !== undefined && owner.id !== change.accountId;
}
