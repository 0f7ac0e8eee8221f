// Sessions as a sign-in by e-mail leaves them, for tests that need no browser.
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
  const now = clock.now();
  await as(person, (tx) =>
    tx.insert(session).values({
      id: newId(),
      tokenHash: hashOfSecret(token),
      accountId: person.id,
      secondFactorAt,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 12 * 60 * 60 * 1000),
      signedInBy: 'code',
    }),
  );
  return token;
}

/** The session a token opens; it must be there. */
export async function openSession(token: string): Promise<Session> {
  const found = await sessionOf(token);
  if (!found) throw new Error('There is no such session.');
  return found;
}
