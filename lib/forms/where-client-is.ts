// Where a client said they are, for who needs to show the help that is near them.
import { type Actor, as } from '@/db/client';
import { answersOf } from './answers-of';
import { clientFacts } from './client-facts';

/** ISO 3166 alpha-2, or null while they have not said. */
export async function countryOfClient(actor: Actor & { kind: 'client' }): Promise<string | null> {
  return as(actor, async (tx) => clientFacts(await answersOf(tx, actor.id)).country);
}
