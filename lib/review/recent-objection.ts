// A client said "that wasn't me" not long ago: until it is well past, starting again is for a lead or an admin.
import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addressChange } from '@/db/schema';
import { clock } from '@/lib/env/clock';

/** Days; a recovery is kept for longer (`lib/accounts/sweep-accounts.ts`). */
export const OBJECTION_DAYS = 30;

export async function recentObjection(tx: Tx, accountId: string): Promise<boolean> {
  const since = new Date(clock.now().getTime() - OBJECTION_DAYS * 86_400_000);
  const [stopped] = await tx
    .select({ id: addressChange.id })
    .from(addressChange)
    .where(
      and(
        eq(addressChange.accountId, accountId),
        eq(addressChange.by, 'recovery'),
        eq(addressChange.cancelledBy, 'client'),
        gt(addressChange.cancelledAt, since),
      ),
    )
    .limit(1);
  return stopped !== undefined;
}
