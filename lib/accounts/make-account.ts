// An account is made with a key of its own before anything about its owner is stored.
import type { Tx } from '@/db/client';
import { account, client } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { makeKey, sealFor } from '@/lib/vault/keys';

/** Makes an account of either kind, its address sealed under its own new key. Returns its id. */
export async function makeAccount(tx: Tx, kind: 'client' | 'staff', email: string): Promise<string> {
  const id = newId();
  const address = normaliseEmail(email);
  await makeKey(tx, id);
  await tx.insert(account).values({
    id,
    kind,
    emailIndex: emailIndex(address),
    email: await sealFor(tx, id, { table: 'account', column: 'email', row: id }, address),
    createdAt: clock.now(),
  });
  return id;
}

/** Makes a client's account for an address that was just proved. Returns its id. */
export async function makeClient(tx: Tx, email: string): Promise<string> {
  const id = await makeAccount(tx, 'client', email);
  await tx.insert(client).values({ id, createdAt: clock.now() });
  await record(tx, { event: 'account.made', subject: id, detail: { kind: 'client' } });
  return id;
}
