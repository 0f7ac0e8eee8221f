// A client says "not now" to a second key: they are not asked again until something changes.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { client } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import type { Client } from './second-key';

export async function putOffSecondKey(actor: Client) {
  await as(actor, (tx) =>
    tx.update(client).set({ secondKeyLaterAt: clock.now() }).where(eq(client.id, actor.id)),
  );
}

/** When they last said so, or null. */
export async function secondKeyPutOffAt(tx: Tx, clientId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ laterAt: client.secondKeyLaterAt })
    .from(client)
    .where(eq(client.id, clientId));
  return row?.laterAt ?? null;
}
