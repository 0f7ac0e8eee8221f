// How many stand behind each choice of the queue that is work: counted as far as a badge can say.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { ownSentRows, type QueueNarrowed, whichOfQueue } from './queue-choice';
import { isOpenChoice, QUEUE_CHOICES, type QueueChoice } from './queue-filter';
import { OPEN } from './status';
import type { Staff } from './submission-by-reference';

/** So many are "99+": nobody counts further, and Postgres neither. */
export const COUNTED_TO = 100;

/** Nothing is to be done about `declined` and `closed`, and they grow for ever. */
const COUNTED = QUEUE_CHOICES.filter((choice) => isOpenChoice(choice) || choice === 'booked-unsent');

export type QueueCounts = Partial<Record<QueueChoice, number>>;

/** By choice, each as it would be with the rest of `narrowed` as it is; `COUNTED_TO` at most. */
export async function queueCounts(tx: Tx, actor: Staff, narrowed: QueueNarrowed): Promise<QueueCounts> {
  const unsent = (['open', 'booked-unsent'] as const).flatMap((choice) => {
    const { unsentNamed } = whichOfQueue(actor, { ...narrowed, status: choice });
    return unsentNamed ? [countOf(choice, unsentNamed)] : [];
  });
  const rows = await tx.execute<{ choice: QueueChoice; count: number }>(
    sql.join([...sentCounts(actor, narrowed), ...unsent], sql` union all `),
  );
  const counts: QueueCounts = Object.fromEntries(COUNTED.map((choice) => [choice, 0]));
  const add = (choice: QueueChoice, count: number) => {
    counts[choice] = Math.min(COUNTED_TO, (counts[choice] ?? 0) + count);
  };
  for (const { choice, count } of rows) {
    add(choice, count);
    if (OPEN.some((status) => status === choice)) add('open', count);
  }
  return counts;
}

/** By status. Where few are meant all of those are counted at once; of all others each status in an index of its own, and no further than the badge says. */
function sentCounts(actor: Staff, narrowed: QueueNarrowed): SQL[] {
  const ofAny = { ...narrowed, status: 'open' as const };
  if (narrowed.flagged)
    return [byStatus(sql`select * from submission where ${whichOfQueue(actor, ofAny).sent}`)];
  if (narrowed.mine) return [byStatus(ownSentRows(actor, ofAny))];
  return OPEN.map((status) =>
    countOf(status, sql`select from submission where ${whichOfQueue(actor, { ...narrowed, status }).sent}`),
  );
}

const countOf = (choice: QueueChoice, which: SQL) =>
  sql`select ${choice}::text as choice, count(*)::int as count
    from (${which} limit ${sql.raw(String(COUNTED_TO))}) counted`;

const byStatus = (which: SQL) =>
  sql`select ${submission.status} as choice, count(*)::int as count from (${which}) submission group by 1`;
