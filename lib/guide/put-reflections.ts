// Writes what a client keeps. What is changed is theirs alone again: only a text as it stands can be shared.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { client, reflection } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import type { Reflection } from './reflection';
import { reflectionPlace } from './reflections-of';
import type { Stored } from './settle-reflections';

/** One change at a time a client: two tabs, or a page and a sign-in, are taken one after the other. */
export async function lockReflections(tx: Tx, clientId: string) {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('no key update');
}

/** Makes `changes` (null = take away) to what is `stored`, under `lockReflections`. */
export async function putReflections(
  tx: Tx,
  clientId: string,
  stored: Stored,
  changes: ReadonlyMap<string, Reflection | null>,
) {
  for (const [question, change] of changes) {
    if (change) await put(tx, clientId, question, change);
    else
      await tx
        .delete(reflection)
        .where(and(eq(reflection.clientId, clientId), eq(reflection.question, question)));
  }
  const hidden = [...changes.keys()].filter((question) => stored.get(question)?.sharedAt);
  if (hidden.length > 0)
    await record(tx, { event: 'reflection.unshared', subject: clientId, detail: { questions: hidden } });
}

async function put(tx: Tx, clientId: string, question: string, { choice, text }: Reflection) {
  const content = await sealFor(
    tx,
    clientId,
    reflectionPlace(clientId, question),
    JSON.stringify({ choice, text }),
  );
  const changed = { content, keptAt: clock.now(), sharedAt: null };
  await tx
    .insert(reflection)
    .values({ id: newId(), clientId, question, ...changed })
    .onConflictDoUpdate({ target: [reflection.clientId, reflection.question], set: changed });
}
