// The local mailbox is a demo's: what came a month ago is deleted.
import { lt } from 'drizzle-orm';
import { as } from '@/db/client';
import { mailboxMessage } from '@/db/schema';
import { clock } from '@/lib/env/clock';

const DAYS = 30;

export async function sweepMailbox() {
  const before = new Date(clock.now().getTime() - DAYS * 24 * 60 * 60 * 1000);
  await as({ kind: 'job', name: 'sweep.hourly' }, (tx) =>
    tx.delete(mailboxMessage).where(lt(mailboxMessage.sentAt, before)),
  );
}
