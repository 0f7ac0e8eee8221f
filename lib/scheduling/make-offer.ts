// A time that came free is kept for one person on the waiting list, who is told; nobody else can have it meanwhile.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { client, slotOffer } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { checkBooking } from './check-booking';
import { despiteDeadlock } from './despite-deadlock';
import { offerSoon } from './free-time';
import { afterWakingHours, offerEndsAt } from './offer-hours';
import type { OpenSlot } from './open-slots';
import { secureTime } from './secure-time';
import { tellClient } from './tell-client';
import { type Entry, entryOf, liveOfferOf } from './waitlist-of';
import { suits } from './waitlist-wishes';

/** `taken`: somebody else has the time. `not-theirs`: this person can't have it, or doesn't wait for it any more. */
export type Offered = 'made' | 'taken' | 'not-theirs';

type Slot = Pick<OpenSlot, 'startsAt' | 'clinician'>;

/** All that lets somebody book it is asked again here, under the lock of their row; two workers make one offer. */
export const makeOffer = (entry: Pick<Entry, 'id' | 'clientId'>, slot: Slot): Promise<Offered> =>
  despiteDeadlock(() => as({ kind: 'job', name: 'waitlist.offer' }, (tx) => make(tx, entry, slot)));

async function make(tx: Tx, { id, clientId }: Pick<Entry, 'id' | 'clientId'>, slot: Slot): Promise<Offered> {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
  const entry = await entryOf(tx, clientId);
  const { startsAt } = slot;
  if (entry?.id !== id || (await liveOfferOf(tx, clientId)) || !suits(entry, startsAt)) return 'not-theirs';
  if (entry.clinicianId !== null && entry.clinicianId !== slot.clinician.id) return 'not-theirs';
  const { zone } = entry;
  const now = clock.now();
  const asked = { clinician: slot.clinician.reference, startsAt, zone, clientId, now };
  const checked = await checkBooking(tx, asked);
  if (!checked.ok) return 'not-theirs';
  const { clinician } = checked;
  const { noticeHours, sessionMinutes } = clinician.hours;
  const expiresAt = offerEndsAt({ startsAt, noticeHours, zone, now });
  if (!expiresAt) return 'not-theirs';
  const timeId = await secureTime(tx, { ...checked, startsAt, now, kind: 'held' });
  if (timeId === null) return 'taken';

  const offer = newId();
  await tx.insert(slotOffer).values({
    ...{ id: offer, reference: newReference(), entryId: id, clientId, clinicianId: clinician.id, timeId },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + sessionMinutes * 60_000) },
    ...{ offeredAt: now, expiresAt },
  });
  // No phone lights up in the night.
  const startAfter = afterWakingHours(zone, now, 0);
  await tellClient(tx, 'appointment-offered', { clientId, appointmentId: offer, startAfter });
  await offerSoon(tx, expiresAt);
  const detail = { offer, clinician: clinician.id, startsAt: startsAt.toISOString() };
  await record(tx, { event: 'offer.made', subject: clientId, detail });
  return 'made';
}
