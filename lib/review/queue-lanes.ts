// The places of the queue without looking at all of it: four lanes, one after the other in its order, each found by an index.
import { and, not, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { asks, bandOfFlags, haveGiven, never, openFlags, orNever, placed, since } from './queue-bands';
import { ownSentRows, type QueueNarrowed, thereIs, whichOfQueue } from './queue-choice';
import { placesOfFew } from './queue-few';
import { isOpenChoice } from './queue-filter';
import { inOrder, milliseconds, NEVER, type Place, type Placed, placesOf } from './queue-place';
import { isClinical, type Staff } from './submission-by-reference';

/** A number that stands in the text itself: Postgres plans for that many. */
const rows = (most: number) => sql.raw(String(most));
const instantOf = (ms: number) => sql`${new Date(ms).toISOString()}::timestamptz`;

type Lane = {
  asks: ReturnType<typeof asks>;
  now: SQL;
  withFlags: boolean;
  after: Place | null;
  most: number;
};

/** Bands 0 to 4: a flag of theirs is not closed. Each is fetched by its key. */
function flagged({ asks: { nextMeeting }, now }: Lane, which: SQL | undefined) {
  return sql`${placed(bandOfFlags, orNever(sql`f.first_red`), orNever(nextMeeting))}
  from ${openFlags(now)}
  cross join lateral (select * from submission s where s.id = f.submission_id offset 0) submission
  where ${which}`;
}

/** Band 5: they gave what they were asked for, and nobody has read it yet. */
function given({ asks: { flagged: isFlagged, nextMeeting }, withFlags }: Lane, which: SQL | undefined) {
  return sql`${placed(sql`5`, never, orNever(nextMeeting))}
  from (${haveGiven}) t
  cross join lateral (select * from submission s where s.client_id = t.client_id offset 0) submission
  where ${and(which, withFlags ? not(isFlagged) : undefined)}`;
}

/** Band 6, with an appointment to come: along the appointments, each client by their next one. None lasts longer than a day. */
function meeting(lane: Lane, which: SQL | undefined) {
  const { asks: ask, now, withFlags, after, most } = lane;
  if (after?.band === 6 && after.meets === NEVER) return [];
  const from =
    after?.band === 6
      ? sql`next.starts_at >= ${instantOf(after.meets)} and (next.starts_at, ${since}, ${submission.reference})
          > (${instantOf(after.meets)}, ${instantOf(after.since)}, ${after.reference}::text)`
      : undefined;
  return [
    sql`${placed(sql`6`, never, milliseconds(sql`next.starts_at`))}
    from appointment next join submission on ${submission.clientId} = next.client_id
    where ${and(
      sql`next.status = 'booked' and next.starts_at > ${now} - interval '24 hours' and next.ends_at > ${now}`,
      not(
        thereIs(sql`from appointment sooner where sooner.client_id = next.client_id
          and sooner.status = 'booked' and sooner.ends_at > ${now}
          and (sooner.starts_at, sooner.id) < (next.starts_at, next.id)`),
      ),
      from,
      which,
      not(ask.given),
      withFlags ? not(ask.flagged) : undefined,
    )}
    order by next.starts_at, ${since}, ${submission.reference} limit ${rows(most)}`,
  ];
}

/** Band 6 without one: by age. Where to go on is said twice: before the policies Postgres compares instants, but no texts. */
function rest({ asks: ask, withFlags, after, most }: Lane, from: SQL, which: SQL | undefined) {
  return sql`${placed(sql`6`, never, never)} from ${from}
  where ${and(
    which,
    after?.band === 6 && after.meets === NEVER
      ? sql`${since} >= ${instantOf(after.since)}
          and (${since}, ${submission.reference}) > (${instantOf(after.since)}, ${after.reference}::text)`
      : undefined,
    not(ask.meets),
    not(ask.given),
    withFlags ? not(ask.flagged) : undefined,
  )}
  order by ${since}, ${submission.reference} limit ${rows(most)}`;
}

/**
 * A bitmap has no order: with one, Postgres reads all that are open and sorts them, where twenty of them in a row would do.
 * It takes that for cheap where it wrongly thinks that few are left. And it plans these long questions once a connection,
 * not each time: what they are asked with changes nothing about how they are best answered. Until the transaction ends.
 */
export const inTheirOrder = (tx: Tx) =>
  tx.execute(sql`select set_config('enable_bitmapscan', 'off', true), set_config('random_page_cost', '1.1', true),
    set_config('plan_cache_mode', 'force_generic_plan', true)`);

/** The first `most` places after `after`, in a transaction that looks `inTheirOrder`; the same, in the same order, as those of a few that are each reckoned (`queue-few.ts`). */
export async function placesInLanes(
  tx: Tx,
  actor: Staff,
  narrowed: QueueNarrowed,
  after: Place | null,
  most: number,
): Promise<Placed[]> {
  const now = sql`${clock.now().toISOString()}::timestamptz`;
  const lane = { asks: asks(now), now, withFlags: isClinical(actor), after, most };
  const { status } = narrowed;
  const { sent, unsent, unsentRows } = whichOfQueue(actor, narrowed);
  if (narrowed.mine && !narrowed.flagged && status !== 'declined' && status !== 'closed') {
    const own = [
      ...(isOpenChoice(status) ? [ownSentRows(actor, { ...narrowed, status })] : []),
      ...(unsentRows ? [unsentRows] : []),
    ];
    return placesOfFew(tx, actor, sql.join(own, sql` union all `), after, most);
  }
  const either = or(sent, unsent);
  const band = after?.band ?? 0;
  const flags = lane.withFlags && band < 5 ? [flagged(lane, either)] : [];
  const byAge = [
    ...(sent ? [rest(lane, sql`submission`, sent)] : []),
    ...(unsentRows ? [rest(lane, sql`(${unsentRows}) submission`, undefined)] : []),
  ];
  // What nobody has seen is open: whoever narrows to that is in the first lane, or nowhere.
  const others = () => [
    ...(band < 6 ? [given(lane, either)] : []),
    ...meeting(lane, either),
    together(byAge),
  ];
  const lanes = narrowed.flagged ? flags : [...flags, ...others()];
  if (lanes.length === 0) return [];
  return placesOf(tx, oneAfterTheOther(lanes, after, most));
}

const together = (queries: SQL[]) =>
  sql.join(
    queries.map((each) => sql`(${each})`),
    sql` union all `,
  );

/** All that is in a lane comes before all that is in the next: so into that one nobody looks when those before it fill the page. */
function oneAfterTheOther(lanes: SQL[], after: Place | null, most: number): SQL {
  const called = lanes.map((_, i) => sql.raw(`lane_${i}`));
  const all = (named: SQL[]) => together(named.map((lane) => sql`select * from ${lane}`));
  const looked = lanes.map((lane, i) => {
    const found = sql`(select count(*) from (${i > 0 ? all(called.slice(0, i)) : sql``}) found)`;
    const wanted = i > 0 ? sql`${found} < ${rows(most)}` : undefined;
    return sql`${called[i]} as materialized (${inOrder(lane, after, most, wanted)})`;
  });
  return sql`with ${sql.join(looked, sql`, `)} ${inOrder(all(called), null, most)}`;
}
