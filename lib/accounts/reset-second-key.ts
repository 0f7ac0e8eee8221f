// A forgotten second key is taken away: where front desk's own steps showed who is asking, a colleague agreed, and they then signed in.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addressChange, clientPasskey, clientPin, session } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { type AddressChange, tellAbout } from './address-change';

/**
 * In the transaction that finishes a recovery, as the client: staff never see a key, nor may they delete one. Every
 * session ends with it, so that whoever waits with the e-mail alone finds no open door. Returns how many keys there
 * were; with none, nothing is recorded.
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

/** Finishes a recovery that leaves the address as it is: every session ends, the keys are gone, the address is told. */
export async function takeSecondKeyAway(tx: Tx, change: AddressChange) {
  const now = clock.now();
  await tx.update(addressChange).set({ doneAt: now }).where(eq(addressChange.id, change.id));
  await tx
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.accountId, change.accountId), isNull(session.endedAt)));
  await tellAbout(tx, 'reset-done', change);
  await resetSecondKey(tx, change.accountId);
}
