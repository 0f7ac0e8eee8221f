// What a client keeps of the guide, opened under their own key.
import { count, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reflection } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';
import { questions } from './questions';
import type { Kept, Reflection } from './reflection';

/** Where a reflection is sealed. */
export const reflectionPlace = (clientId: string, question: string) => ({
  table: 'reflection',
  column: 'content',
  row: `${clientId}/${question}`,
});

/** In the order of the guide, by question; as far as the actor may read them. */
export async function reflectionsOf(tx: Tx, clientId: string): Promise<Map<string, Kept>> {
  const rows = await tx.select().from(reflection).where(eq(reflection.clientId, clientId));
  const kept = new Map<string, Kept>();
  for (const { id } of questions) {
    const row = rows.find(({ question }) => question === id);
    if (!row) continue;
    const opened = JSON.parse(
      await openFor(tx, clientId, reflectionPlace(clientId, id), row.content),
    ) as Reflection;
    kept.set(id, { ...opened, question: id, keptAt: row.keptAt, sharedAt: row.sharedAt });
  }
  return kept;
}

/** How many they keep. */
export async function reflectionCount(tx: Tx, clientId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(reflection).where(eq(reflection.clientId, clientId));
  return row?.count ?? 0;
}
