// Sessions as a sign-in by e-mail leaves them, for tests that need no browser.
import { type Actor, as } from '@/db/client';
import { session } from '@/db/schema';
import { type Session, sessionOf } from '@/lib/accounts/session';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';

/** Signs somebody in: the token their browser holds. Of staff, both steps are given. */
export async function signedIn(actor: Actor & { kind: 'client' | 'staff' }): Promise<string> {
  const token = newSecret();
  const now = clock.now();
  await as(actor, (tx) =>
    tx.insert(session).values({
      id: newId(),
      tokenHash: hashOfSecret(token),
      accountId: actor.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 12 * 60 * 60 * 1000),
      signedInBy: 'code',
      ...(actor.kind === 'staff' && { secondFactorAt: now }),
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
