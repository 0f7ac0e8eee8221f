// Whom a notice goes to: one address, opened at the moment it is sent.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { account, signInRequest } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { clinicOf } from '@/lib/clinic/clinic';
import { CLINIC, openFor } from '@/lib/vault/keys';
import { catalogue, type NoticeKind } from './catalogue';
import { type Locale, localeFor } from './words';

export type Recipient = { to: string; locale: Locale };

type Row = { accountId: string | null; aboutId: string | null };

/** Null when nobody is there to write to: the account was disabled or forgotten, or nobody is on call. */
export async function recipientOf(
  tx: Tx,
  kind: NoticeKind,
  { accountId, aboutId }: Row,
): Promise<Recipient | null> {
  if (catalogue[kind].to === 'asker') return aboutId ? askerOf(tx, aboutId) : null;
  const id = accountId ?? (catalogue[kind].to === 'staff' ? (await clinicOf(tx)).onCall?.staffId : null);
  if (!id) return null;
  const [owner] = await tx
    .select({ locale: account.locale })
    .from(account)
    .where(and(eq(account.id, id), isNull(account.disabledAt)));
  return owner ? { to: await emailOfAccount(tx, id), locale: localeFor(owner.locale) } : null;
}

/** The address typed at sign-in, whether anybody has an account under it or not. */
async function askerOf(tx: Tx, requestId: string): Promise<Recipient | null> {
  const [request] = await tx.select().from(signInRequest).where(eq(signInRequest.id, requestId));
  if (!request) return null;
  const place = { table: 'sign_in_request', column: 'email', row: requestId };
  return { to: await openFor(tx, CLINIC, place, request.email), locale: localeFor(request.locale) };
}
