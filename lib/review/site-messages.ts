// What the practice wrote to a client on the site, for whoever may read it, and whether the client has read it.
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { siteMessage, staffMember } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';

export type SiteMessage = { id: string; text: string; from: string; writtenAt: Date; readAt: Date | null };

/** Where a message is sealed, under the client's key. */
export const messagePlace = (row: string) => ({ table: 'site_message', column: 'content', row });

/** The newest first; front desk gets those that front desk wrote, which is what the policies give. */
export async function siteMessages(tx: Tx, clientId: string): Promise<SiteMessage[]> {
  const rows = await tx
    .select({ message: siteMessage, from: staffMember.name })
    .from(siteMessage)
    .innerJoin(staffMember, eq(staffMember.id, siteMessage.writtenBy))
    .where(eq(siteMessage.clientId, clientId))
    .orderBy(desc(siteMessage.writtenAt), desc(siteMessage.id));
  return Promise.all(
    rows.map(async ({ message: { id, content, writtenAt, readAt }, from }) => {
      const text = await openFor(tx, clientId, messagePlace(id), content);
      return { id, text, from, writtenAt, readAt };
    }),
  );
}
