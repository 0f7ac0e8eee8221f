// Nobody may try for ever: tries are counted by address and by network, under keys that name nobody.
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { attempt } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { countedIndex } from '@/lib/vault/indexes';

/** How many in fifteen minutes. A network may be a whole office or a mobile provider. */
export const LIMITS = {
  'sign-in.address': 6,
  'sign-in.network': 120,
  'code.network': 240,
  'address.account': 6,
  'second-factor.account': 8,
  /** Browsers that begin to keep something without an account, and texts too long to be taken. */
  'notes.network': 60,
  'pin.account': 5,
  'passkey.account': 20,
  /** Changes of a PIN or a passkey. */
  'second-key.account': 5,
} as const;

const WINDOW = 15 * 60 * 1000;
const windowNow = () => new Date(Math.floor(clock.now().getTime() / WINDOW) * WINDOW);

/** Counts one try at `what` by `whom`; true while it is within the limit. */
export async function withinLimit(tx: Tx, what: keyof typeof LIMITS, whom: string): Promise<boolean> {
  const windowStart = windowNow();
  const [row] = await tx
    .insert(attempt)
    .values({ key: countedIndex(what, whom), windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [attempt.key, attempt.windowStart],
      set: { count: sql`${attempt.count} + 1` },
    })
    .returning({ count: attempt.count });
  return (row?.count ?? 0) <= LIMITS[what];
}

/** Whether the limit is reached, without counting: where only what succeeds counts, and the caller holds others back. */
export async function atLimit(tx: Tx, what: keyof typeof LIMITS, whom: string): Promise<boolean> {
  const [row] = await tx
    .select({ count: attempt.count })
    .from(attempt)
    .where(
      and(
        eq(attempt.key, countedIndex(what, whom)),
        eq(attempt.windowStart, windowNow()),
        gte(attempt.count, LIMITS[what]),
      ),
    );
  return row !== undefined;
}
