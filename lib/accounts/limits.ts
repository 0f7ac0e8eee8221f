// Nobody may try for ever: tries are counted by address and by network, under keys that name nobody.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { attempt } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { countedIndex } from '@/lib/vault/indexes';
import { networkOf } from './network';

/** How many in fifteen minutes. A network may be a whole office or a mobile provider. */
export const LIMITS = {
  /** Mails to an address from one network: whoever asks for more has used up their own share, and nobody else's. */
  'sign-in.address-and-network': 6,
  /** Mails to an address from anywhere, so that its mailbox is not flooded. */
  'sign-in.address': 30,
  'sign-in.network': 120,
  'code.network': 240,
  'address.account': 6,
  /** Wrong codes on devices where the second step was never given (`wrong-codes.ts`). */
  'second-factor.account': 8,
  /** Codes of an app that is being set up, in the sign-in that was shown its secret. */
  'second-factor.sign-in': 8,
  /** Browsers that begin to keep something without an account, and texts too long to be taken. */
  'notes.network': 60,
  /** Where it was right before apart (`pin-network.ts`). */
  'pin.account': 5,
  /** In one sign-in of an account. */
  'passkey.account': 20,
  /** Tries to change a PIN or a passkey: each may take a slow hash. */
  'second-key.account': 5,
  'question.account': 5,
  /** Answers that are kept: far more than anybody gives, and an end to a loop. */
  'answers.account': 600,
  /** Invitations sent once more to somebody who was started over the phone. */
  'invitation.account': 3,
  /** Addresses of callers that turned out to be taken. */
  'caller.account': 6,
} as const;

type Limit = keyof typeof LIMITS;

/** How many in a day (of UTC), where a quarter of an hour is not all that counts. */
export const DAILY: Partial<Record<Limit, number>> = {
  'sign-in.address-and-network': 30,
  'sign-in.address': 100,
  'address.account': 20,
  'invitation.account': 6,
  'second-factor.account': 20,
};

const QUARTER = 15 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

// An address of a network counts as that network; what is no such address is left as it is.
const quarterKey = (what: Limit, whom: string[]) => countedIndex(what, whom.map(networkOf).join('\n'));
const dayKey = (what: Limit, whom: string[]) => countedIndex(`${what}.day`, whom.map(networkOf).join('\n'));

/**
 * Counts one try at `what` by `whom`; true while it is within the limits. What a quarter of an hour refuses is not
 * counted against the day.
 */
export async function withinLimit(tx: Tx, what: Limit, ...whom: string[]): Promise<boolean> {
  if ((await count(tx, quarterKey(what, whom), QUARTER)) > LIMITS[what]) return false;
  const daily = DAILY[what];
  return daily === undefined || (await count(tx, dayKey(what, whom), DAY)) <= daily;
}

/** Takes back one try that was counted just now: it was no wrong one. */
export async function giveBackTry(tx: Tx, what: Limit, ...whom: string[]) {
  for (const [key, window] of [
    [quarterKey(what, whom), QUARTER],
    [dayKey(what, whom), DAY],
  ] as const)
    await tx
      .update(attempt)
      .set({ count: sql`greatest(${attempt.count} - 1, 0)` })
      .where(and(eq(attempt.key, key), eq(attempt.windowStart, startOf(window))));
}

/** Forgets what was counted: whoever it was has shown that they may. */
export async function forgetTries(tx: Tx, what: Limit, ...whom: string[]) {
  await tx.delete(attempt).where(oneOf(attempt.key, [quarterKey(what, whom), dayKey(what, whom)]));
}

const startOf = (window: number) => new Date(Math.floor(clock.now().getTime() / window) * window);

async function count(tx: Tx, key: string, window: number): Promise<number> {
  const windowStart = startOf(window);
  const [row] = await tx
    .insert(attempt)
    .values({ key, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [attempt.key, attempt.windowStart],
      set: { count: sql`${attempt.count} + 1` },
    })
    .returning({ count: attempt.count });
  return row?.count ?? 0;
}
