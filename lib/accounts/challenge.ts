// What a passkey must sign is made for one session, good for five minutes, and used up by the first answer, right or wrong.
import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { session } from '@/db/schema';
import { clock } from '@/lib/env/clock';

export const CHALLENGE_MINUTES = 5;

/** A new one, in place of the one before: 256 random bits, base64url. */
export async function makeChallenge(tx: Tx, sessionId: string): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  const challengeUntil = new Date(clock.now().getTime() + CHALLENGE_MINUTES * 60_000);
  await tx.update(session).set({ challenge, challengeUntil }).where(eq(session.id, sessionId));
  return challenge;
}

/** The session's challenge, used up by asking; null when there is none, its time is over, or the session was ended. */
export async function spendChallenge(tx: Tx, sessionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ challenge: session.challenge, until: session.challengeUntil })
    .from(session)
    .where(and(eq(session.id, sessionId), isNull(session.endedAt)))
    .for('update');
  await tx.update(session).set({ challenge: null, challengeUntil: null }).where(eq(session.id, sessionId));
  return row?.until && row.until > clock.now() ? row.challenge : null;
}
