// How many stand behind each choice of the queue that is work: counted as far as a badge can say.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { type QueueNarrowed, whichOfQueue } from './queue-choice';
import { QUEUE_CHOICES, type QueueChoice } from './queue-filter';
import { OPEN } from './status';
import type { Staff } from './submission-by-reference';

/** So many are "99+": nobody counts further, and Postgres neither. */
export const COUNTED_TO = 100;

/** Nothing is to be done about these, and they grow for ever. */
const UNCOUNTED: readonly QueueChoice[] = ['declined', 'closed'];

export type QueueCounts = Partial<Record<QueueChoice, number>>;

/** By choice, each as it would be with the rest of `narrowed` as it is; `COUNTED_TO` at most. */
export async function queueCounts(tx: Tx, actor: Staff, narrowed: QueueNarrowed): Promise<QueueCounts> {
  const counted = QUEUE_CHOICES.filter((choice) => !UNCOUNTED.includes(choice));
  const parts = counted.flatMap((status) => {
    const { sent, unsent } = whichOfQueue(actor, { ...narrowed, status });
    return [
      ...(sent && !narrowed.mine ? [countOf(status, narrowed.flagged ? sent : sql`${sent} ${inOrder}`)] : []),
      ...(unsent ? [countOf(status, unsent)] : []),
    ];
  });
  if (narrowed.mine) parts.push(byStatus(whichOfQueue(actor, { ...narrowed, status: 'open' }).sent));
  const rows = await tx.execute<{ choice: QueueChoice; count: number }>(sql.join(parts, sql` union all `));
  const counts: QueueCounts = {};
  const add = (choice: QueueChoice, count: number) => {
    counts[choice] = Math.min(COUNTED_TO, (counts[choice] ?? 0) + count);
  };
  for (const choice of counted) add(choice, 0);
  for (const { choice, count } of rows) {
    add(choice, count);
    if (narrowed.mine && OPEN.some((status) => status === choice)) add('open', count);
  }
  return counts;
}

const countOf = (choice: QueueChoice, which: SQL) =>
  sql`select ${choice}::text as choice, count(*)::int as count
    from (select from submission where ${which} limit ${sql.raw(String(COUNTED_TO))}) counted`;

/** No count needs it; but in the order of the queue Postgres finds the first hundred by the queue's own indexes, and stops there. */
const inOrder = sql`order by ${submission.queuedAt}, ${submission.reference}`;

/** Whether one is theirs is looked up for each that is open: once, and not for each choice again. */
const byStatus = (open: SQL | undefined) =>
  sql`select ${submission.status} as choice, count(*)::int as count from submission where ${open} group by 1`;
