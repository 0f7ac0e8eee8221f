// Somebody proved an address that a recovery waits for: it takes effect now, so that the sign-in opens the account it was meant for.
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, addressChange } from '@/db/schema';
import { type AddressChange, changeIsOpen, inboxOf } from '@/lib/accounts/address-change';
import { ADDRESS_TAKEN, clashOf } from '@/lib/accounts/clash';
import { resetSecondKey } from '@/lib/accounts/reset-second-key';
import { hashOfTicket } from '@/lib/accounts/sign-in-secrets';
import { takeNewAddress } from '@/lib/accounts/take-new-address';
import { keepInboxAnswer } from './inbox-answer';
import { lockIntake } from './lock-intake';

/**
 * To be called between the proof and the session, with the ticket the proof gave: Postgres shows a recovery to nobody
 * but who holds the ticket of its very address. None waiting is no error. An address that was taken meanwhile stays
 * with whom it belongs to, and the recovery runs out.
 */
export async function finishRecovery({ ticket }: { ticket: string }) {
  const waiting = await as({ kind: 'bearer', secret: hashOfTicket(ticket) }, async (tx) => {
    const [row] = await tx.select().from(addressChange).where(changeIsOpen('recovery'));
    return row ?? null;
  });
  if (!waiting) return;
  try {
    await finish(waiting);
  } catch (error) {
    if (clashOf(error) !== ADDRESS_TAKEN) throw error;
  }
}

/** Whoever proved the new address is the client from here on. */
async function finish({ id, accountId }: AddressChange) {
  await as({ kind: 'client', id: accountId }, async (tx) => {
    await lockIntake(tx, accountId);
    // Held, and looked at again: it may have been called off, or done, since.
    const [change] = await tx
      .select()
      .from(addressChange)
      .where(and(eq(addressChange.id, id), changeIsOpen('recovery')))
      .for('update');
    if (!change || (await isDisabled(tx, accountId))) return;
    const inbox = await inboxOf(tx, change);
    if (inbox !== null) await keepInboxAnswer(tx, accountId, inbox);
    if (change.resetSecondKey) await resetSecondKey(tx, accountId);
    await takeNewAddress(tx, change);
  });
}

/** Closed since it was started: whoever signs in finds nothing of it. */
async function isDisabled(tx: Tx, accountId: string): Promise<boolean> {
  const [owner] = await tx
    .select({ disabledAt: account.disabledAt })
    .from(account)
    .where(eq(account.id, accountId));
  return owner?.disabledAt != null;
}
