// A time is kept for somebody, and then its clinician is not there: it is let go, they are told, and stay first in line for another.
import { isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { slotOffer } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { allClinicians } from './clinicians';
import { endOffer } from './end-offer';
import { keepsSession } from './secure-time';
import { tellClient } from './tell-client';
import { entryOf } from './waitlist-of';
import { afterWakingHours } from './waking-hours';

type Offer = typeof slotOffer.$inferSelect;

/** Kept times at which their clinician keeps no session any more: a day off, other hours, a closed day, or they have left. */
export async function offersLost(tx: Tx): Promise<Offer[]> {
  const live = await tx.select().from(slotOffer).where(isNull(slotOffer.endedAt));
  if (live.length === 0) return [];
  const [clinicians, { holidays }] = [await allClinicians(tx), await clinicOf(tx)];
  const now = clock.now();
  return live.filter(({ clinicianId, startsAt }) => {
    const clinician = clinicians.find(({ id }) => id === clinicianId);
    return !clinician?.works || !keepsSession(clinician, holidays, startsAt, now);
  });
}

/** Under the lock of the client's row. No phone lights up in the night. */
export async function takeBack(tx: Tx, offer: Offer) {
  const { id, clientId } = offer;
  const entry = await entryOf(tx, clientId);
  const startAfter = entry ? afterWakingHours(entry.zone, clock.now(), 0) : undefined;
  await endOffer(tx, offer, 'taken-back');
  await tellClient(tx, 'offer-taken-back', {
    clientId,
    appointmentId: id,
    ...(startAfter && { startAfter }),
  });
}
