// Whose clock a client reads times by: the one they chose for their appointment, else the one where they will be.
import { type Actor, as, type Tx } from '@/db/client';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { appointmentOf } from './appointment-of';

/** An IANA zone; `clinicZone` when neither is known. */
export async function zoneOfClient(tx: Tx, clientId: string, clinicZone: string): Promise<string> {
  const appointment = await appointmentOf(tx, clientId);
  if (appointment) return appointment.zone;
  return zoneOfRegion(clientFacts(await answersOf(tx, clientId)).region) ?? clinicZone;
}

/** The same, read for a page that shows this client a time of theirs. */
export const ownZone = (actor: Actor & { kind: 'client' }, clinicZone: string): Promise<string> =>
  as(actor, (tx) => zoneOfClient(tx, actor.id, clinicZone));
