// The local mailbox: what would have gone out is kept, sealed, for the demo's mailbox page. The same mail is kept once.
import { as } from '@/db/client';
import { mailboxMessage } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { CLINIC, sealFor } from '@/lib/vault/keys';
import type { MailPort } from '../port';

export const mailboxPort: MailPort = {
  name: 'mailbox',
  async send({ id, to, subject, text, html }) {
    await as({ kind: 'job', name: 'notice.send' }, async (tx) => {
      const place = { table: 'mailbox_message', column: 'content', row: id };
      const content = await sealFor(tx, CLINIC, place, JSON.stringify({ to, subject, text, html }));
      await tx.insert(mailboxMessage).values({ id, content, sentAt: clock.now() }).onConflictDoNothing();
    });
    return { providerId: null };
  },
};
