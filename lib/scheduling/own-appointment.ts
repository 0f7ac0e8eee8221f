// A client's own appointment as their pages show it, with until when they may still change it themselves.
import type { Actor } from '@/db/client';
import { as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from './appointment-of';
import { changeableUntil, mayChange } from './may-change';

type Client = Extract<Actor, { kind: 'client' }>;

/** Null when they have none. */
export async function ownAppointment(actor: Client) {
  return as(actor, async (tx) => {
    const appointment = await appointmentOf(tx, actor.id);
    if (!appointment) return null;
    const { zone, address, phone, cancellationHours } = await clinicOf(tx);
    return {
      ...appointment,
      clinicZone: zone,
      address,
      phone,
      cancellationHours,
      changeableUntil: changeableUntil(appointment, cancellationHours),
      mayChange: mayChange(appointment, cancellationHours, clock.now()),
    };
  });
}

export type OwnAppointment = NonNullable<Awaited<ReturnType<typeof ownAppointment>>>;
