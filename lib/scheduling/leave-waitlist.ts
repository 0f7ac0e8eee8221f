// A client waits no longer; what was kept for them goes to the next in line.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { client } from '@/db/schema';
import { endWaiting } from './end-waiting';

/** Leaving twice is leaving once. */
export const leaveWaitlist = (actor: Actor & { kind: 'client' }): Promise<void> =>
  as(actor, async (tx) => {
    await tx.select({ id: client.id }).from(client).where(eq(client.id, actor.id)).for('update');
    await endWaiting(tx, actor.id, 'client');
  });
