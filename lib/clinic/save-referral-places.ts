// The lead or an admin keeps the practice's list of places to go: all of it or nothing, and never over a change somebody else made meanwhile.
import { asc, sql } from 'drizzle-orm';
import { type Actor, as, type Role, type Tx } from '@/db/client';
import { referralPlace } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { type ReferralPlace, stampOfPlaces } from './referral-places';

type Staff = Extract<Actor, { kind: 'staff' }>;

export const MAY_KEEP_PLACES = ['lead', 'admin'] as const satisfies readonly Role[];

/** In the practice's own order. */
export async function referralPlaces(tx: Tx): Promise<(ReferralPlace & { id: string })[]> {
  const rows = await tx.select().from(referralPlace).orderBy(asc(referralPlace.position));
  return rows.map(({ id, name, whatFor, phone, web, note }) => ({ id, name, whatFor, phone, web, note }));
}

/** The list that stands, and what a form made from it carries along. */
export const referralPlacesNow = (actor: Staff): Promise<{ places: ReferralPlace[]; stamp: string }> =>
  as(actor, async (tx) => {
    const places = await referralPlaces(tx);
    return { places, stamp: stampOfPlaces(places) };
  });

/**
 * `places` in their order. A letter that was sent keeps the places it named. Saving what stands already changes nothing.
 * Refused: `not-allowed`, `changed-meanwhile`.
 */
export async function saveReferralPlaces(
  actor: Staff,
  { places, stamp }: { places: readonly ReferralPlace[]; stamp: string },
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'changed-meanwhile' }> {
  if (!MAY_KEEP_PLACES.some((role) => actor.roles.includes(role)))
    return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    // Two at once stand in line.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('referral places', 0))`);
    const before = await referralPlaces(tx);
    const stands = stampOfPlaces(before);
    if (stands === stampOfPlaces(places)) return { ok: true };
    if (stands !== stamp) return { ok: false, reason: 'changed-meanwhile' };
    const changedAt = clock.now();
    await tx.delete(referralPlace);
    if (places.length > 0)
      await tx
        .insert(referralPlace)
        .values(places.map((place, at) => ({ id: newId(), position: at + 1, changedAt, ...place })));
    const detail = { part: 'places', places: places.length };
    await record(tx, { event: 'clinic.changed', subject: 'clinic', detail });
    return { ok: true };
  });
}
