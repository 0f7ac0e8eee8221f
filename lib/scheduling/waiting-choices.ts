// What the page of the waiting list shows a client: what they wait for, what is kept for them, and among what they may choose.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { bookingFacts } from './booking-facts';
import { cliniciansFor } from './clinicians';
import { whyNotReady } from './may-book';
import { waitlistOf } from './waitlist-of';
import { zoneOfClient } from './zone-of-client';
import { zoneOr } from './zones';

/** `zone`: in which they were shown times. Refused: what `whyNotReady` says, and `nobody` when nobody can see them. */
export async function waitingChoices(actor: Actor & { kind: 'client' }, zone: string | undefined) {
  return as(actor, async (tx) => {
    const facts = await bookingFacts(tx, actor.id);
    const reason = whyNotReady(facts);
    if (reason) return { ok: false as const, reason };
    const waitlist = await waitlistOf(tx, actor.id);
    const clinicians = await cliniciansFor(tx, facts);
    // Whoever waits already sees so, and leaves, whatever has changed since.
    if (clinicians.length === 0 && !waitlist) return { ok: false as const, reason: 'nobody' as const };
    const clinic = await clinicOf(tx);
    return {
      ok: true as const,
      waitlist,
      clinicians: clinicians.map(({ reference, name, credential }) => ({ reference, name, credential })),
      zone: zoneOr(zone, waitlist?.zone ?? (await zoneOfClient(tx, actor.id, clinic.zone))),
      clinicZone: clinic.zone,
      address: clinic.address,
      format: facts.format,
    };
  });
}

export type WaitingChoices = Extract<Awaited<ReturnType<typeof waitingChoices>>, { ok: true }>;
