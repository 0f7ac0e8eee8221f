// next-auth issues the session, in process: its own endpoints are closed to the outside.
import { and, eq, gt } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import type { EmailConfig } from 'next-auth/providers/email';
import { as } from '@/db/client';
import { account, signInRequest } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { emailIndex } from '@/lib/vault/indexes';
import { ADDRESS_TAKEN, clashOf } from './clash';
import { cookieRules, sessionCookieName } from './cookies';
import { keepSession } from './keep-session';
import { makeClient } from './make-account';
import { LONGEST_HOURS } from './session-limits';
import { newSecret } from './sign-in-secrets';

export type Beginning = { email: string; ticket: string; by: 'code' | 'link'; ip: string; userAgent: string };

export type Begun =
  | { ok: true; cookie: string; kind: 'client' | 'staff' }
  | { ok: false; reason: 'gone' | 'access-ended' };

/**
 * Spends a ticket and begins a session. Returns the `Set-Cookie` line of the new session and whose it is. Refused:
 * `access-ended` (a member of staff who works here no more: they have just shown that the address is theirs, so they may be
 * told), `gone` (the ticket was spent already, or another address opens the account by now).
 */
export async function beginSession(given: Beginning): Promise<Begun> {
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
  return line && adapter.begun()
    ? { ok: true, cookie: line, kind: adapter.kind() }
    : { ok: false, reason: adapter.ended() ? 'access-ended' : 'gone' };
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
function adapterFor({ email, by, ip, userAgent }: Beginning) {
  let kind: 'client' | 'staff' = 'client';
  let begun = false;
  let ended = false;
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
        const refused = kind === 'staff' && row.disabledAt !== null;
        // next-auth asks twice in one sign-in: it is one line.
        if (refused && !ended) await record(tx, { event: 'sign-in.refused', subject: row.id });
        ended = refused;
        return user(row.id, email);
      });
    },
    async createUser({ email }: Omit<AdapterUser, 'id'>) {
      try {
        return user(
          await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) => makeClient(tx, email)),
          email,
        );
      } catch (error) {
        // Two browsers may prove the same new address at once: the second finds the account that the first made.
        const made = clashOf(error) === ADDRESS_TAKEN && (await forNextAuth.getUserByEmail?.(email));
        if (made) return made;
        throw error;
      }
    },
    // next-auth stamps the address as proved; we keep no such stamp.
    async updateUser(changed) {
      return user(changed.id, changed.email ?? '');
    },
    async createSession({ sessionToken, userId, expires }) {
      begun = await keepSession({ accountId: userId, kind, email, token: sessionToken, by, ip, userAgent });
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
  return { forNextAuth, begun: () => begun, ended: () => ended, kind: () => kind };
}
