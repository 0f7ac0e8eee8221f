// What puts one submission of the queue before another, as Postgres is asked for it.
import { type SQL, sql } from 'drizzle-orm';
import { submission } from '@/db/schema';
import { thereIs } from './queue-choice';
import { milliseconds, NEVER } from './queue-place';

export const since = sql`${submission.queuedAt}`;
export const never = sql.raw(`${NEVER}::bigint`);

/** What is asked about one submission. `now` is an instant as Postgres reads it. */
export const asks = (now: SQL) => ({
  flagged: thereIs(sql`from flag f where f.submission_id = ${submission.id} and f.closed_at is null`),
  given: thereIs(sql`from task t where t.client_id = ${submission.clientId}
    and t.kind = 'information' and t.done_at is null`),
  meets: thereIs(sql`from appointment a where a.client_id = ${submission.clientId}
    and a.status = 'booked' and a.ends_at > ${now}`),
  nextMeeting: sql`(select min(a.starts_at) from appointment a where a.client_id = ${submission.clientId}
    and a.status = 'booked' and a.ends_at > ${now})`,
});

export const placed = (band: SQL, waits: SQL, meets: SQL) =>
  sql`select ${submission.id} as id, ${submission.clientId} as client, ${submission.reference} as reference, ${band} as band, ${waits} as waits,
    ${meets} as meets, ${milliseconds(since)} as since`;

export const orNever = (instant: SQL) => sql`coalesce(${milliseconds(instant)}, ${never})`;

/** Those who have a flag that is not closed, each once; `bandOfFlags` of it is 0 to 4. They are as many as the clinic has in hand, whatever its size. */
export const openFlags = (now: SQL) => sql`(select submission_id,
      min(raised_at) filter (where seen_at is null and level in ('red-urgent', 'red')) as first_red,
      coalesce(bool_or(level = 'red-urgent' and seen_at is null and due_at < ${now}), false) as urgent_late,
      bool_or(level = 'red-urgent' and seen_at is null) as urgent,
      coalesce(bool_or(level = 'red' and seen_at is null and due_at < ${now}), false) as red_late,
      bool_or(level = 'red' and seen_at is null) as red
    from flag where closed_at is null group by submission_id) f`;

export const bandOfFlags = sql`case when f.urgent_late then 0 when f.urgent then 1 when f.red_late then 2 when f.red then 3 else 4 end`;

/** Clients who gave what they were asked for, and nobody has read it yet. */
export const haveGiven = sql`select distinct client_id from task where kind = 'information' and done_at is null`;
