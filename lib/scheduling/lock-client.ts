// One change to a client's appointments at a time: what is read after this stays so until the transaction ends.
import { asc } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { client } from '@/db/schema';

/** Several are locked in the order of their ids, so that two who lock some of the same don't wait for each other. */
export const lockClients = (tx: Tx, ...clientIds: string[]) =>
  tx
    .select({ id: client.id })
    .from(client)
    .where(oneOf(client.id, clientIds))
    .orderBy(asc(client.id))
    .for('update');
