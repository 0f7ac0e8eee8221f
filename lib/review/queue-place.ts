// Where a submission stands in the queue, and how a page of it is asked for: by the last place seen, never by a number of rows to skip.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/** Later than anything: for who has no red flag, or no appointment. Milliseconds. */
export const NEVER = 9_000_000_000_000_000;
/** The end of the year 9999, in milliseconds: no instant of ours is later. */
const LAST = 253_402_300_799_999;

export const milliseconds = (instant: SQL) => sql`floor(extract(epoch from ${instant}) * 1000)::bigint`;

export type Place = { band: number; waits: number; meets: number; since: number; reference: string };
export type Placed = Place & { id: string; clientId: string };

/**
 * The order, most pressing first: an urgent red flag nobody acknowledged, then a red one, in each the late before the
 * others, and each by its age; any flag that is still open; who gave what they were asked for; the soonest appointment; the
 * oldest. Front desk's queue has no flags in it. `all`: a query of places, as `id, client, reference, band, waits, meets,
 * since`. Nothing is looked for unless `wanted`.
 */
export function inOrder(all: SQL, after: Place | null, most: number, wanted: SQL = sql`true`): SQL {
  const order = sql.raw('band, waits, meets, since, reference');
  const later = after
    ? sql`(${order}) > (${after.band}::int, ${after.waits}::bigint, ${after.meets}::bigint, ${after.since}::bigint, ${after.reference}::text)`
    : sql`true`;
  return sql`select * from (${all}) placed where ${wanted} and ${later} order by ${order} limit ${sql.raw(String(most))}`;
}

/** `query`: places `inOrder`. */
export async function placesOf(tx: Tx, query: SQL): Promise<Placed[]> {
  const rows = await tx.execute<Record<keyof Place | 'id' | 'client', string>>(query);
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
