// A client is told at home that their way in was changed, and when: whoever changed it, with whatever device.
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';

/** A change is told for so long; the record keeps it for good. */
const TOLD_FOR_DAYS = 7;

/** What is queued with every change of a key and of an address, whether a mail may then go out or not. */
const KINDS = ['sign-in-changed', 'address-begun', 'reset-done'];

/** The instant of the last change in these days, or null. */
export async function wayInChangedAt(tx: Tx, accountId: string): Promise<Date | null> {
  const since = new Date(clock.now().getTime() - TOLD_FOR_DAYS * 86_400_000);
  const [row] = await tx
    .select({ at: notice.createdAt })
    .from(notice)
    .where(and(eq(notice.accountId, accountId), oneOf(notice.kind, KINDS), gt(notice.createdAt, since)))
    .orderBy(desc(notice.createdAt))
    .limit(1);
  return row?.at ?? null;
}
