// Whom a notice goes to: one address, opened at the moment it is sent.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { account, addressChange, signInRequest } from '@/db/schema';
import { newAddressOf, oldAddressOf } from '@/lib/accounts/address-change';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { clinicOf } from '@/lib/clinic/clinic';
import { whoIsTold } from '@/lib/clinic/on-call';
import { clock } from '@/lib/env/clock';
import { CLINIC, openFor } from '@/lib/vault/keys';
import { catalogue, type NoticeKind } from './catalogue';
import { type Locale, localeFor } from './words';

export type Recipient = { to: string; locale: Locale };

type Row = { accountId: string | null; aboutId: string | null };

/** Null when nobody is there to write to: the account was disabled or forgotten, or nobody is on call and nobody leads. */
export async function recipientOf(
  tx: Tx,
  kind: NoticeKind,
  { accountId, aboutId }: Row,
): Promise<Recipient | null> {
  if (catalogue[kind].to === 'asker') return aboutId ? askerOf(tx, aboutId) : null;
  const id = accountId ?? (catalogue[kind].to === 'staff' ? await whoeverIsThere(tx) : null);
  if (!id) return null;
  const [owner] = await tx
    .select({ locale: account.locale })
    .from(account)
    .where(and(eq(account.id, id), isNull(account.disabledAt)));
  if (!owner) return null;
  const to = await addressFor(tx, kind, { accountId: id, aboutId });
  return to === null ? null : { to, locale: localeFor(owner.locale) };
}

/** There was nobody to tell when it happened; perhaps there is by now. */
async function whoeverIsThere(tx: Tx): Promise<string | undefined> {
  const { zone } = await clinicOf(tx);
  return (await whoIsTold(tx, zone, clock.now())).people[0]?.id;
}

/** Their own address, or one of the two that a change of it is about. */
async function addressFor(
  tx: Tx,
  kind: NoticeKind,
  { accountId, aboutId }: { accountId: string; aboutId: string | null },
): Promise<string | null> {
  const { to } = catalogue[kind];
  if (to !== 'old-address' && to !== 'new-address') return emailOfAccount(tx, accountId);
  const [change] = await tx
    .select()
    .from(addressChange)
    .where(and(eq(addressChange.id, aboutId ?? ''), eq(addressChange.accountId, accountId)));
  if (!change) return null;
  return to === 'old-address' ? oldAddressOf(tx, change) : newAddressOf(tx, change);
}

/** The address typed at sign-in, whether anybody has an account under it or not. */
async function askerOf(tx: Tx, requestId: string): Promise<Recipient | null> {
  const [request] = await tx.select().from(signInRequest).where(eq(signInRequest.id, requestId));
  if (!request) return null;
  const place = { table: 'sign_in_request', column: 'email', row: requestId };
  return { to: await openFor(tx, CLINIC, place, request.email), locale: localeFor(request.locale) };
}
