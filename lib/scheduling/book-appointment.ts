// A client books a first appointment: the whole of it, or nothing, and never a time that is somebody else's.
import { and, eq } from 'drizzle-orm';
import type { Actor, Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { appointment } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from './appointment-of';
import type { AskedTime } from './check-booking';
import { checkBooking } from './check-booking';
import { keepBooking } from './keep-booking';
import { lockClients } from './lock-client';
import type { MayNotBook } from './may-book';
import { Taken } from './secure-time';
import { unlessTaken } from './unless-taken';

/** `formToken` is made with the form: the same form sent twice books once. */
export type Booking = AskedTime & { formToken: string };

export type Booked = { ok: true; reference: string } | { ok: false; reason: MayNotBook | 'slot-taken' };

type Client = Extract<Actor, { kind: 'client' }>;

/**
 * Refused with one of `MayNotBook`, or `slot-taken` when somebody else was first. A time that was kept for them is
 * booked like any other: what was held is given up for it, and nobody else sees it free in between.
 */
export async function bookAppointment(actor: Client, booking: Booking): Promise<Booked> {
  return unlessTaken(actor, (tx) => book(tx, actor.id, booking));
}

async function book(tx: Tx, clientId: string, booking: Booking): Promise<Booked> {
  // One booking of a client at a time: what is asked next is only safe under this lock.
  const [[before], has] = await behind(lockClients(tx, clientId), () =>
    Promise.all([
      tx
        .select({ reference: appointment.reference })
        .from(appointment)
        .where(and(eq(appointment.clientId, clientId), eq(appointment.formToken, booking.formToken))),
      appointmentOf(tx, clientId),
    ]),
  );
  if (before) return { ok: true, reference: before.reference };

  // What is heard first in any case costs nothing to find out: whoever presses many times holds nobody up.
  if (has) return { ok: false, reason: 'has-appointment' };

  const now = clock.now();
  const checked = await checkBooking(tx, { ...booking, clientId, now });
  if (!checked.ok) return checked;
  const reference = await keepBooking(tx, {
    ...checked,
    ...booking,
    clinician: checked.clinician,
    clientId,
    now,
  });
  if (reference === null) throw new Taken();
  return { ok: true, reference };
}
