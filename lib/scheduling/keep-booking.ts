// A time is taken for a client and all that follows from it is done, whoever books: the client themselves or staff for them.
import type { Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { newId, newReference } from '@/lib/env/ids';
import { addEstimateTask } from './add-estimate-task';
import type { ClientFacts } from './booking-facts';
import type { Allowed } from './check-booking';
import { endWaiting } from './end-waiting';
import { planReminders } from './plan-reminders';
import { secureTime } from './secure-time';
import { tellClient } from './tell-client';
import { localTimeOf } from './time-in-words';
import { endTimeRequest } from './time-request';

type Booking = Allowed & {
  clientId: string;
  startsAt: Date;
  zone: string;
  formToken: string;
  now: Date;
  /** Of a draft, staff may read how it will be paid for only once it is booked: then it is asked again. */
  factsOnceBooked?: () => Promise<ClientFacts>;
};

/**
 * For whoever holds the client's row and has checked that they may. Returns the reference; null when the time is
 * somebody else's: they are off the waiting list by then, so the caller must give the whole transaction up.
 */
export async function keepBooking(tx: Tx, booking: Booking): Promise<string | null> {
  const { clientId, clinician, format, facts, startsAt, zone, formToken, now } = booking;
  // Whoever books anything waits no longer, and what was kept for them is free for it.
  await endWaiting(tx, clientId, 'booking', { clinicianId: clinician.id, startsAt });
  const timeId = await secureTime(tx, booking);
  if (timeId === null) return null;
  const id = newId();
  const reference = newReference();
  const detail = { appointment: id, clinician: clinician.id, startsAt: startsAt.toISOString(), format };
  const made = tx.insert(appointment).values({
    id,
    reference,
    clientId,
    clinicianId: clinician.id,
    timeId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + clinician.hours.sessionMinutes * 60_000),
    zone,
    localTime: localTimeOf(startsAt, zone),
    format,
    formToken,
    createdAt: now,
  });
  const askForEstimate = async () => {
    const { mayPayThemselves: selfPay } = booking.factsOnceBooked ? await booking.factsOnceBooked() : facts;
    await addEstimateTask(tx, { clientId, appointmentId: id, startsAt, selfPay });
  };
  await behind(made, () =>
    Promise.all([
      askForEstimate(),
      endTimeRequest(tx, clientId),
      planReminders(tx, { appointmentId: id, clientId, startsAt, zone, now }),
      tellClient(tx, 'appointment-booked', { clientId, appointmentId: id }),
      record(tx, { event: 'appointment.booked', subject: clientId, detail }),
    ]),
  );
  return reference;
}
