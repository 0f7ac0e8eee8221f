// One recovery as front desk and admins see it: whose, who started it on what grounds, where to, and how it stands.
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { addressChange, staffMember } from '@/db/schema';
import { newAddressOf, oldAddressOf } from '@/lib/accounts/address-change';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clientsToRecover } from './clients-to-recover';
import { isUnsettled, mayRecover, recoveryState } from './recovery';
import type { Staff } from './submission-by-reference';

export type RecoveryFile = NonNullable<Awaited<ReturnType<typeof readRecovery>>>;

/** Null for one that doesn't exist and for who may not see it, alike. Reading it is one line in the client's record. */
export async function readRecovery(actor: Staff, reference: string) {
  if (!mayRecover(actor)) return null;
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
    const { accountId, askedAt, expiresAt, doneAt, cancelledAt, resetSecondKey, steps } = row;
    const file = {
      ...{ askedAt, expiresAt, doneAt, cancelledAt, resetSecondKey, steps },
      reference: row.reference,
      state: recoveryState(row, row.unsettled),
      person: (await clientsToRecover(tx, [accountId])).get(accountId) ?? null,
      startedBy: row.startedByName,
      oldEmail: await oldAddressOf(tx, row),
      newEmail: await newAddressOf(tx, row),
      zone: (await clinicOf(tx)).zone,
    };
    await record(tx, { event: 'recovery.read', subject: accountId, detail: { change: row.id } });
    return file;
  });
}
