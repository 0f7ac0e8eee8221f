// An account takes its new address: from now on that one signs in, the old one is released, and both are told.
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { account, addressChange, session } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { type AddressChange, tellAbout } from './address-change';
import { holdAccount } from './hold-account';

/**
 * To be called as the client, once the new address is proved and the change is held; after `holdAccount`, where
 * something is recorded first. Every session but `keepSession` ends. Breaks `account_email_index_unique` when somebody
 * else has taken the address meanwhile.
 */
export async function takeNewAddress(
  tx: Tx,
  change: AddressChange,
  { keepSession }: { keepSession?: string } = {},
) {
  const now = clock.now();
  await holdAccount(tx, change.accountId);
  const taken = await tx
    .update(account)
    .set({ emailIndex: change.newEmailIndex, email: change.newEmail })
    .where(eq(account.id, change.accountId))
    .returning({ id: account.id });
  if (taken.length !== 1) throw new Error(`account ${change.accountId} could not take its new address`);
  await tx.update(addressChange).set({ doneAt: now }).where(eq(addressChange.id, change.id));
  const ended = await tx
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.accountId, change.accountId),
        isNull(session.endedAt),
        keepSession === undefined ? undefined : ne(session.id, keepSession),
      ),
    )
    .returning({ id: session.id });
  await tellAbout(tx, 'address-left', change);
  await tellAbout(tx, 'address-begun', change);
  await record(tx, {
    event: 'address.changed',
    subject: change.accountId,
    detail: {
      change: change.id,
      by: change.by,
      startedBy: change.startedBy,
      steps: change.steps,
      resetSecondKey: change.resetSecondKey,
      sessionsEnded: ended.length,
    },
  });
}
