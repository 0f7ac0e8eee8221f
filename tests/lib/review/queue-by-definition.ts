// The queue's order as it is defined, reckoned of every row there is and from what happened alone: nothing that is kept beside it is believed. What the queue itself finds otherwise is held against it.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { inOrder, milliseconds, NEVER, type Placed, placesOf } from '@/lib/review/queue-place';
import { isClinical, type Staff } from '@/lib/review/submission-by-reference';

const never = sql.raw(`${NEVER}::bigint`);

/**
 * The order, most pressing first: an urgent red flag nobody acknowledged, then a red one, in each the late before the
 * others, and each by its age; any flag that is still open; who gave what they were asked for; the soonest appointment; the
 * oldest. Front desk's queue has no flags in it.
 */
export function placesByDefinition(tx: Tx, actor: Staff, which: SQL | undefined): Promise<Placed[]> {
  const { band, waits, meets, since } = placeInQueue(isClinical(actor), clock.now());
  const all = sql`select ${submission.id} as id, ${submission.clientId} as client, ${submission.reference} as reference, ${band} as band, ${waits} as waits,
    ${meets} as meets, ${since} as since from submission where ${which}`;
  return placesOf(tx, inOrder(all, null, 10_000));
}

function placeInQueue(withFlags: boolean, now: Date) {
  const waiting = (which: SQL) => sql`from flag f where f.submission_id = ${submission.id} and ${which}
    and not exists (select from flag_event e where e.flag_id = f.id)`;
  const instant = sql`${now.toISOString()}::timestamptz`;
  const waitingRed = sql`(select min(f.raised_at) ${waiting(sql`f.level in ('red-urgent', 'red')`)})`;
  const waits = (level: string) => sql`exists (select ${waiting(sql`f.level = ${level}`)})`;
  const isLate = (level: string) =>
    sql`exists (select ${waiting(sql`f.level = ${level} and f.due_at < ${instant}`)})`;
  const anyOpen = sql`exists (select from flag f where f.submission_id = ${submission.id} and not exists
    (select from flag_event e where e.flag_id = f.id and e.kind not in ('acknowledged', 'taken-over', 'attempt')))`;
  const given = sql`exists (select from task t where t.client_id = ${submission.clientId}
    and t.kind = 'information' and t.done_at is null)`;
  const nextMeeting = sql`(select min(a.starts_at) from appointment a where a.client_id = ${submission.clientId}
    and a.status = 'booked' and a.ends_at > ${instant})`;
  return {
    band: withFlags
      ? sql`case when ${isLate('red-urgent')} then 0 when ${waits('red-urgent')} then 1
          when ${isLate('red')} then 2 when ${waits('red')} then 3 when ${anyOpen} then 4
          when ${given} then 5 else 6 end`
      : sql`case when ${given} then 5 else 6 end`,
    waits: withFlags ? sql`coalesce(${milliseconds(waitingRed)}, ${never})` : never,
    meets: sql`coalesce(${milliseconds(nextMeeting)}, ${never})`,
    since: milliseconds(sql`coalesce(${submission.submittedAt}, ${submission.createdAt})`),
  };
}
