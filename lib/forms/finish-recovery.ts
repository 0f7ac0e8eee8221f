// Somebody proved an address that a recovery waits for, and gave the date of birth on file: it takes effect, so that the sign-in opens the account it was meant for.
import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { addressChange } from '@/db/schema';
import { type AddressChange, changeIsOpen, inboxOf, keepsAddress } from '@/lib/accounts/address-change';
import { ADDRESS_TAKEN, clashOf } from '@/lib/accounts/clash';
import { holdAccount } from '@/lib/accounts/hold-account';
import { resetSecondKey, takeSecondKeyAway } from '@/lib/accounts/reset-second-key';
import { hashOfTicket, sameSecret } from '@/lib/accounts/sign-in-secrets';
import { takeNewAddress } from '@/lib/accounts/take-new-address';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { birthDateOnFile } from './birth-date-on-file';
import { keepInboxAnswer } from './inbox-answer';
import { lockIntake } from './lock-intake';

/** Wrong dates of birth after which a recovery ends: staff must start anew. */
export const BIRTH_TRIES = 5;

/**
 * `none`: nothing waits, or not any more. `wanted`: it waits for the date of birth. `wrong`: that was not it.
 * `ended`: it was wrong once too often, now or before. `done`: it has taken effect.
 */
export type Finished = 'none' | 'wanted' | 'wrong' | 'ended' | 'done';

/** What waits for the address a ticket proves; null when nothing does. `keepsAddress`: only their second key is taken away. */
export async function recoveryFor(ticket: string): Promise<{ keepsAddress: boolean } | null> {
  const waiting = await waitingFor(ticket);
  return waiting && { keepsAddress: keepsAddress(waiting) };
}

/**
 * To be called between the proof and the session, with the ticket the proof gave: Postgres shows a recovery to nobody
 * but who holds the ticket of its very address. `birthDate` as `1990-04-03`; without one on file none is asked. An
 * address that was taken meanwhile stays with whom it belongs to, and the recovery runs out.
 */
export async function finishRecovery({
  ticket,
  birthDate = null,
}: {
  ticket: string;
  birthDate?: string | null;
}): Promise<Finished> {
  const waiting = await waitingFor(ticket);
  if (!waiting) return 'none';
  try {
    return await finish(waiting, birthDate);
  } catch (error) {
    if (clashOf(error) !== ADDRESS_TAKEN) throw error;
    return 'none';
  }
}

/** Open, and agreed to. */
const canFinish = () => and(changeIsOpen('recovery'), isNotNull(addressChange.agreedAt));

async function waitingFor(ticket: string): Promise<AddressChange | null> {
  return as({ kind: 'bearer', secret: hashOfTicket(ticket) }, async (tx) => {
    const [row] = await tx.select().from(addressChange).where(canFinish());
    return row ?? null;
  });
}

/** Whoever proved the address and knows the date is the client from here on. */
async function finish({ id, accountId }: AddressChange, birthDate: string | null): Promise<Finished> {
  const client: Actor = { kind: 'client', id: accountId };
  return as(client, async (tx) => {
    await lockIntake(tx, accountId);
    // Its owner first, then the record: whoever changes a way in takes them in this order.
    if (!(await holdAccount(tx, accountId))) return 'none';
    // Held, and looked at again: it may have been called off, or done, since.
    const [change] = await tx
      .select()
      .from(addressChange)
      .where(and(eq(addressChange.id, id), canFinish()))
      .for('update');
    if (!change) return 'none';
    const onFile = await birthDateOnFile(tx, accountId);
    if (onFile !== null && birthDate === null) return 'wanted';
    if (onFile !== null && !sameSecret(onFile, birthDate ?? '')) return countTry(tx, change);
    await takeEffect(tx, change);
    return 'done';
  });
}

/** One wrong date more; the fifth ends it. */
async function countTry(tx: Tx, { id, accountId }: AddressChange): Promise<Finished> {
  const [counted] = await tx
    .update(addressChange)
    .set({ tries: sql`${addressChange.tries} + 1` })
    .where(and(eq(addressChange.id, id), lt(addressChange.tries, BIRTH_TRIES)))
    .returning({ tries: addressChange.tries });
  if (counted && counted.tries < BIRTH_TRIES) return 'wrong';
  await tx
    .update(addressChange)
    .set({ cancelledAt: clock.now(), cancelledBy: 'tries' })
    .where(eq(addressChange.id, id));
  await record(tx, { event: 'recovery.failed', subject: accountId, detail: { change: id } });
  return 'ended';
}

async function takeEffect(tx: Tx, change: AddressChange) {
  const { id, accountId, startedBy, agreedBy } = change;
  if (keepsAddress(change)) {
    await takeSecondKeyAway(tx, change);
  } else {
    const inbox = await inboxOf(tx, change);
    if (inbox !== null) await keepInboxAnswer(tx, accountId, inbox);
    if (change.resetSecondKey) await resetSecondKey(tx, accountId);
    await takeNewAddress(tx, change);
  }
  await record(tx, {
    event: 'recovery.finished',
    subject: accountId,
    detail: { change: id, startedBy, agreedBy, addressStays: keepsAddress(change) },
  });
}
