// What was kept for somebody comes to its end: they took it, let it go, or did not answer in time.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { slotOffer } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { freeTime } from './free-time';

type Offer = Pick<typeof slotOffer.$inferSelect, 'id' | 'clientId' | 'timeId'>;

/**
 * Under the lock of the client's row, so that taking it, letting it go and its running out come one after another: the
 * first end stands, and only it frees the time. `accepted` says so by the booking that follows.
 */
export async function endOffer(
  tx: Tx,
  offer: Offer,
  endedBy: 'accepted' | 'declined' | 'expired' | 'taken-back',
) {
  const live = and(eq(slotOffer.id, offer.id), isNull(slotOffer.endedAt));
  const [still] = await tx.select({ id: slotOffer.id }).from(slotOffer).where(live);
  if (!still) return;
  // The time first: it is theirs to give back only while it is kept for them.
  await freeTime(tx, offer.timeId);
  await tx.update(slotOffer).set({ endedAt: clock.now(), endedBy }).where(live);
  if (endedBy === 'accepted') return;
  await record(tx, { event: `offer.${endedBy}`, subject: offer.clientId, detail: { offer: offer.id } });
}
