// Wrong tries at a client's PIN, told to its owner: those typed elsewhere since they were last let in by it.
import { eq, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clientPin, session as sessions } from '@/db/schema';
import type { Client } from './second-key';

export type WrongTries = { count: number; since: Date };

/** What a slip of their own in this very session adds is not told. Null when there is nothing to tell. */
export async function wrongTriesOf(actor: Client, session: { id: string }): Promise<WrongTries | null> {
  return as(actor, async (tx) => {
    const [pin] = await tx.select().from(clientPin).where(eq(clientPin.clientId, actor.id));
    const [here] = await tx.select().from(sessions).where(eq(sessions.id, session.id));
    if (!pin || !here) return null;
    const count = here.wrongElsewhere + Math.max(pin.wrongInARow - here.wrongHere, 0);
    if (count === 0) return null;
    const since = here.wrongSince ?? pin.givenAt ?? pin.setAt;
    return { count, since };
  });
}

/** A wrong try in this session, or one taken back because it was right. */
export async function countHere(tx: Tx, sessionId: string, by: 1 | -1) {
  await tx
    .update(sessions)
    .set({ wrongHere: sql`greatest(${sessions.wrongHere} + ${by}, 0)` })
    .where(eq(sessions.id, sessionId));
}

/** The PIN was right after `wrong` wrong tries in all: those of other sessions stay with this one, to be told. */
export async function keepWrongTries(
  tx: Tx,
  sessionId: string,
  { wrong, since }: { wrong: number; since: Date },
) {
  const elsewhere = sql`greatest(${wrong}::integer - ${sessions.wrongHere}, 0)`;
  await tx
    .update(sessions)
    .set({
      wrongElsewhere: sql`${sessions.wrongElsewhere} + ${elsewhere}`,
      wrongSince: sql`case when ${elsewhere} > 0 then coalesce(${sessions.wrongSince}, ${since.toISOString()}::timestamptz) else ${sessions.wrongSince} end`,
      wrongHere: 0,
    })
    .where(eq(sessions.id, sessionId));
}

/** With another PIN, what was tried at the one before is of no account. */
export async function forgetWrongTries(tx: Tx, sessionId: string) {
  await tx
    .update(sessions)
    .set({ wrongHere: 0, wrongElsewhere: 0, wrongSince: null })
    .where(eq(sessions.id, sessionId));
}
