// Front desk takes a forgotten second key away, once the clinic's own steps have shown who is asking.
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clientPasskey, clientPin } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { tellOfSignInChange } from './second-key';

/**
 * In a transaction of staff with the role `front-desk` or `admin`; Postgres refuses anybody else. The client's PIN and
 * passkeys go, and every session of theirs ends in the same step: whoever waits at the second key with the e-mail alone
 * must not find the door open. Returns how many keys there were; with none, nothing is recorded and nobody is told.
 */
export async function resetSecondKey(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.execute<{ keys: number }>(
    sql`select foyer.reset_second_key(${accountId}::uuid, ${clock.now().toISOString()}::timestamptz) as keys`,
  );
  const keys = row?.keys ?? 0;
  if (keys === 0) return 0;
  await tellOfSignInChange(tx, accountId);
  await record(tx, { event: 'second-key.reset', subject: accountId, detail: { keys } });
  return keys;
}

/**
 * The same where the client has just proved the address a recovery named, and front desk had ticked it: in that
 * transaction, as the client. Their sessions end with the address. Returns how many keys there were.
 */
export async function dropSecondKey(tx: Tx, accountId: string): Promise<number> {
  const pins = await tx
    .delete(clientPin)
    .where(eq(clientPin.clientId, accountId))
    .returning({ id: clientPin.clientId });
  const passkeys = await tx
    .delete(clientPasskey)
    .where(eq(clientPasskey.clientId, accountId))
    .returning({ id: clientPasskey.id });
  const keys = pins.length + passkeys.length;
  if (keys > 0) await record(tx, { event: 'second-key.reset', subject: accountId, detail: { keys } });
  return keys;
}
