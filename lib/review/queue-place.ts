// Where a submission stands in the queue, and how a page of it is asked for: by the last place seen, never by a number of rows to skip.
import { type SQL, sql } from 'drizzle-orm';
import { submission } from '@/db/schema';

/** Later than anything: for who has no red flag, or no appointment. Milliseconds. */
const NEVER = 9_000_000_000_000_000;

const milliseconds = (instant: SQL) => sql`floor(extract(epoch from ${instant}) * 1000)::bigint`;
const never = sql.raw(`${NEVER}::bigint`);

/**
 * The order, most pressing first: an urgent red flag nobody acknowledged, then a red one, in each the late before the
 * others, and each by its age; any flag that is still open; who gave what they were asked for; the soonest appointment; the
 * oldest. Front desk's queue has no flags in it (`withFlags` false).
 */
export function placeInQueue(withFlags: boolean, now: Date) {
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
      ? sql<number>`case when ${isLate('red-urgent')} then 0 when ${waits('red-urgent')} then 1
          when ${isLate('red')} then 2 when ${waits('red')} then 3 when ${anyOpen} then 4
          when ${given} then 5 else 6 end`.mapWith(Number)
      : sql<number>`case when ${given} then 5 else 6 end`.mapWith(Number),
    waits: withFlags
      ? sql<number>`coalesce(${milliseconds(waitingRed)}, ${never})`.mapWith(Number)
      : sql<number>`${never}`.mapWith(Number),
    meets: sql<number>`coalesce(${milliseconds(nextMeeting)}, ${never})`.mapWith(Number),
    since: milliseconds(sql`coalesce(${submission.submittedAt}, ${submission.createdAt})`).mapWith(Number),
  };
}

export type Place = { band: number; waits: number; meets: number; since: number; reference: string };

export const placeInAddress = ({ band, waits, meets, since, reference }: Place): string =>
  [band, waits, meets, since, reference].join('-');

/** Null when it was never one of ours. */
export function readPlace(given: string | undefined): Place | null {
  const parts = /^([0-6])-(\d{1,16})-(\d{1,16})-(\d{1,16})-([0-9A-Z]{10})$/.exec(given ?? '');
  if (!parts) return null;
  const [band, waits, meets, since] = parts.slice(1, 5).map(Number);
  return {
    band: band ?? 6,
    waits: waits ?? NEVER,
    meets: meets ?? NEVER,
    since: since ?? NEVER,
    reference: parts[5] ?? '',
  };
}
