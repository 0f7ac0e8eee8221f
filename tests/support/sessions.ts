// Sessions as a sign-in by e-mail leaves them, for tests that need no browser.
import postgres from 'postgres';
import { type Actor, as } from '@/db/client';
import { session } from '@/db/schema';
import { type Session, sessionOf } from '@/lib/accounts/session';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';

/**
 * Signs somebody in: the token their browser holds. `secondFactorAt`: when staff have given their second step in it: just
 * now where they have roles, and null before they have.
 */
export async function signedIn(
  person: Actor & { kind: 'client' | 'staff' },
  secondFactorAt: Date | null = person.kind === 'staff' && person.roles.length > 0 ? clock.now() : null,
): Promise<string> {
  const token = newSecret();
  const id = newId();
  const now = clock.now();
  await as(person, (tx) =>
    tx.insert(session).values({
      id,
      tokenHash: hashOfSecret(token),
      accountId: person.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 12 * 60 * 60 * 1000),
      signedInBy: 'code',
    }),
  );
  if (secondFactorAt) await showSecondStep(id, secondFactorAt);
  return token;
}

/** As the owner: the app's role may say so only where a key was given. */
async function showSecondStep(sessionId: string, at: Date) {
  const sql = postgres(process.env.OWNER_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  await sql`update session set second_factor_at = ${at} where id = ${sessionId}`;
  await sql.end();
}

/** The session a token opens; it must be there. */
export async function openSession(token: string): Promise<Session> {
  const found = await sessionOf(token);
  if (!found) throw new Error('There is no such session.');
  return found;
}
