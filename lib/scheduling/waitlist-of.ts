// A client's place on the waiting list: what they wait for, and the time that is kept for them, if one is.
import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { slotOffer, waitlistEntry } from '@/db/schema';
import { allClinicians } from './clinicians';
import type { WaitlistWishes } from './waitlist-wishes';

/** So many times that ran out unanswered since they last said what they wait for, and no more are kept for them. */
export const MOST_UNANSWERED = 3;

export type LiveOffer = {
  reference: string;
  /** The clinician's reference, name and credential. */
  with: string;
  name: string;
  credential: string;
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
};

export type OnWaitlist = WaitlistWishes & {
  joinedAt: Date;
  endsAt: Date;
  /** Whom they wait for; null for whoever is free first. */
  name: string | null;
  offer: LiveOffer | null;
  /** The last time that was kept for them could not take place after all, and nothing is kept since. */
  takenBack: boolean;
  /** Too many times passed by unanswered: nothing is kept for them until they say that they still wait. */
  resting: boolean;
};

export type Entry = typeof waitlistEntry.$inferSelect;

/** The open entry, or null. */
export async function entryOf(tx: Tx, clientId: string): Promise<Entry | null> {
  const [entry] = await tx
    .select()
    .from(waitlistEntry)
    .where(and(eq(waitlistEntry.clientId, clientId), isNull(waitlistEntry.endedAt)));
  return entry ?? null;
}

/** What is kept for them now, or null. There is at most one. */
export async function liveOfferOf(tx: Tx, clientId: string) {
  const [offer] = await tx
    .select()
    .from(slotOffer)
    .where(and(eq(slotOffer.clientId, clientId), isNull(slotOffer.endedAt)));
  return offer ?? null;
}

/** How many ran out unanswered since they last said what they wait for. */
export async function unansweredOf(tx: Tx, entry: Pick<Entry, 'id' | 'changedAt'>): Promise<number> {
  const [row] = await tx
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(slotOffer)
    .where(
      and(
        eq(slotOffer.entryId, entry.id),
        eq(slotOffer.endedBy, 'expired'),
        gte(slotOffer.offeredAt, entry.changedAt),
      ),
    );
  return row?.count ?? 0;
}

async function lastWasTakenBack(tx: Tx, entry: Pick<Entry, 'id'>): Promise<boolean> {
  const [last] = await tx
    .select({ endedBy: slotOffer.endedBy })
    .from(slotOffer)
    .where(eq(slotOffer.entryId, entry.id))
    .orderBy(desc(slotOffer.offeredAt), desc(slotOffer.id))
    .limit(1);
  return last?.endedBy === 'taken-back';
}

/** Null when they don't wait. */
export async function waitlistOf(tx: Tx, clientId: string): Promise<OnWaitlist | null> {
  const entry = await entryOf(tx, clientId);
  if (!entry) return null;
  const [clinicians, offer] = [await allClinicians(tx), await liveOfferOf(tx, clientId)];
  const wanted = clinicians.find(({ id }) => id === entry.clinicianId);
  const offering = clinicians.find(({ id }) => id === offer?.clinicianId);
  const { weekdays, partsOfDay, zone, weeks, joinedAt, endsAt } = entry;
  return {
    ...{ weekdays, partsOfDay, zone, weeks, joinedAt, endsAt },
    with: wanted?.reference ?? null,
    name: wanted?.name ?? null,
    resting: (await unansweredOf(tx, entry)) >= MOST_UNANSWERED,
    takenBack: !offer && (await lastWasTakenBack(tx, entry)),
    offer:
      offer && offering
        ? {
            reference: offer.reference,
            with: offering.reference,
            name: offering.name,
            credential: offering.credential,
            startsAt: offer.startsAt,
            endsAt: offer.endsAt,
            expiresAt: offer.expiresAt,
          }
        : null,
  };
}

/** The same, for the client's own page. */
export const ownWaitlist = (actor: Actor & { kind: 'client' }): Promise<OnWaitlist | null> =>
  as(actor, (tx) => waitlistOf(tx, actor.id));
