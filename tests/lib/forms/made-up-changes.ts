// A change of address as people go through it: the code from the new mailbox, and signing in as the browser does.

import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { type Actor, as } from '@/db/client';
import { account } from '@/db/schema';
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import { makeClient } from '@/lib/accounts/make-account';
import { proveSignIn } from '@/lib/accounts/prove-sign-in';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { addressCodeOf, codeOf, hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { newId } from '@/lib/env/ids';
import { finishRecovery } from '@/lib/forms/finish-recovery';
import { proveNewAddress } from '@/lib/forms/prove-new-address';
import { emailIndex } from '@/lib/vault/indexes';

export type Client = Actor & { kind: 'client' };

export const anIp = () => newId();
export const anAddress = () => `changed-${newId()}@example.org`;

/** A session of that account, as the database holds one. Returns its id. */
export async function aSession(sql: Sql, accountId: string): Promise<string> {
  const id = newId();
  await sql`insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at, signed_in_by)
    values (${id}, ${hashOfSecret(newSecret())}, ${accountId}, now(), now(), now() + interval '12 hours', 'code')`;
  return id;
}

/** The sessions of an account that have not ended. */
export const sessionsOf = async (sql: Sql, accountId: string): Promise<string[]> =>
  (await sql`select id from session where account_id = ${accountId} and ended_at is null`).map(
    ({ id }) => id,
  );

/** Asks for a change to `email`; `prove` types a code, the right one unless another is given. */
export async function asksFor(
  sql: Sql,
  client: Client,
  email: string,
  { inbox = 'others', session = newId() }: { inbox?: string | null; session?: string } = {},
) {
  const asked = await askAddressChange(client, { email, inbox, ip: anIp() });
  if (!asked.ok) throw new Error(asked.reason);
  const [row] = await sql`
    select id from address_change where account_id = ${client.id} and by = 'self' order by asked_at desc, id desc limit 1`;
  const id = row?.id as string;
  const code = addressCodeOf(id);
  return {
    id,
    code,
    wrong: code === '00000000' ? '00000001' : '00000000',
    prove: (given = code) => proveNewAddress(client, { code: given, session, ip: anIp() }),
  };
}

/** Asks for a code at `email` and types it. Returns the ticket that gives. */
export async function provesAddress(sql: Sql, email: string): Promise<string> {
  const asked = await requestSignIn({ email, ip: anIp() });
  if (!asked.ok) throw new Error(asked.reason);
  const [request] = await sql`
    select id from sign_in_request where browser_hash = ${hashOfSecret(asked.browser)}`;
  const secret = codeOf(request?.id as string);
  const proved = await proveSignIn({ browser: asked.browser, proof: { by: 'code', secret }, ip: anIp() });
  if (!proved.ok) throw new Error(proved.reason);
  return proved.ticket;
}

/**
 * Signs in with `email` and the right code, as the sign-in route does up to the session; `birthDate` = what they give
 * where a recovery asks for it. Returns whose account opens; null while the date is wanted, or was wrong.
 */
export async function signsInWith(
  sql: Sql,
  email: string,
  { birthDate = null }: { birthDate?: string | null } = {},
): Promise<string | null> {
  const ticket = await provesAddress(sql, email);
  const finished = await finishRecovery({ ticket, birthDate });
  if (finished !== 'none' && finished !== 'done') return null;
  return as({ kind: 'bearer', secret: emailIndex(email) }, async (tx) => {
    const [found] = await tx
      .select()
      .from(account)
      .where(eq(account.emailIndex, emailIndex(email)));
    return found?.id ?? makeClient(tx, email);
  });
}

/** The kinds of mail queued about a client's changes of address, in order. */
export const mailsAbout = async (sql: Sql, accountId: string): Promise<string[]> =>
  (
    await sql`select n.kind from notice n join address_change c on c.id = n.about_id
      where c.account_id = ${accountId} order by n.created_at, n.id`
  ).map(({ kind }) => kind);

/** The events in somebody's record, in order. */
export const eventsOf = async (sql: Sql, subject: string): Promise<string[]> =>
  (await sql`select event from audit_event where subject = ${subject} order by seq`).map(
    ({ event }) => event,
  );
