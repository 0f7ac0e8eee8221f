// The recoveries under way, and those of the last weeks: what a client stopped first, then what a colleague has to agree to.
import { desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { addressChange, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clientsToRecover, type Person } from './clients-to-recover';
import { findClients } from './find-clients';
import { isUnsettled, maySee, mayStart, type RecoveryState, recoveryState } from './recovery';
import type { Staff } from './submission-by-reference';

/** More than a clinic has in a month; the record holds all of them. */
const MOST = 100;

export type RecoveryRow = {
  /** The recovery's own. */
  reference: string;
  state: RecoveryState;
  person: Person | null;
  startedBy: string;
  askedAt: Date;
};

export type Recoveries = {
  rows: RecoveryRow[];
  /** Whom a search found; null when nothing was searched for. */
  found: Person[] | null;
  zone: string;
};

const ORDER: readonly RecoveryState[] = [
  'stopped',
  'asked',
  'waiting',
  'failed',
  'done',
  'settled',
  'cancelled',
  'run-out',
];

/** Having looked is one line in the record. Null for who may not; a search finds something only for who may start one. */
export async function readRecoveries(actor: Staff, words?: string): Promise<Recoveries | null> {
  if (!maySee(actor)) return null;
  return as(actor, async (tx) => {
    const rows = await newest(tx);
    const found =
      words === undefined || !mayStart(actor)
        ? null
        : [...(await clientsToRecover(tx, await findClients(tx, words))).values()];
    const people = await clientsToRecover(tx, [...new Set(rows.map(({ accountId }) => accountId))]);
    await record(tx, {
      event: found ? 'submission.searched' : 'recovery.listed',
      subject: 'clinic',
      detail: {
        ...(found && { for: 'recovery', submissions: found.map(({ submissionId }) => submissionId) }),
        clients: [...people.keys()],
      },
    });
    return {
      rows: rows.map(({ accountId, ...row }) => ({ ...row, person: people.get(accountId) ?? null })),
      found,
      zone: (await clinicOf(tx)).zone,
    };
  });
}

async function newest(tx: Tx) {
  const rows = await tx
    .select({
      ...getTableColumns(addressChange),
      startedByName: staffMember.name,
      unsettled: sql<boolean>`${isUnsettled(tx)}`,
    })
    .from(addressChange)
    .innerJoin(staffMember, eq(staffMember.id, addressChange.startedBy))
    .orderBy(desc(addressChange.askedAt), desc(addressChange.id))
    .limit(MOST);
  return rows
    .map((row) => ({
      accountId: row.accountId,
      reference: row.reference,
      state: recoveryState(row, row.unsettled),
      startedBy: row.startedByName,
      askedAt: row.askedAt,
    }))
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}
