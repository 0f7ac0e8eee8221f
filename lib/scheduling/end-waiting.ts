// Somebody is on the waiting list no longer, and what was kept for them is free again.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { waitlistEntry } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { endOffer } from './end-offer';
import { entryOf, liveOfferOf } from './waitlist-of';

/**
 * Under the lock of the client's row; does nothing when they don't wait. `booked` is the time they have now: if it is
 * the one that was kept for them, they took it, and within this transaction nobody else can.
 */
export async function endWaiting(
  tx: Tx,
  clientId: string,
  endedBy: 'booking' | 'client' | 'time' | 'staff',
  booked?: { clinicianId: string; startsAt: Date },
) {
  const entry = await entryOf(tx, clientId);
  if (!entry) return;
  const offer = await liveOfferOf(tx, clientId);
  if (offer) {
    const taken =
      booked?.clinicianId === offer.clinicianId && booked.startsAt.getTime() === offer.startsAt.getTime();
    await endOffer(tx, offer, taken ? 'accepted' : endedBy === 'staff' ? 'taken-back' : 'declined');
  }
  await tx.update(waitlistEntry).set({ endedAt: clock.now(), endedBy }).where(eq(waitlistEntry.id, entry.id));
  await record(tx, { event: 'waitlist.left', subject: clientId, detail: { entry: entry.id, by: endedBy } });
}
