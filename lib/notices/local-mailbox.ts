// The mail of a demo, for its mailbox page: there with the embedded database and DEMO on, and nowhere else.
import { desc, eq, gte } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { mailboxMessage } from '@/db/schema';
import { isId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { CLINIC, openFor } from '@/lib/vault/keys';

export type MailboxMessage = {
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: Date;
};

const reader = { kind: 'job', name: 'mailbox' } as const;

/** A demo's mailbox is looked at, not kept: what is further back shows no more. */
const NEWEST = 200;

type Openness = { mailboxOpen: boolean };

/** Newest first, of those sent at `since` or later; null where there is no mailbox. */
export async function localMailbox(
  { mailboxOpen }: Openness = settings,
  since = new Date(0),
): Promise<MailboxMessage[] | null> {
  if (!mailboxOpen) return null;
  return as(reader, async (tx) => {
    const newest = [desc(mailboxMessage.sentAt), desc(mailboxMessage.id)];
    const rows = await tx
      .select()
      .from(mailboxMessage)
      .where(gte(mailboxMessage.sentAt, since))
      .orderBy(...newest)
      .limit(NEWEST);
    return Promise.all(rows.map((row) => opened(tx, row)));
  });
}

/** One message by its id; null where there is none, or no mailbox. */
export async function mailboxMessageOf(
  id: string,
  { mailboxOpen }: Openness = settings,
): Promise<MailboxMessage | null> {
  if (!mailboxOpen || !isId(id)) return null;
  return as(reader, async (tx) => {
    const [row] = await tx.select().from(mailboxMessage).where(eq(mailboxMessage.id, id));
    return row ? opened(tx, row) : null;
  });
}

async function opened(
  tx: Tx,
  { id, content, sentAt }: typeof mailboxMessage.$inferSelect,
): Promise<MailboxMessage> {
  const text = await openFor(tx, CLINIC, { table: 'mailbox_message', column: 'content', row: id }, content);
  return { id, ...(JSON.parse(text) as Omit<MailboxMessage, 'id' | 'sentAt'>), sentAt };
}
