// Free times are kept for those who wait for one like them: first come, first asked, one person at a time.
import { and, asc, eq, isNull, notExists } from 'drizzle-orm';
import { as, SNAPSHOT, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { slotOffer, waitlistEntry } from '@/db/schema';
import { withoutWords } from '@/lib/jobs/without-words';
import { bookingFacts } from './booking-facts';
import { allClinicians } from './clinicians';
import { makeOffer } from './make-offer';
import { whyNotReady, whyNotSeen } from './may-book';
import type { OpenSlot } from './open-slots';
import { openSlots } from './open-slots';
import { tidyWaitlist } from './tidy-waitlist';
import { type Entry, MOST_UNANSWERED, unansweredOf } from './waitlist-of';
import { isWhom, suits } from './waitlist-wishes';

const job = { kind: 'job', name: 'waitlist.offer' } as const;

type Waiting = { entry: Entry; slots: OpenSlot[] };

/**
 * Runs when a time was given back, when an offer ends, and every few minutes: hours change, and days come within the
 * horizon. Done twice, or by two workers at once, it comes to the same. The line and the free times are looked at as
 * they were at one instant: what comes free during the walk is not seen by those further back before those in front.
 */
export async function offerOpenTimes() {
  await tidyWaitlist();
  let failure: Error | undefined;
  for (const waiting of await as(job, theLine, SNAPSHOT)) {
    try {
      await offerOneOf(waiting);
    } catch (error) {
      // One person's trouble keeps nobody behind them from their time.
      failure = withoutWords(error);
    }
  }
  if (failure) throw failure;
}

async function offerOneOf({ entry, slots }: Waiting) {
  for (const slot of await as(job, (tx) => bookable(tx, entry, slots)))
    if ((await makeOffer(entry, slot)) !== 'gone') return;
}

/** Who waits and has nothing kept for them, in the order they came, each with the free times that suit them. */
async function theLine(tx: Tx): Promise<Waiting[]> {
  const live = tx
    .select({ id: slotOffer.id })
    .from(slotOffer)
    .where(and(eq(slotOffer.entryId, waitlistEntry.id), isNull(slotOffer.endedAt)));
  const entries = await tx
    .select()
    .from(waitlistEntry)
    .where(and(isNull(waitlistEntry.endedAt), notExists(live)))
    .orderBy(asc(waitlistEntry.joinedAt), asc(waitlistEntry.id));
  if (entries.length === 0) return [];
  const clinicians = await allClinicians(tx);
  const free = await openSlots(
    tx,
    clinicians.filter(({ active }) => active),
  );
  const before = await offeredBefore(tx, entries);
  const suiting = (entry: Entry) =>
    free.filter(
      ({ startsAt, clinician }) =>
        suits(entry, startsAt) &&
        isWhom(entry, clinician) &&
        !before.has(nameOf(entry.id, clinician.id, startsAt)),
    );
  return entries.map((entry) => ({ entry, slots: suiting(entry) })).filter(({ slots }) => slots.length > 0);
}

/** Those of the times that this person may book. None while nothing more is to be kept for them. */
async function bookable(tx: Tx, entry: Entry, slots: OpenSlot[]): Promise<OpenSlot[]> {
  if ((await unansweredOf(tx, entry)) >= MOST_UNANSWERED) return [];
  const facts = await bookingFacts(tx, entry.clientId);
  return whyNotReady(facts) ? [] : slots.filter(({ clinician }) => whyNotSeen(clinician, facts) === null);
}

/** Nobody is asked twice about the same time. */
async function offeredBefore(tx: Tx, entries: Entry[]): Promise<Set<string>> {
  const rows = await tx
    .select({ entryId: slotOffer.entryId, clinicianId: slotOffer.clinicianId, startsAt: slotOffer.startsAt })
    .from(slotOffer)
    .where(
      oneOf(
        slotOffer.entryId,
        entries.map(({ id }) => id),
      ),
    );
  return new Set(rows.map(({ entryId, clinicianId, startsAt }) => nameOf(entryId, clinicianId, startsAt)));
}

const nameOf = (entryId: string, clinicianId: string, startsAt: Date) =>
  `${entryId} ${clinicianId} ${startsAt.getTime()}`;
