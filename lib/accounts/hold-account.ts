// Which address opens an account is settled by one transaction at a time: a sign-in under way and a change of address take turns.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { account } from '@/db/schema';

/**
 * Holds the account until the transaction ends, so that no session begins and no other change is made meanwhile. To be
 * called after `lockIntake`, where that is called, and before the first `record`: in one order everywhere, or two wait
 * for each other. False when it is not the actor's own, or disabled: Postgres lets nobody hold it then.
 */
export async function holdAccount(tx: Tx, accountId: string): Promise<boolean> {
  const held = await tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.id, accountId))
    .for('update');
  return held.length === 1;
}

/**
 * Holds the account as one that this address opens, together with other sign-ins and against any change. False when
 * another address opens it by now, or it is disabled.
 */
export async function holdAsOpenedBy(tx: Tx, accountId: string, emailIndex: string): Promise<boolean> {
  const held = await tx
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.id, accountId), eq(account.emailIndex, emailIndex)))
    .for('share');
  return held.length === 1;
}
