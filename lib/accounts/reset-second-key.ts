// A forgotten second key is taken away: where front desk's own steps showed who is asking, and they then proved the new address.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clientPasskey, clientPin } from '@/db/schema';
import { record } from '@/lib/audit/record';

/**
 * In the transaction that gives the account its new address, as the client: staff never see a key, nor may they delete
 * one. Every session ends with the old address, so that whoever waits with the e-mail alone finds no open door, and
 * both addresses are told. Returns how many keys there were; with none, nothing is recorded.
 */
export async function resetSecondKey(tx: Tx, accountId: string): Promise<number> {
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
