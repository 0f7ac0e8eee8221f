// What is kept sealed under a client's key beside a record that is checked: opened, or the reason why it can't be.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvent, vaultKey } from '@/db/schema';
import { isErasure } from '@/lib/audit/erasure';
import { openFor } from '@/lib/vault/keys';
import { type Place, Unreadable } from '@/lib/vault/seal';

/**
 * `erased`: the client's key is gone, and the record of what happened says that it was deleted (staff and jobs read
 * that; to a client without a key nothing opens). `broken`: it doesn't open, and nobody was erased.
 */
export async function keptPart(
  tx: Tx,
  clientId: string,
  place: Place,
  sealed: string,
): Promise<{ text: string } | 'erased' | 'broken'> {
  const [key] = await tx
    .select({ of: vaultKey.subjectId })
    .from(vaultKey)
    .where(eq(vaultKey.subjectId, clientId));
  if (!key) return (await wasErased(tx, clientId)) ? 'erased' : 'broken';
  try {
    return { text: await openFor(tx, clientId, place, sealed) };
  } catch (error) {
    if (error instanceof Unreadable) return 'broken';
    throw error;
  }
}

async function wasErased(tx: Tx, clientId: string): Promise<boolean> {
  const { event, detail, subject } = auditEvent;
  const forgotten = await tx
    .select({ event, detail })
    .from(auditEvent)
    .where(and(eq(subject, clientId), eq(event, 'account.forgotten')));
  return forgotten.some(isErasure);
}
