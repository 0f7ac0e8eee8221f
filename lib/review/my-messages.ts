// A client's messages from the practice, and their word that one was read.
import { and, count, eq, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { siteMessage } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { siteMessages } from './site-messages';

type Client = Actor & { kind: 'client' };

/** The newest first, and the zone their times are to be shown in. */
export async function myMessages(actor: Client) {
  return as(actor, async (tx) => ({
    messages: await siteMessages(tx, actor.id),
    zone: await zoneOfClient(tx, actor.id, (await clinicOf(tx)).zone),
  }));
}

/** How many there are, and how many of them were not read yet. */
export async function messageCount(tx: Tx, clientId: string): Promise<{ all: number; unread: number }> {
  const rows = await tx
    .select({ readAt: siteMessage.readAt, many: count() })
    .from(siteMessage)
    .where(eq(siteMessage.clientId, clientId))
    .groupBy(siteMessage.readAt);
  const sum = (of: typeof rows) => of.reduce((total, { many }) => total + many, 0);
  return { all: sum(rows), unread: sum(rows.filter(({ readAt }) => readAt === null)) };
}

/** Read twice is read once; somebody else's is nobody's. */
export async function markMessageRead(actor: Client, messageId: string) {
  await as(actor, async (tx) => {
    const changed = await tx
      .update(siteMessage)
      .set({ readAt: clock.now() })
      .where(
        and(eq(siteMessage.id, messageId), eq(siteMessage.clientId, actor.id), isNull(siteMessage.readAt)),
      )
      .returning({ id: siteMessage.id });
    if (changed.length === 0) return;
    await record(tx, { event: 'message.read', subject: actor.id, detail: { message: messageId } });
  });
}
