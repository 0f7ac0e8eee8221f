// The newest estimate a client was given, and when: as it was sealed, whatever its row says.
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { estimate } from '@/db/schema';
import { ownKeys } from '@/lib/documents/own-keys';
import { sealedEstimate } from './verify-estimate';

/** Null when none was given. Of one whose seal is broken, what its row says. */
export async function newestEstimate(
  tx: Tx,
  clientId: string,
): Promise<{ number: number; givenAt: Date } | null> {
  const [row] = await tx
    .select()
    .from(estimate)
    .where(eq(estimate.clientId, clientId))
    .orderBy(desc(estimate.number))
    .limit(1);
  if (!row) return null;
  const sealed = sealedEstimate(row, ownKeys());
  return { number: row.number, givenAt: sealed.ok ? new Date(sealed.record.givenAt) : row.givenAt };
}
