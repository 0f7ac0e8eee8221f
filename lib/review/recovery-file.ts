// One recovery as staff see it: whose, who started it on what grounds, where to, who agreed, and what this reader may do about it.
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { addressChange, staffMember } from '@/db/schema';
import { type AddressChange, keepsAddress, newAddressOf, oldAddressOf } from '@/lib/accounts/address-change';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { clientsToRecover } from './clients-to-recover';
import { aloneFrom, isAlone, isUnsettled, maySee, maySettle, recoveryState } from './recovery';
import type { Staff } from './submission-by-reference';

export type RecoveryFile = NonNullable<Awaited<ReturnType<typeof readRecovery>>>;

/** Null for one that doesn't exist and for who may not see it, alike. Reading it is one line in the client's record. */
export async function readRecovery(actor: Staff, reference: string) {
  if (!maySee(actor)) return null;
  return as(actor, async (tx) => {
    const [row] = await tx
      .select({
        ...getTableColumns(addressChange),
        startedByName: staffMember.name,
        unsettled: sql<boolean>`${isUnsettled(tx)}`,
      })
      .from(addressChange)
      .innerJoin(staffMember, eq(staffMember.id, addressChange.startedBy))
      .where(eq(addressChange.reference, reference.toUpperCase()));
    if (!row) return null;
    const { accountId, askedAt, expiresAt, doneAt, cancelledAt, agreedAt, resetSecondKey, steps } = row;
    const file = {
      ...{ askedAt, expiresAt, doneAt, cancelledAt, agreedAt, resetSecondKey, steps },
      reference: row.reference,
      state: recoveryState(row, row.unsettled),
      person: (await clientsToRecover(tx, [accountId])).get(accountId) ?? null,
      startedBy: row.startedByName,
      agreedBy: await nameOf(tx, row.agreedBy),
      addressStays: keepsAddress(row),
      ...(await whatReaderMay(tx, actor, row)),
      oldEmail: await oldAddressOf(tx, row),
      newEmail: await newAddressOf(tx, row),
      zone: (await clinicOf(tx)).zone,
    };
    await record(tx, { event: 'recovery.read', subject: accountId, detail: { change: row.id } });
    return file;
  });
}

async function nameOf(tx: Tx, staffId: string | null): Promise<string | null> {
  if (staffId === null) return null;
  const [row] = await tx
    .select({ name: staffMember.name })
    .from(staffMember)
    .where(eq(staffMember.id, staffId));
  return row?.name ?? null;
}

/** `mayAgreeFrom`: from when on, null when somebody else has to; `mayAgree`: now. `alone`: nobody else is there who could. */
async function whatReaderMay(tx: Tx, actor: Staff, row: AddressChange) {
  const alone = await isAlone(tx);
  const own = row.startedBy === actor.id;
  const mayAgreeFrom = !own ? row.askedAt : alone ? aloneFrom(row) : null;
  return {
    own,
    alone,
    mayAgreeFrom,
    mayAgree: mayAgreeFrom !== null && mayAgreeFrom <= clock.now(),
    maySettle: maySettle(actor) && (!own || alone),
  };
}
