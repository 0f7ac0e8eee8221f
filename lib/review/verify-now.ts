// Whoever keeps the record has all of it verified, now; what came of it is a line of the record itself.
import { desc, eq } from 'drizzle-orm';
import { as, SNAPSHOT, type Tx } from '@/db/client';
import { auditEvent, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { verifyRecord } from '@/lib/audit/verify';
import type { Broken } from '@/lib/audit/verify-chain';
import { keepsRecord } from './record-list';
import type { Staff } from './submission-by-reference';

/** Broken chains that are named; how many there are is said whatever their number. */
const MOST_NAMED = 20;

/**
 * Follows every chain from its first link to its head, as one instant saw it. Refused: `not-allowed`. That a chain was cut
 * short and its head with it, a checkpoint outside the database tells, and not this (docs/evidence.md).
 */
export async function verifyNow(actor: Staff): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' }> {
  if (!keepsRecord(actor)) return { ok: false, reason: 'not-allowed' };
  const { chains, events, broken } = await as(
    { kind: 'job', name: 'record.verify' },
    (tx) => verifyRecord(tx),
    SNAPSHOT,
  );
  await as(actor, (tx) =>
    record(tx, {
      event: 'record.verified',
      subject: 'clinic',
      detail: { chains, events, broken: broken.length, first: broken.slice(0, MOST_NAMED).map(named) },
    }),
  );
  return { ok: true };
}

const named = ({ subject, seq, why }: Broken): string => `${subject} ${seq} ${why}`;

export type LastVerified = {
  at: Date;
  by: string;
  chains: number;
  events: number;
  broken: number;
  first: { subject: string; seq: number; why: Broken['why'] }[];
};

/** The newest one somebody asked for; null when nobody has yet. */
async function lastVerified(tx: Tx): Promise<LastVerified | null> {
  const [row] = await tx
    .select()
    .from(auditEvent)
    .where(eq(auditEvent.event, 'record.verified'))
    .orderBy(desc(auditEvent.at))
    .limit(1);
  if (!row) return null;
  const [who] = await tx
    .select({ name: staffMember.name })
    .from(staffMember)
    .where(eq(staffMember.id, row.actorId));
  const { chains, events, broken, first } = JSON.parse(row.detail) as Omit<LastVerified, 'first'> & {
    first: string[];
  };
  return {
    ...{ at: row.at, by: who?.name ?? '', chains, events, broken },
    first: first.map((line) => {
      const [subject = '', seq = '0', why] = line.split(' ');
      return { subject, seq: Number(seq), why: why as Broken['why'] };
    }),
  };
}

/** The same for a page. */
export const whenVerified = (actor: Staff) => as(actor, lastVerified);
