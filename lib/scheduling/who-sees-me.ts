// What a client is told when nobody here can see them as they want to come.
import { type Actor, as, type Tx } from '@/db/client';
import { bookingFacts } from './booking-facts';
import { allClinicians } from './clinicians';
import type { Format } from './may-book';
import { type Nobody, whyNobody } from './why-nobody';

/** `wanted` and `region` as they stand, for the words. */
export type NobodyForMe = Nobody & { wanted: Format | null; region: string | null };

/** Null when somebody can see them, or too little is known to say. */
export async function nobodyForMe(actor: Actor & { kind: 'client' }): Promise<NobodyForMe | null> {
  return as(actor, (tx) => nobodyIn(tx, actor.id));
}

/** The same, in a transaction that is open already. */
export async function nobodyIn(tx: Tx, clientId: string): Promise<NobodyForMe | null> {
  const facts = await bookingFacts(tx, clientId);
  const nobody = whyNobody(await allClinicians(tx), facts);
  return nobody && { ...nobody, wanted: facts.format, region: facts.region };
}
