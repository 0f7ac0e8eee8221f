// Staff book a time for a client, also one that is too near for the client to book themselves.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, submission } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { type Staff, submissionByReference } from '@/lib/review/submission-by-reference';
import { bookingFactsForStaff } from '@/lib/scheduling/booking-facts';
import { checkStaffBooking } from '@/lib/scheduling/check-staff-booking';
import { keepBooking } from '@/lib/scheduling/keep-booking';
import { lockClients } from '@/lib/scheduling/lock-client';
import type { MayNotBook } from '@/lib/scheduling/may-book';
import { Taken } from '@/lib/scheduling/secure-time';
import { unlessTaken } from '@/lib/scheduling/unless-taken';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { maySchedule } from './may-schedule';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

export type BookingForClient = {
  /** Of the client's forms. */
  reference: string;
  /** The clinician's reference. */
  clinician: string;
  startsAt: Date;
  formToken: string;
};

export type BookRefusal = MayNotBook | NotToSchedule | 'unknown' | 'not-open' | 'slot-taken';

/**
 * The same form sent twice books once. The local time agreed is in the client's zone. Refused: `unknown` (no such forms,
 * or not staff's to see), `not-open` (declined or closed), `not-on-the-case` and `only-opened` (`whyNotToSchedule`), `slot-taken`, and what `checkStaffBooking` says.
 */
export async function bookForClient(
  actor: Staff,
  booking: BookingForClient,
): Promise<{ ok: true; reference: string } | { ok: false; reason: BookRefusal }> {
  if (!maySchedule(actor)) return { ok: false, reason: 'not-allowed' };
  return unlessTaken(actor, (tx) => book(tx, actor, booking));
}

async function book(
  tx: Tx,
  actor: Staff,
  { reference, formToken, ...asked }: BookingForClient,
): Promise<{ ok: true; reference: string } | { ok: false; reason: BookRefusal }> {
  const found = await submissionByReference(tx, actor, reference);
  if (!found) return { ok: false, reason: 'unknown' };
  const { id, clientId } = found;
  // A colleague who declines them at this moment holds the same row.
  await lockClients(tx, clientId);
  const [forms] = await tx
    .select({ status: submission.status })
    .from(submission)
    .where(eq(submission.id, id));
  const notTheirs = await whyNotToSchedule(tx, actor, { clientId });
  if (notTheirs) return { ok: false, reason: notTheirs };
  const [before] = await tx
    .select({ reference: appointment.reference })
    .from(appointment)
    .where(and(eq(appointment.clientId, clientId), eq(appointment.formToken, formToken)));
  if (before) return { ok: true, reference: before.reference };
  if (forms?.status === 'declined' || forms?.status === 'closed') return { ok: false, reason: 'not-open' };

  const now = clock.now();
  const checked = await checkStaffBooking(tx, { ...asked, clientId, now });
  if (!checked.ok) return checked;
  const themselves = await whyNotToSchedule(tx, actor, { clientId, withId: checked.clinician.id });
  if (themselves) return { ok: false, reason: themselves };
  const zone = await zoneOfClient(tx, clientId, (await clinicOf(tx)).zone);
  const { startsAt } = asked;
  const factsOnceBooked = () => bookingFactsForStaff(tx, clientId);
  const booked = await keepBooking(tx, {
    ...checked,
    ...{ clientId, startsAt, zone, formToken, now, factsOnceBooked },
  });
  if (booked === null) throw new Taken();
  return { ok: true, reference: booked };
}
