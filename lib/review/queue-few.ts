// The places of a few submissions that were found otherwise than by the queue's order: each of them is reckoned, and then they are put in it.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { asks, bandOfFlags, haveGiven, never, openFlags, orNever, placed } from './queue-bands';
import { inOrder, type Place, type Placed, placesOf } from './queue-place';
import { isClinical, type Staff } from './submission-by-reference';

/** `rows`: a query of all of them, whole. The first `most` after `after`, in the order of the queue. */
export function placesOfFew(
  tx: Tx,
  actor: Staff,
  rows: SQL,
  after: Place | null,
  most: number,
): Promise<Placed[]> {
  const now = sql`${clock.now().toISOString()}::timestamptz`;
  const withFlags = isClinical(actor);
  const given = sql`case when ${submission.clientId} in (${haveGiven}) then 5 else 6 end`;
  const places = placed(
    withFlags ? sql`case when f.submission_id is null then ${given} else ${bandOfFlags} end` : given,
    withFlags ? orNever(sql`f.first_red`) : never,
    orNever(asks(now).nextMeeting),
  );
  const flags = withFlags ? sql`left join ${openFlags(now)} on f.submission_id = ${submission.id}` : sql``;
  return placesOf(tx, inOrder(sql`${places} from (${rows}) submission ${flags}`, after, most));
}
