// Nobody may try for ever: tries are counted by address and by network, under keys that name nobody.
import { sql } from 'drizzle-orm';
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
  'question.account': 5,
} as const;

const WINDOW = 15 * 60 * 1000;

/** Counts one try at `what` by `whom`; true while it is within the limit. */
export async function withinLimit(tx: Tx, what: keyof typeof LIMITS, whom: string): Promise<boolean> {
  const windowStart = new Date(Math.floor(clock.now().getTime() / WINDOW) * WINDOW);
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
