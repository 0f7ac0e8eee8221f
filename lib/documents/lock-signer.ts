// One act at a time a client: two tabs, or a signature and a withdrawal, are taken one after the other.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { client } from '@/db/schema';

/** Held until the transaction ends; rows that name the client can be written meanwhile. */
export async function lockSigner(tx: Tx, clientId: string) {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('no key update');
}
