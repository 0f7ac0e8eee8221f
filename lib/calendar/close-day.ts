// A clinician can't be there: their day is closed, and everybody booked on it is moved or cancelled, in one go or not at all.

import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment, availabilityException } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import type { Staff } from '@/lib/review/submission-by-reference';
import { type MessageFault, messageIn, putMessage } from '@/lib/review/write-message';
import { cancelBooked } from '@/lib/scheduling/cancel-booked';
import { checkStaffBooking } from '@/lib/scheduling/check-staff-booking';
import { allClinicians, type Clinician, hoursKept } from '@/lib/scheduling/clinicians';
import { despiteDeadlock } from '@/lib/scheduling/despite-deadlock';
import { offerSoon } from '@/lib/scheduling/free-time';
import { holdHours } from '@/lib/scheduling/hold-hours';
import { lockClients } from '@/lib/scheduling/lock-client';
import { lockDay } from '@/lib/scheduling/secure-time';
import { takeNewTime } from '@/lib/scheduling/take-new-time';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import type { Appointment } from './appointment-by-reference';
import { bookedOn, isClosed, mayClose } from './day-to-close';
import { isThere, type NewTime } from './move-for-client';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

/** What becomes of one appointment: a new time, or null to cancel it. `sequence`: as it stood on the page. */
export type Change = { reference: string; sequence: number; to: NewTime | null };

export type Closing = {
  /** The clinician's reference. */
  clinician: string;
  /** On their own calendar, `2026-11-24`. */
  date: string;
  changes: readonly Change[];
  /** Put at the home of each client it changes something for; '' for no word. */
  why: string;
};

export type Closed =
  | { ok: true; moved: number; cancelled: number }
  /** `changed`: who is booked is another than the page showed. */
  | { ok: false; reason: NotToSchedule | 'unknown' | 'past' | 'changed' | MessageFault }
  /** New times that can't be had, by appointment: taken meanwhile, or not for this client. */
  | { ok: false; reason: 'not-to-be-had'; references: string[] };

/** Thrown to give everything back. */
class NotToBeHad extends Error {
  constructor(readonly references: string[]) {
    super('some of the new times can not be had');
  }
}

/** Each client is told once. The same form sent twice acts once. Refused: see `Closed`; then nothing has changed. */
export async function closeDay(actor: Staff, closing: Closing): Promise<Closed> {
  const message = closing.why.trim() === '' ? null : messageIn(closing.why);
  if (message && !message.ok) return message;
  try {
    return await despiteDeadlock(() =>
      as(actor, (tx) => close(tx, actor, closing, (clientId) => tell(tx, actor, clientId, message?.text))),
    );
  } catch (error) {
    if (error instanceof NotToBeHad)
      return { ok: false, reason: 'not-to-be-had', references: error.references };
    throw error;
  }
}

async function close(
  tx: Tx,
  actor: Staff,
  { clinician: reference, date, changes }: Closing,
  tellWhy: (clientId: string) => Promise<void>,
): Promise<Closed> {
  const all = await allClinicians(tx);
  const clinician = all.find((one) => one.reference === reference);
  if (!clinician) return { ok: false, reason: 'unknown' };
  if (!mayClose(actor, clinician.id)) return { ok: false, reason: 'not-allowed' };
  const now = clock.now();
  if (date < localDateOf(now, clinician.hours.zone)) return { ok: false, reason: 'past' };

  // In the order in which a booking takes them: first the people, then the hours, then the day. From here on nobody else books it.
  await lockClients(tx, ...(await namedIn(tx, changes)).map(({ clientId }) => clientId));
  await holdHours(tx);
  await lockDay(tx, clinician.id, date);
  const named = await namedIn(tx, changes);
  const left = changes.filter((change) => !isDone(change, named, all));
  const booked = await bookedOn(tx, clinician, date);
  if (!isWhatWasShown(booked, left)) return { ok: false, reason: 'changed' };
  for (const { clientId } of booked) {
    const notTheirs = await whyNotToSchedule(tx, actor, { clientId });
    if (notTheirs) return { ok: false, reason: notTheirs };
  }

  const cancelled = changes.filter(({ to }) => to === null).length;
  const counts = { moved: changes.length - cancelled, cancelled };
  const closes = await closeFor(tx, clinician.id, date);
  if (!closes && left.length === 0) return { ok: true, ...counts };
  await changeEach(tx, booked, left, now);
  for (const { clientId } of booked) await tellWhy(clientId);
  await record(tx, { event: 'day.closed', subject: clinician.id, detail: { date, ...counts } });
  return { ok: true, ...counts };
}

const namedIn = (tx: Tx, changes: readonly Change[]): Promise<Appointment[]> =>
  tx
    .select()
    .from(appointment)
    .where(
      oneOf(
        appointment.reference,
        changes.map((change) => change.reference),
      ),
    );

/** The same form was here before. */
function isDone({ reference, to }: Change, named: readonly Appointment[], all: readonly Clinician[]) {
  const found = named.find((each) => each.reference === reference);
  if (!found) return false;
  if (to === null) return found.status === 'cancelled';
  const id = all.find((one) => one.reference === to.clinician)?.id ?? '';
  return found.status === 'booked' && isThere(found, id, to.startsAt);
}

const isWhatWasShown = (booked: readonly Appointment[], shown: readonly Change[]): boolean =>
  booked.length === shown.length &&
  booked.every(({ reference, sequence }) =>
    shown.some((each) => each.reference === reference && each.sequence === sequence),
  );

/** The whole day off, so that nobody books it; false when it was off already. */
async function closeFor(tx: Tx, clinicianId: string, date: string): Promise<boolean> {
  const { exceptions } = await hoursKept(tx, [clinicianId]);
  if (isClosed(exceptions, date)) return false;
  await tx.insert(availabilityException).values({ id: newId(), clinicianId, onDate: date, kind: 'off' });
  // What was kept there for somebody who waits is let go, and they are told.
  await offerSoon(tx);
  return true;
}

/** All of them are tried, so that whoever chose the times hears at once of each that can't be had. */
async function changeEach(tx: Tx, booked: readonly Appointment[], changes: readonly Change[], now: Date) {
  const refused: string[] = [];
  for (const each of booked) {
    const to = changes.find(({ reference }) => reference === each.reference)?.to ?? null;
    if (to === null) await cancelBooked(tx, each);
    else if (!(await moved(tx, each, to, now))) refused.push(each.reference);
  }
  if (refused.length > 0) throw new NotToBeHad(refused);
}

async function moved(tx: Tx, each: Appointment, to: NewTime, now: Date): Promise<boolean> {
  const { clientId, zone } = each;
  const checked = await checkStaffBooking(tx, { ...to, clientId, now, moving: true });
  const movedFrom = each.startsAt;
  return checked.ok && takeNewTime(tx, each, { ...checked, startsAt: to.startsAt, zone, now, movedFrom });
}

async function tell(tx: Tx, actor: Staff, clientId: string, text: string | undefined) {
  if (text !== undefined) await putMessage(tx, actor, { clientId, text, formToken: newId() });
}
