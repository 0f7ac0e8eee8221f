// A clinician's day that is to be closed, before anything changes: who is booked, and where each of them could go.
import { and, asc, eq, gt } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { bookingFactsForStaff } from '@/lib/scheduling/booking-facts';
import { busyTimes } from '@/lib/scheduling/busy-times';
import { dateIn } from '@/lib/scheduling/calendar-dates';
import { allClinicians, type Clinician } from '@/lib/scheduling/clinicians';
import type { DayException } from '@/lib/scheduling/local-hours';
import { whyNotSeen } from '@/lib/scheduling/may-book';
import { mayEditHours } from '@/lib/scheduling/may-edit-hours';
import { type OpenSlot, openSlots } from '@/lib/scheduling/open-slots';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import type { Appointment } from './appointment-by-reference';
import { type ClientLabel, clientLabels, NOBODY_KNOWN } from './client-labels';
import { maySchedule } from './may-schedule';
import { type PlacesTaken, type Proposal, proposeTimes } from './propose-times';

const DAY = 86_400_000;

export type RowToClose = Proposal &
  Pick<Appointment, 'reference' | 'sequence' | 'startsAt' | 'endsAt' | 'format'> & {
    client: ClientLabel;
  };

export type DayToClose = {
  clinician: Pick<Clinician, 'reference' | 'name'> & { zone: string };
  /** On the clinician's own calendar. */
  date: string;
  zone: string;
  closed: boolean;
  rows: RowToClose[];
};

/** Those still to come on that local date of the clinician, the first first. */
export async function bookedOn(tx: Tx, clinician: Clinician, date: string): Promise<Appointment[]> {
  const rows = await tx
    .select()
    .from(appointment)
    .where(
      and(
        eq(appointment.clinicianId, clinician.id),
        eq(appointment.status, 'booked'),
        gt(appointment.startsAt, clock.now()),
      ),
    )
    .orderBy(asc(appointment.startsAt));
  return rows.filter(({ startsAt }) => localDateOf(startsAt, clinician.hours.zone) === date);
}

/**
 * Front desk and leads close everybody's day, a clinician their own: closing moves and cancels, which is for whoever is in
 * touch with the clients. An admin who is a clinician too sets a colleague's days under "Hours", and moves nobody by it.
 */
export const mayClose = ({ id, roles }: Staff, clinicianId: string): boolean =>
  roles.includes('front-desk') ||
  roles.includes('lead') ||
  (roles.includes('clinician') && id === clinicianId);

/** To open a day moves nobody: whoever sets its hours. */
export const mayOpen = (actor: Staff, clinicianId: string): boolean =>
  maySchedule(actor) && mayEditHours(actor, clinicianId, 'days');

/** Null for a clinician or a date that doesn't exist, a date that is past, and whoever may not close it. */
export async function dayToClose(
  actor: Staff,
  asked: { with: string | undefined; on: string | undefined },
): Promise<DayToClose | null> {
  const date = dateIn(asked.on);
  if (!date) return null;
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const all = await allClinicians(tx);
    const clinician = all.find(({ reference }) => reference === asked.with);
    if (!clinician || !mayClose(actor, clinician.id) || date < localDateOf(clock.now(), clinician.hours.zone))
      return null;
    const booked = await bookedOn(tx, clinician, date);
    const labels = await clientLabels(
      tx,
      booked.map(({ clientId }) => clientId),
    );
    // Nobody is put at a time that is nearer than they could have chosen themselves.
    const free = (booked.length > 0 ? await openSlots(tx, all) : []).filter(
      (slot) =>
        slot.clinician.id !== clinician.id || localDateOf(slot.startsAt, clinician.hours.zone) !== date,
    );
    const asking = [];
    for (const { clientId, startsAt } of booked)
      asking.push({ startsAt, free: await seenBy(tx, clientId, free) });
    const proposals = proposeTimes(asking, clinician.id, await placesTaken(tx, all));
    const rows = booked.map(({ clientId, reference, sequence, startsAt, endsAt, format }, at) => ({
      ...{ reference, sequence, startsAt, endsAt, format },
      ...(proposals[at] ?? { times: [], proposed: null }),
      client: labels.get(clientId) ?? NOBODY_KNOWN,
    }));
    const detail = {
      ...{ from: date, days: 1, appointments: rows.map(({ reference }) => reference) },
      clients: booked.map(({ clientId }) => clientId),
    };
    await record(tx, { event: 'calendar.read', subject: 'clinic', detail });
    return {
      clinician: { reference: clinician.reference, name: clinician.name, zone: clinician.hours.zone },
      ...{ date, zone, rows, closed: isClosed(clinician.hours.exceptions, date) },
    };
  });
}

/** The whole of that local date is off. */
export const isClosed = (exceptions: readonly DayException[], date: string): boolean =>
  exceptions.some(
    ({ onDate, kind, startsLocal, endsLocal }) =>
      onDate === date && kind === 'off' && startsLocal === null && endsLocal === null,
  );

/** Free times of those who can see this client. */
async function seenBy(tx: Tx, clientId: string, free: OpenSlot[]): Promise<OpenSlot[]> {
  const facts = await bookingFactsForStaff(tx, clientId);
  return free.filter(
    ({ clinician }) => whyNotSeen({ ...clinician, active: clinician.works }, facts) === null,
  );
}

/** How many places of a clinician's local date are taken. */
async function placesTaken(tx: Tx, clinicians: Clinician[]): Promise<PlacesTaken> {
  const now = clock.now().getTime();
  const horizon = Math.max(0, ...clinicians.map(({ hours }) => hours.horizonDays));
  const ids = clinicians.map(({ id }) => id);
  const busy = await busyTimes(tx, ids, new Date(now - 2 * DAY), new Date(now + (horizon + 3) * DAY));
  return ({ id, hours }, date) =>
    (busy.get(id) ?? []).filter(
      ({ kind, startsAt, endsAt }) =>
        kind === 'appointment' &&
        localDateOf(new Date((startsAt.getTime() + endsAt.getTime()) / 2), hours.zone) === date,
    ).length;
}
