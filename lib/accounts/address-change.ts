// A change of address while it is on its way: where it is kept, which one is open, and whom it tells.
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addressChange, notice } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { openFor, sealFor } from '@/lib/vault/keys';
import { emailOfAccount } from './prove-sign-in';

export type AddressChange = typeof addressChange.$inferSelect;
export type ChangedBy = AddressChange['by'];

const place = (column: 'old_email' | 'inbox', row: string) => ({ table: 'address_change', column, row });
/** Where the new address goes: it is sealed for there from the start. */
const accountPlace = (row: string) => ({ table: 'account', column: 'email', row });

type Asked = {
  accountId: string;
  email: string;
  /** Who can see messages sent there; null when the forms have yet to ask, or nothing new is to be asked. */
  inbox: string | null;
  expiresAt: Date;
} & ({ by: 'self' } | { by: 'recovery'; startedBy: string; steps: string[]; resetSecondKey: boolean });

/** Writes a change down, both addresses sealed under the key of its account. Returns it. */
export async function keepChange(
  tx: Tx,
  { email, inbox, ...asked }: Asked,
): Promise<{ id: string; reference: string; accountId: string }> {
  const { accountId } = asked;
  const id = newId();
  const reference = newReference();
  await tx.insert(addressChange).values({
    ...asked,
    id,
    reference,
    oldEmail: await sealFor(tx, accountId, place('old_email', id), await emailOfAccount(tx, accountId)),
    newEmail: await sealFor(tx, accountId, accountPlace(accountId), normaliseEmail(email)),
    newEmailIndex: emailIndex(email),
    inbox: inbox === null ? null : await sealFor(tx, accountId, place('inbox', id), inbox),
    askedAt: clock.now(),
  });
  return { id, reference, accountId };
}

/** A recovery that leaves the address as it is, and only takes the second key away: it asks nothing about the inbox. */
export const keepsAddress = ({ by, inbox }: Pick<AddressChange, 'by' | 'inbox'>): boolean =>
  by === 'recovery' && inbox === null;

/** Neither done nor called off, and not run out. */
export const changeIsOpen = (by: ChangedBy) =>
  and(
    eq(addressChange.by, by),
    isNull(addressChange.doneAt),
    isNull(addressChange.cancelledAt),
    gt(addressChange.expiresAt, clock.now()),
  );

/** The account's open change of that kind, or null. */
export async function openChangeOf(tx: Tx, accountId: string, by: ChangedBy): Promise<AddressChange | null> {
  const [row] = await tx
    .select()
    .from(addressChange)
    .where(and(eq(addressChange.accountId, accountId), changeIsOpen(by)));
  return row ?? null;
}

/** What has run out is over, so that it stands in the way of no other. Reaches what the actor may change. */
export async function closeExpired(tx: Tx) {
  await tx
    .update(addressChange)
    .set({ cancelledAt: clock.now(), cancelledBy: 'time' })
    .where(
      and(
        isNull(addressChange.doneAt),
        isNull(addressChange.cancelledAt),
        lte(addressChange.expiresAt, clock.now()),
      ),
    );
}

type Kept = Pick<AddressChange, 'id' | 'accountId' | 'oldEmail' | 'newEmail'>;

export const oldAddressOf = (tx: Tx, { id, accountId, oldEmail }: Kept): Promise<string> =>
  openFor(tx, accountId, place('old_email', id), oldEmail);

export const newAddressOf = (tx: Tx, { accountId, newEmail }: Kept): Promise<string> =>
  openFor(tx, accountId, accountPlace(accountId), newEmail);

/** What the client said about who can see messages there; null when they were not asked. */
export const inboxOf = async (
  tx: Tx,
  { id, accountId, inbox }: Pick<AddressChange, 'id' | 'accountId' | 'inbox'>,
): Promise<string | null> => (inbox === null ? null : openFor(tx, accountId, place('inbox', id), inbox));

export type AddressNotice =
  | 'address-code'
  | 'address-taken'
  | 'address-left'
  | 'address-begun'
  | 'recovery-asked'
  | 'recovery-waits'
  | 'reset-asked'
  | 'reset-waits'
  | 'reset-done';

/** Queues one mail about a change; which of the two addresses it goes to follows from its kind. */
export async function tellAbout(
  tx: Tx,
  kind: AddressNotice,
  { id, accountId }: Pick<AddressChange, 'id' | 'accountId'>,
) {
  const noticeId = newId();
  await tx.insert(notice).values({ id: noticeId, kind, accountId, aboutId: id, createdAt: clock.now() });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
