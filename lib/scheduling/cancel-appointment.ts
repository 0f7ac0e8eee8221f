// A client gives back their appointment, up to the clinic's notice; the time is free again at once.
import { and, eq } from 'drizzle-orm';
import type { Actor } from '@/db/client';
import { as } from '@/db/client';
import { appointment } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { cancelBooked } from './cancel-booked';
import { lockClients } from './lock-client';
import { mayChange } from './may-change';

type Client = Extract<Actor, { kind: 'client' }>;

export type Cancelled = { ok: true } | { ok: false; reason: 'no-appointment' | 'too-late' };

/** `reference` is the appointment's. Cancelling twice is cancelling once. Later than the notice: `too-late`, and the page says to call. */
export const cancelAppointment = (actor: Client, reference: string): Promise<Cancelled> =>
  as(actor, async (tx) => {
    await lockClients(tx, actor.id);
    const [found] = await tx
      .select()
      .from(appointment)
      .where(and(eq(appointment.clientId, actor.id), eq(appointment.reference, reference)));
    if (found?.status === 'cancelled') return { ok: true };
    if (found?.status !== 'booked') return { ok: false, reason: 'no-appointment' };
    const { cancellationHours } = await clinicOf(tx);
    if (!mayChange(found, cancellationHours, clock.now())) return { ok: false, reason: 'too-late' };

    await cancelBooked(tx, found);
    return { ok: true };
  });
