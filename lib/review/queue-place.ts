// Where a submission stands in the queue, and how a page of it is asked for: by the last place seen, never by a number of rows to skip.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { isClinical, type Staff } from './submission-by-reference';

/** Later than anything: for who has no red flag, or no appointment. Milliseconds. */
export const NEVER = 9_000_000_000_000_000;
/** The end of the year 9999, in milliseconds: no instant of ours is later. */
const LAST = 253_402_300_799_999;

export const milliseconds = (instant: SQL) => sql`floor(extract(epoch from ${instant}) * 1000)::bigint`;
const never = sql.raw(`${NEVER}::bigint`);

export type Place = { band: number; waits: number; meets: number; since: number; reference: string };
export type Placed = Place & { id: string; clientId: string };

/**
 * The order, most pressing first: an urgent red flag nobody acknowledged, then a red one, in each the late before the
 * others, and each by its age; any flag that is still open; who gave what they were asked for; the soonest appointment; the
 * oldest. Front desk's queue has no flags in it. This is its definition; it reckons every row there is, so only a few found
 * otherwise are put in order by it. A whole list goes by its lanes (`queue-lanes.ts`), which give the same.
 */
export function placesByDefinition(
  tx: Tx,
  actor: Staff,
  which: SQL | undefined,
  after: Place | null,
  most: number,
): Promise<Placed[]> {
  const { band, waits, meets, since } = placeInQueue(isClinical(actor), clock.now());
  const all = sql`select ${submission.id} as id, ${submission.clientId} as client, ${submission.reference} as reference, ${band} as band, ${waits} as waits,
    ${meets} as meets, ${since} as since from submission where ${which}`;
  return placedFrom(tx, all, after, most);
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

/** `all`: a query of every place there may be, as `id, client, reference, band, waits, meets, since`. */
export async function placedFrom(tx: Tx, all: SQL, after: Place | null, most: number): Promise<Placed[]> {
  const order = sql.raw('band, waits, meets, since, reference');
  const later = after
    ? sql`where (${order}) > (${after.band}::int, ${after.waits}::bigint, ${after.meets}::bigint, ${after.since}::bigint, ${after.reference}::text)`
    : sql``;
  const rows = await tx.execute<Record<keyof Place | 'id' | 'client', string>>(
    sql`select * from (${all}) placed ${later} order by ${order} limit ${sql.raw(String(most))}`,
  );
  return rows.map(({ id, client, reference, band, waits, meets, since }) => ({
    ...{ id, clientId: client, reference, band: Number(band), waits: Number(waits) },
    ...{ meets: Number(meets), since: Number(since) },
  }));
}

export const placeInAddress = ({ band, waits, meets, since, reference }: Place): string =>
  [band, waits, meets, since, reference].join('-');

/** Null when it was never one of ours. */
export function readPlace(given: string | undefined): Place | null {
  const parts = /^([0-6])-(\d{1,16})-(\d{1,16})-(\d{1,16})-([0-9A-Z]{10})$/.exec(given ?? '');
  if (!parts) return null;
  const [band = 6, ...instants] = parts.slice(1, 5).map(Number);
  const [waits = NEVER, meets = NEVER, since = NEVER] = instants;
  if (since > LAST || [waits, meets].some((one) => one > LAST && one !== NEVER)) return null;
  return { band, waits, meets, since, reference: parts[5] ?? '' };
}
