// next-auth issues the session, in process: its own endpoints are closed to the outside.
import { and, eq, gt } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { EmailConfig } from 'next-auth/providers/email';
import { as } from '@/db/client';
import { account, session, signInRequest } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { emailIndex } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';
import { cookieRules, sessionCookieName } from './cookies';
import { makeClient } from './make-account';
import { LONGEST_HOURS } from './session-limits';
import { hashOfSecret, newSecret } from './sign-in-secrets';

export type Beginning = { email: string; ticket: string; by: 'code' | 'link'; ip: string; userAgent: string };

/**
 * Spends a ticket and begins a session. Returns the `Set-Cookie` line of the new session and whose it is, or null
 * when the ticket was spent already or the account may not sign in.
 */
export async function beginSession(
  given: Beginning,
): Promise<{ cookie: string; kind: 'client' | 'staff' } | null> {
  const adapter = adapterFor(given);
  const handler = NextAuth(optionsWith(adapter.forNextAuth)) as (
    request: NextRequest,
    context: { params: Promise<{ nextauth: string[] }> },
  ) => Promise<Response>;
  const url = new URL('/api/auth/callback/email', settings.publicUrl);
  url.search = new URLSearchParams({
    email: given.email,
    token: given.ticket,
    callbackUrl: settings.publicUrl.href,
  }).toString();
  const answer = await handler(new NextRequest(url), {
    params: Promise.resolve({ nextauth: ['callback', 'email'] }),
  });
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookieName()}=`));
  if (!line || !adapter.kind()) return null;
  return { cookie: line, kind: adapter.kind() ?? 'client' };
}

const optionsWith = (adapter: Adapter): AuthOptions => ({
  adapter,
  secret: settings.authSecret,
  session: {
    strategy: 'database',
    maxAge: LONGEST_HOURS * 60 * 60,
    updateAge: LONGEST_HOURS * 60 * 60,
    generateSessionToken: newSecret,
  },
  useSecureCookies: settings.https,
  cookies: { sessionToken: { name: sessionCookieName(), options: cookieRules() } },
  providers: [
    {
      id: 'email',
      type: 'email',
      name: 'Email',
      server: '',
      from: '',
      maxAge: 60,
      // The mail is a job of ours; next-auth only checks the ticket.
      sendVerificationRequest: async () => {},
      options: {} as EmailConfig['options'],
    } satisfies EmailConfig,
  ],
  logger: { error: (code) => console.error('sign-in:', code), warn: () => {}, debug: () => {} },
});

/** What next-auth needs of our tables, for one sign-in. Tokens are stored hashed. */
function adapterFor({ ticket: _spent, by, ip, userAgent }: Beginning) {
  let kind: 'client' | 'staff' | undefined;
  const user = (id: string, email: string): AdapterUser => ({ id, email, emailVerified: clock.now() });
  const forNextAuth: Adapter = {
    async useVerificationToken({ identifier, token }) {
      return as({ kind: 'bearer', secret: token }, async (tx) => {
        const [spent] = await tx
          .update(signInRequest)
          .set({ ticketExpiresAt: null })
          .where(
            and(
              eq(signInRequest.ticketHash, token),
              eq(signInRequest.emailIndex, emailIndex(identifier)),
              gt(signInRequest.ticketExpiresAt, clock.now()),
            ),
          )
          .returning({ expires: signInRequest.expiresAt });
        return spent ? { identifier, token, expires: spent.expires } : null;
      });
    },
    async getUserByEmail(email) {
      return as({ kind: 'bearer', secret: emailIndex(email) }, async (tx) => {
        const [row] = await tx
          .select()
          .from(account)
          .where(eq(account.emailIndex, emailIndex(email)));
        if (!row) return null;
        kind = row.kind;
        return user(row.id, email);
      });
    },
    async createUser({ email }: Omit<AdapterUser, 'id'>) {
      const id = await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) => makeClient(tx, email));
      kind = 'client';
      return user(id, email);
    },
    // next-auth stamps the address as proved; we keep no such stamp.
    async updateUser(changed) {
      return user(changed.id, changed.email ?? '');
    },
    async createSession({ sessionToken, userId, expires }) {
      const id = newId();
      const now = clock.now();
      await as({ kind: kind === 'staff' ? 'staff' : 'client', id: userId, roles: [] }, async (tx) => {
        const seal = (column: string, text: string) =>
          sealFor(tx, userId, { table: 'session', column, row: id }, text);
        await tx.insert(session).values({
          id,
          tokenHash: hashOfSecret(sessionToken),
          accountId: userId,
          createdAt: now,
          lastSeenAt: now,
          expiresAt: new Date(now.getTime() + LONGEST_HOURS * 60 * 60 * 1000),
          signedInBy: by,
          ip: await seal('ip', ip),
          userAgent: await seal('user_agent', userAgent),
        });
        await record(tx, { event: 'session.begun', subject: userId, detail: { by } });
      });
      return { sessionToken, userId, expires };
    },
    // Tickets are made by the proof itself.
    createVerificationToken: async () => null,
    // A session the browser brought along is ended by our own route, and never taken over.
    getSessionAndUser: async () => null,
    getUser: async () => null,
    getUserByAccount: async () => null,
    updateSession: async () => null,
    deleteSession: async () => null,
    linkAccount: async () => undefined,
  };
  return { forNextAuth, kind: () => kind };
}
