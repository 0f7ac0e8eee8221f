// A client doesn't want the time that is kept for them; they stay in line, and it goes to the next.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { client } from '@/db/schema';
import { endOffer } from './end-offer';
import { liveOfferOf } from './waitlist-of';

/** `reference` is the offer's. Twice is once; one that ran out meanwhile, or is another's, is left alone. */
export const letOfferGo = (actor: Actor & { kind: 'client' }, reference: string): Promise<void> =>
  as(actor, async (tx) => {
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    const offer = await liveOfferOf(tx, actor.id);
    if (offer?.reference === reference) await endOffer(tx, offer, 'declined');
  });
