// Wrong codes of the second step: guessing comes to an end, and whoever guesses shuts out nobody but themselves.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { session, staffSecondFactor } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { giveBackTry, withinLimit } from './limits';
import { type Staff, tellStaff } from './staff-change';

/** Wrong codes after which a sign-in is over: another takes a new code by mail, and those are limited too (`mailShare`). */
export const SIGN_IN_TRIES = 5;

/** Wrong codes of the app in a row after which it opens nothing there: on all new devices together, and on all known ones. */
export const IN_A_ROW = 50;

/** How many of them in a row their owner is told of, and of as many more. */
const TOLD_EVERY = 5;

/** Who gives a code: in which sign-in, and whether on a device where the second step was given before (`known-device.ts`). */
export type Giver = { staffId: string; sessionId: string | undefined; known: boolean };
export type Factor = typeof staffSecondFactor.$inferSelect;

/** Held until the transaction ends: many at once are as many, one after the other. */
export async function holdFactor(tx: Tx, staffId: string): Promise<Factor | undefined> {
  const [row] = await tx
    .select()
    .from(staffSecondFactor)
    .where(eq(staffSecondFactor.staffId, staffId))
    .for('update');
  return row;
}

/** Whether the sign-in goes on: of many codes sent at once, the last ones come too late. */
export async function goesOn(tx: Tx, { sessionId }: Giver): Promise<boolean> {
  if (!sessionId) return true;
  const rows = await tx
    .select({ id: session.id })
    .from(session)
    .where(and(eq(session.id, sessionId), isNull(session.endedAt)))
    .for('update');
  return rows.length === 1;
}

/**
 * Counts a try at the app's code as a wrong one, and says whether it may be looked at.
 *
 * Whoever reads somebody's mail has sign-ins of their own, and must not shut the owner out by guessing in them. So what is
 * typed on new devices is limited together (8 in a quarter of an hour, 20 a day, `IN_A_ROW` = 50 in a row), and none of it
 * counts on a device where the owner gave their second step before, nor against a passkey or a recovery code. Known devices
 * have 50 in a row of their own. That is 100 consecutive failures for the account in all, the most that NIST SP 800-63B
 * allows (5.2.2); it suggests known devices for just this. An admin can take the second step away, to be set up anew.
 *
 * What guessing comes to: three of 10^6 codes fit at a time, so 20 tries a day find one in 1 of 17,000 days.
 */
export async function mayTryApp(tx: Tx, row: Factor, { staffId, known }: Giver): Promise<boolean> {
  if (known) return row.wrongAtKnown < IN_A_ROW;
  return row.wrongElsewhere < IN_A_ROW && (await withinLimit(tx, 'second-factor.account', staffId));
}

/** The second step was given: what was wrong before no longer counts, and what of it was typed elsewhere stays to be told. */
export async function forgiveWrongCodes(
  tx: Tx,
  { wrongElsewhere, wrongAtKnown }: Factor,
  { staffId, sessionId }: Omit<Giver, 'known'>,
) {
  await tx
    .update(staffSecondFactor)
    .set({ wrongElsewhere: 0, wrongAtKnown: 0 })
    .where(eq(staffSecondFactor.staffId, staffId));
  if (!sessionId) return;
  const elsewhere = sql`greatest(${wrongElsewhere + wrongAtKnown}::integer - ${session.wrongHere}, 0)`;
  await tx
    .update(session)
    .set({ wrongElsewhere: sql`${session.wrongElsewhere} + ${elsewhere}`, wrongHere: 0 })
    .where(eq(session.id, sessionId));
}

/** It was right after all: only wrong ones are counted. */
export async function uncountApp(tx: Tx, { staffId, known }: Giver) {
  if (!known) await giveBackTry(tx, 'second-factor.account', staffId);
}

/** `ended`: it was this sign-in's last try. */
export async function countWrong(
  tx: Tx,
  row: Factor | undefined,
  giver: Giver & { app: boolean },
): Promise<'wrong' | 'ended'> {
  const { staffId, known, app } = giver;
  const inARow = (row?.wrongElsewhere ?? 0) + (row?.wrongAtKnown ?? 0) + 1;
  if (app)
    await tx
      .update(staffSecondFactor)
      .set(
        known
          ? { wrongAtKnown: sql`${staffSecondFactor.wrongAtKnown} + 1` }
          : { wrongElsewhere: sql`${staffSecondFactor.wrongElsewhere} + 1` },
      )
      .where(eq(staffSecondFactor.staffId, staffId));
  const ended = await wasLastTry(tx, giver);
  if (ended || (app && inARow % TOLD_EVERY === 0)) await tellStaff(tx, 'staff-sign-in-tried', staffId);
  await record(tx, { event: 'second-factor.failed', subject: staffId, detail: { ended } });
  return ended ? 'ended' : 'wrong';
}

async function wasLastTry(tx: Tx, { sessionId }: Giver): Promise<boolean> {
  if (!sessionId) return false;
  const [counted] = await tx
    .update(session)
    .set({ wrongHere: sql`${session.wrongHere} + 1` })
    .where(eq(session.id, sessionId))
    .returning({ wrong: session.wrongHere });
  if (!counted || counted.wrong < SIGN_IN_TRIES) return false;
  await tx.update(session).set({ endedAt: clock.now() }).where(eq(session.id, sessionId));
  return true;
}

/** Wrong codes typed for them elsewhere, between the time before and this sign-in's second step. */
export const wrongCodesElsewhere = (actor: Staff, sessionId: string): Promise<number> =>
  as(actor, async (tx) => {
    const [row] = await tx
      .select({ count: session.wrongElsewhere })
      .from(session)
      .where(eq(session.id, sessionId));
    return row?.count ?? 0;
  });
