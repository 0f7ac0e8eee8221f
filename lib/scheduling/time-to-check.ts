// One time, shown to a client before they book it, if it is still to be had.
import type { Actor } from '@/db/client';
import { as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { appointmentOf } from './appointment-of';
import { checkBooking } from './check-booking';
import { changeableUntil, mayChange } from './may-change';
import { openSlots } from './open-slots';
import type { SlotAddress } from './slot-address';
import { liveOfferOf } from './waitlist-of';

type Client = Extract<Actor, { kind: 'client' }>;

/**
 * Refused for the reasons a booking would be, `slot-taken` among them. Looking takes nothing: the time isn't held, but
 * for whoever waited for one and has it kept for them, until `keptUntil`.
 */
export async function timeToCheck(actor: Client, slot: SlotAddress, moving: boolean) {
  return as(actor, async (tx) => {
    const { startsAt, zone } = slot;
    const now = clock.now();
    const old = moving ? await appointmentOf(tx, actor.id) : null;
    if (moving && !old) return { ok: false as const, reason: 'no-appointment' as const };
    const checked = await checkBooking(tx, {
      clinician: slot.with,
      startsAt,
      zone,
      clientId: actor.id,
      now,
      moving,
    });
    if (!checked.ok) return checked;
    const { clinician, format } = checked;
    const clinic = await clinicOf(tx);
    const kept = await liveOfferOf(tx, actor.id);
    const isKept = kept?.clinicianId === clinician.id && kept.startsAt.getTime() === startsAt.getTime();
    const until = new Date(startsAt.getTime() + 1);
    const [free] = isKept ? [kept] : await openSlots(tx, [clinician], { from: startsAt, until });
    if (!free) return { ok: false as const, reason: 'slot-taken' as const };
    return {
      ok: true as const,
      name: clinician.name,
      credential: clinician.credential,
      format,
      startsAt,
      endsAt: free.endsAt,
      keptUntil: isKept ? kept.expiresAt : null,
      minutes: clinician.hours.sessionMinutes,
      clinicZone: clinic.zone,
      address: clinic.address,
      /** Null when it is too near to be changed here. */
      changeableUntil: mayChange({ startsAt }, clinic.cancellationHours, now)
        ? changeableUntil({ startsAt }, clinic.cancellationHours)
        : null,
      old,
    };
  });
}
