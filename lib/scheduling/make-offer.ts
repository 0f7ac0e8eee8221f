// A time that came free is kept for one person on the waiting list, who is told; nobody else can have it meanwhile.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { client, slotOffer } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { checkBooking } from './check-booking';
import { despiteDeadlock } from './despite-deadlock';
import { offerSoon } from './free-time';
import type { MayNotBook } from './may-book';
import { offerEndsAt } from './offer-hours';
import type { OpenSlot } from './open-slots';
import { secureTime } from './secure-time';
import { tellClient } from './tell-client';
import { type Entry, entryOf, liveOfferOf } from './waitlist-of';
import { isWhom, suits } from './waitlist-wishes';
import { afterWakingHours } from './waking-hours';

/**
 * `gone`: this time can't be kept for them: it is somebody else's, or too near. `not-waiting`: they have something kept
 * for them already, or can't be asked at all.
 */
export type Offered = 'made' | 'gone' | 'not-waiting';

type Slot = Pick<OpenSlot, 'startsAt' | 'clinician'>;

/** What no other time would change. */
const NOT_READY: readonly MayNotBook[] = ['agreements-missing', 'forms-missing', 'has-appointment', 'ended'];

/** All that lets somebody book it is asked again here, under the lock of their row; two workers make one offer. */
export const makeOffer = (entry: Pick<Entry, 'id' | 'clientId'>, slot: Slot): Promise<Offered> =>
  despiteDeadlock(() => as({ kind: 'job', name: 'waitlist.offer' }, (tx) => make(tx, entry, slot)));

async function make(tx: Tx, { id, clientId }: Pick<Entry, 'id' | 'clientId'>, slot: Slot): Promise<Offered> {
  await tx.select({ id: client.id }).from(client).where(eq(client.id, clientId)).for('update');
  const entry = await entryOf(tx, clientId);
  if (entry?.id !== id || (await liveOfferOf(tx, clientId))) return 'not-waiting';
  const { startsAt } = slot;
  if (!suits(entry, startsAt) || !isWhom(entry, slot.clinician)) return 'gone';
  const { zone } = entry;
  const now = clock.now();
  const asked = { clinician: slot.clinician.reference, startsAt, zone, clientId, now };
  const checked = await checkBooking(tx, asked);
  if (!checked.ok) return NOT_READY.includes(checked.reason) ? 'not-waiting' : 'gone';
  const { clinician } = checked;
  const expiresAt = offerEndsAt({
    ...{ startsAt, noticeHours: clinician.hours.noticeHours, zone, now },
    hours: (await clinicOf(tx)).offerHours,
  });
  const timeId = expiresAt && (await secureTime(tx, { ...checked, startsAt, now, kind: 'held' }));
  if (!timeId) return 'gone';

  const offer = newId();
  await tx.insert(slotOffer).values({
    ...{ id: offer, reference: newReference(), entryId: id, clientId, clinicianId: clinician.id, timeId },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + clinician.hours.sessionMinutes * 60_000) },
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
