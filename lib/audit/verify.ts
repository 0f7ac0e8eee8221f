// Verifies every chain of the record, or one, straight from the database, a page of links at a time.
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvent, auditHead } from '@/db/schema';
import { type Broken, Chain, type Point } from './verify-chain';

const PAGE = 2_000;

/** How much was looked at, and the first broken row of each chain that does not hold. */
export type Verified = { chains: number; events: number; broken: Broken[] };

/**
 * To be asked as a job: nobody else reads the heads, and without them no chain holds. `subject` narrows it to one.
 * However long the record is, no more than a page of it and its heads are held at once.
 */
export async function verifyRecord(tx: Tx, subject?: string): Promise<Verified> {
  const heads = new Map<string, Point>();
  const rows = await tx
    .select()
    .from(auditHead)
    .where(subject ? eq(auditHead.subject, subject) : undefined);
  for (const head of rows) heads.set(head.subject, head);
  const broken: Broken[] = [];
  const seen = new Set<string>();
  let events = 0;
  let current = null as { subject: string; chain: Chain } | null;
  const end = () => {
    const fault = current?.chain.end();
    if (fault) broken.push(fault);
  };
  for await (const row of links(tx, subject)) {
    if (current?.subject !== row.subject) {
      end();
      current = { subject: row.subject, chain: new Chain(row.subject, heads.get(row.subject)) };
      seen.add(row.subject);
    }
    current.chain.add({ ...row, at: row.at.toISOString() });
    events += 1;
  }
  end();
  // A chain of which nothing is left is known by its head alone.
  for (const [of, head] of heads)
    if (!seen.has(of)) broken.push(...[new Chain(of, head).end()].filter((fault) => fault !== null));
  return { chains: new Set([...seen, ...heads.keys()]).size, events, broken };
}

/** The first broken row of each chain that does not hold; empty when everything does. */
export const brokenChains = async (tx: Tx, subject?: string): Promise<Broken[]> =>
  (await verifyRecord(tx, subject)).broken;

type Row = typeof auditEvent.$inferSelect;

async function* links(tx: Tx, only: string | undefined): AsyncGenerator<Row> {
  const { subject, seq, id } = auditEvent;
  let rows: Row[] = [];
  do {
    const last: Row | undefined = rows.at(-1);
    rows = await tx
      .select()
      .from(auditEvent)
      .where(
        and(
          only ? eq(subject, only) : undefined,
          last && sql`(${subject}, ${seq}, ${id}) > (${last.subject}, ${last.seq}, ${last.id})`,
        ),
      )
      .orderBy(asc(subject), asc(seq), asc(id))
      .limit(PAGE);
    yield* rows;
  } while (rows.length === PAGE);
}
