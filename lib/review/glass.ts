// A file opened with a reason, by a clinician who is not on its case: for how long, and whether that time is still running.
import { and, desc, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { glassBreak } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { isClinical, type Staff } from './submission-by-reference';

/** Hours it stays open: no longer than anybody can be signed in, so that tomorrow takes a reason of its own. */
export const GLASS_HOURS = 12;

/** Characters of a reason: one that says something, and no more than a lead reads at a glance. */
export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 500;

/** In place of a reason: they took a danger sign in hand. Shorter than any that can be typed, and put in words where it is read. */
export const FLAG_IN_HAND = 'flag';

/** Where a reason is sealed, under the client's key. */
export const reasonPlace = (row: string) => ({ table: 'glass_break', column: 'reason', row });

/** Until when this member of staff has the client's file open with a reason; null when they haven't. */
export async function openUntil(tx: Tx, actor: Staff, clientId: string): Promise<Date | null> {
  if (!isClinical(actor)) return null;
  const [row] = await tx
    .select({ until: glassBreak.until })
    .from(glassBreak)
    .where(
      and(
        eq(glassBreak.clientId, clientId),
        eq(glassBreak.staffId, actor.id),
        gt(glassBreak.until, clock.now()),
      ),
    )
    .orderBy(desc(glassBreak.until))
    .limit(1);
  return row?.until ?? null;
}
