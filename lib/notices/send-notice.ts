// Sends one notice: address and words are found now, and however often its job is taken, it goes out once.
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { notice } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { TryAgain } from '@/lib/jobs/without-words';
import { catalogue, isNoticeKind, type NoticeKind } from './catalogue';
import { compose } from './compose';
import { assertDeliverable } from './deliverable';
import { factsOf } from './facts-of';
import { mailPermissions } from './may-mail';
import type { Mail, MailPort } from './port';
import { recipientOf } from './recipient';

const MUST_BE_SEEN: readonly NoticeKind[] = ['flag-raised', 'flag-late'];

const job = { kind: 'job', name: 'notice.send' } as const;

/**
 * Throws when the mail was not taken, so that the job comes again. A notice that was sent, withheld or given up
 * stays so. A worker that dies between sending and writing it down sends again under the same idempotency key.
 */
export async function sendNotice(noticeId: string, port: MailPort): Promise<void> {
  const mail = await as(job, (tx) => mailToSend(tx, noticeId));
  if (!mail) return;
  assertDeliverable(mail);
  const { providerId } = await port.send(mail);
  await as(job, (tx) => settle(tx, noticeId, { state: 'sent', providerId, sentAt: clock.now() }));
}

/** The mail as it stands now; null when there is none to send, which is then written down. */
async function mailToSend(tx: Tx, noticeId: string): Promise<Mail | null> {
  const [row] = await tx.select().from(notice).where(eq(notice.id, noticeId));
  if (row?.state !== 'queued') return null;
  const { kind } = row;
  if (!isNoticeKind(kind)) throw new Error(`there is no notice called ${kind}`);
  const recipient = await recipientOf(tx, kind, row);
  // Nobody leads and nobody is on call: it is tried again, and in the end becomes a task. It is never quietly dropped.
  if (!recipient && MUST_BE_SEEN.includes(kind)) throw new TryAgain('nobody is there to tell');
  const { needs } = catalogue[kind];
  const may = needs !== 'nothing' && row.accountId ? await mailPermissions(tx, row.accountId) : null;
  const allowed = needs === 'nothing' || may?.[needs];
  const about = recipient && {
    aboutId: row.aboutId ?? '',
    locale: recipient.locale,
    ownInbox: may?.ownInbox ?? false,
  };
  const facts = allowed && about ? await factsOf(tx, kind, about) : null;
  if (!recipient || !facts) {
    await settle(tx, noticeId, { state: 'withheld' });
    return null;
  }
  const { shortName } = await clinicOf(tx);
  const words = await compose(kind, facts, { locale: recipient.locale, shortName });
  return { id: noticeId, to: recipient.to, ...words, idempotencyKey: noticeId };
}

type End = Pick<typeof notice.$inferInsert, 'state' | 'providerId' | 'sentAt'>;

/** Writes down how it ended; the first end stands. True when this was it. */
export async function settle(tx: Tx, noticeId: string, end: End): Promise<boolean> {
  const settled = await tx
    .update(notice)
    .set(end)
    .where(and(eq(notice.id, noticeId), eq(notice.state, 'queued')))
    .returning({ id: notice.id });
  return settled.length === 1;
}
