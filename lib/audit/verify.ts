// Verifies every chain of the record, or one, straight from the database.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvent, auditHead } from '@/db/schema';
import { type Broken, type Link, verifyChain } from './verify-chain';

/**
 * The first broken row of each chain that does not hold; empty when everything does. `subject` narrows it to one.
 * To be asked as a job: nobody else reads the heads, and without them no chain holds.
 */
export async function brokenChains(tx: Tx, subject?: string): Promise<Broken[]> {
  const rows = await tx
    .select()
    .from(auditEvent)
    .where(subject ? eq(auditEvent.subject, subject) : undefined)
    .orderBy(asc(auditEvent.subject), asc(auditEvent.seq));
  const chains = new Map<string, Link[]>();
  for (const row of rows) {
    const links = chains.get(row.subject) ?? [];
    links.push({ ...row, at: row.at.toISOString() });
    chains.set(row.subject, links);
  }
  const heads = await tx
    .select()
    .from(auditHead)
    .where(subject ? eq(auditHead.subject, subject) : undefined);
  const headOf = new Map(heads.map((head) => [head.subject, head]));
  const subjects = new Set([...chains.keys(), ...headOf.keys()]);
  return [...subjects].flatMap((each) => verifyChain(each, chains.get(each) ?? [], headOf.get(each)) ?? []);
}
