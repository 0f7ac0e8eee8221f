// The times staff can give a client, for the first time or in place of the one they have. Having looked is one line in the record.
import { as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { type Staff, submissionByReference } from '@/lib/review/submission-by-reference';
import { bookingFactsForStaff } from '@/lib/scheduling/booking-facts';
import { dateIn } from '@/lib/scheduling/calendar-dates';
import { forStaff } from '@/lib/scheduling/check-staff-booking';
import { allClinicians } from '@/lib/scheduling/clinicians';
import { daysOfTimes, type PageOfDays } from '@/lib/scheduling/days-of-times';
import { whyNotReady, whyNotSeen } from '@/lib/scheduling/may-book';
import { openSlots } from '@/lib/scheduling/open-slots';
import { type Appointment, appointmentByReference } from './appointment-by-reference';
import { clientLabels, NOBODY_KNOWN } from './client-labels';
import { maySchedule } from './may-schedule';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

const DAYS_A_PAGE = 5;

export type TimesAsked = {
  /** A clinician's reference; undefined for all who can see them. */
  with?: string | undefined;
  /** The date to begin with, on the clinic's calendar. */
  from?: string | undefined;
};

export type TimesForClient = NonNullable<Awaited<ReturnType<typeof timesToBook>>>;

/** By the reference of the client's forms. Null for one staff may not see. `reason`: what stands before any time. */
export async function timesToBook(actor: Staff, reference: string, asked: TimesAsked) {
  return as(actor, async (tx) => {
    const found = maySchedule(actor) ? await submissionByReference(tx, actor, reference) : null;
    if (!found) return null;
    const { clientId, status } = found;
    const facts = await bookingFactsForStaff(tx, clientId);
    const closed = status === 'declined' || status === 'closed';
    const notTheirs = await whyNotToSchedule(tx, actor, { clientId });
    const reason = notTheirs ?? (closed ? ('not-open' as const) : whyNotReady(facts));
    const detail = { submission: found.id };
    await record(tx, { event: 'submission.read', subject: clientId, detail });
    return timesOf(tx, clientId, { ...asked, old: null, reason });
  });
}

/** By the appointment's reference. Null for one that can't be moved. */
export async function timesToMove(actor: Staff, reference: string, asked: TimesAsked) {
  return as(actor, async (tx) => {
    const old = maySchedule(actor) ? await appointmentByReference(tx, reference) : null;
    if (old?.status !== 'booked') return null;
    const detail = { appointment: old.id };
    await record(tx, { event: 'appointment.read', subject: old.clientId, detail });
    return timesOf(tx, old.clientId, { ...asked, old, reason: await whyNotToSchedule(tx, actor, old) });
  });
}

type Reason = NotToSchedule | 'not-open' | NonNullable<ReturnType<typeof whyNotReady>>;

async function timesOf(
  tx: Tx,
  clientId: string,
  asked: TimesAsked & { old: Appointment | null; reason: Reason | null },
) {
  const facts = await bookingFactsForStaff(tx, clientId);
  const clinicians = (await allClinicians(tx)).map(forStaff).filter((one) => whyNotSeen(one, facts) === null);
  const chosen = clinicians.find(({ reference }) => reference === asked.with);
  const { zone } = await clinicOf(tx);
  const slots = asked.reason ? [] : await openSlots(tx, chosen ? [chosen] : clinicians);
  const page: PageOfDays = daysOfTimes(slots, zone, dateIn(asked.from), DAYS_A_PAGE);
  return {
    ...page,
    zone,
    reason: asked.reason,
    old: asked.old,
    client: (await clientLabels(tx, [clientId])).get(clientId) ?? NOBODY_KNOWN,
    clinicians: clinicians.map(({ reference, name, credential }) => ({ reference, name, credential })),
    chosen: chosen?.reference ?? null,
  };
}
