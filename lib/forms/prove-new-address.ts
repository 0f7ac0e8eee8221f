// A client types the code from their new mailbox: right, the address changes, and with it what they said about who reads it.
import { and, eq, lt, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { addressChange } from '@/db/schema';
import { type AddressChange, changeIsOpen, inboxOf, openChangeOf } from '@/lib/accounts/address-change';
import { ADDRESS_TAKEN, clashOf } from '@/lib/accounts/clash';
import { holdAccount } from '@/lib/accounts/hold-account';
import { withinLimit } from '@/lib/accounts/limits';
import { renewToken } from '@/lib/accounts/session';
import { addressCodeOf, CODE_TRIES, sameSecret } from '@/lib/accounts/sign-in-secrets';
import { takeNewAddress } from '@/lib/accounts/take-new-address';
import { keepInboxAnswer } from './inbox-answer';
import { lockIntake } from './lock-intake';

type Refusal = 'gone' | 'wrong' | 'too-many' | 'recovery-open' | 'taken';
type Proved = { ok: true; token: string } | { ok: false; reason: Refusal };

/**
 * Every session but `session` ends; that one goes on under a new token, which is returned for the cookie. Refused:
 * `gone` (run out, used, replaced, or five wrong tries), `wrong`, `too-many` (from this network), `recovery-open`
 * (front desk began a change meanwhile), `taken` (somebody proved the same address for another account within these
 * ten minutes).
 */
export async function proveNewAddress(
  actor: Actor & { kind: 'client' },
  given: { code: string; session: string; ip: string },
): Promise<Proved> {
  try {
    return await as(actor, (tx) => prove(tx, actor.id, given));
  } catch (error) {
    if (clashOf(error) === ADDRESS_TAKEN) return { ok: false, reason: 'taken' };
    throw error;
  }
}

async function prove(
  tx: Tx,
  clientId: string,
  given: { code: string; session: string; ip: string },
): Promise<Proved> {
  if (!(await withinLimit(tx, 'code.network', given.ip))) return { ok: false, reason: 'too-many' };
  await lockIntake(tx, clientId);
  await holdAccount(tx, clientId);
  if (await openChangeOf(tx, clientId, 'recovery')) return { ok: false, reason: 'recovery-open' };
  const change = await countTry(tx, clientId);
  if (!change) return { ok: false, reason: 'gone' };
  if (!sameSecret(addressCodeOf(change.id), given.code))
    return { ok: false, reason: change.tries >= CODE_TRIES ? 'gone' : 'wrong' };
  // A copy of this session's cookie is put out like everybody else.
  const token = await renewToken(tx, given.session);
  await takeNewAddress(tx, change, { keepSession: given.session });
  const inbox = await inboxOf(tx, change);
  if (inbox !== null) await keepInboxAnswer(tx, clientId, inbox);
  return { ok: true, token };
}

/** The update holds the row: of two codes at once, the second finds the change done. */
async function countTry(tx: Tx, clientId: string): Promise<AddressChange | undefined> {
  const [change] = await tx
    .update(addressChange)
    .set({ tries: sql`${addressChange.tries} + 1` })
    .where(
      and(eq(addressChange.accountId, clientId), changeIsOpen('self'), lt(addressChange.tries, CODE_TRIES)),
    )
    .returning();
  return change;
}
