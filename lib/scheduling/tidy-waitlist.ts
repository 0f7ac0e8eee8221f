// What is over on the waiting list is put away: offers that ran out or whose clinician isn't there after all, people who have a time or waited as long as they would.
import { and, eq, exists, isNull, lte, notExists, or } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, client, clinicianTime, slotOffer, waitlistEntry } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from './appointment-of';
import { endOffer } from './end-offer';
import { endWaiting } from './end-waiting';
import { offersLost, takeBack } from './take-back-offer';
import { entryOf, liveOfferOf } from './waitlist-of';

const job = { kind: 'job', name: 'waitlist.offer' } as const;

/** Each person in a transaction of their own, under the lock of their row; done twice it is done once. */
export async function tidyWaitlist() {
  for (const clientId of await as(job, whoIsOver)) await as(job, (tx) => tidy(tx, clientId));
  await as(job, freeWhatNobodyHas);
}

/** Clients of whose waiting something is over, as it looks without a lock. */
async function whoIsOver(tx: Tx): Promise<string[]> {
  const now = clock.now();
  const late = await tx
    .select({ clientId: slotOffer.clientId })
    .from(slotOffer)
    .where(and(isNull(slotOffer.endedAt), lte(slotOffer.expiresAt, now)));
  const booked = tx
    .select({ id: appointment.id })
    .from(appointment)
    .where(and(eq(appointment.clientId, waitlistEntry.clientId), eq(appointment.status, 'booked')));
  const over = await tx
    .select({ clientId: waitlistEntry.clientId })
    .from(waitlistEntry)
    .where(and(isNull(waitlistEntry.endedAt), or(lte(waitlistEntry.endsAt, now), exists(booked))));
  const lost = await offersLost(tx);
  return [...new Set([...late, ...over, ...lost].map(({ clientId }) => clientId))];
}

async function tidy(tx: Tx, clientId: string) {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
  const now = clock.now();
  const offer = await liveOfferOf(tx, clientId);
  if (offer && offer.expiresAt <= now) await endOffer(tx, offer, 'expired');
  else if (offer && (await offersLost(tx)).some(({ id }) => id === offer.id)) await takeBack(tx, offer);
  if (await appointmentOf(tx, clientId)) return endWaiting(tx, clientId, 'booking');
  const entry = await entryOf(tx, clientId);
  // What is kept for them is theirs to decide on first.
  if (entry && entry.endsAt <= now && !(await liveOfferOf(tx, clientId)))
    await endWaiting(tx, clientId, 'time');
}

/** Whoever was forgotten meanwhile leaves no time held. */
async function freeWhatNobodyHas(tx: Tx) {
  const keptFor = tx
    .select({ id: slotOffer.id })
    .from(slotOffer)
    .where(and(eq(slotOffer.timeId, clinicianTime.id), isNull(slotOffer.endedAt)));
  const held = await tx
    .select({ id: clinicianTime.id })
    .from(clinicianTime)
    .where(and(eq(clinicianTime.kind, 'held'), eq(clinicianTime.active, true), notExists(keptFor)));
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  await tx.update(clinicianTime).set({ active: false }).where(oneOf(clinicianTime.id, ids));
}
