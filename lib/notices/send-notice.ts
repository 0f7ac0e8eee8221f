// Sends one notice: address and words are found now, and however often its job is taken, it goes out once.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { declineLetter, informationRequest, notice } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { endOf, newestIntake } from '@/lib/forms/open-intake';
import { TryAgain } from '@/lib/jobs/without-words';
import { addTask, type TaskKind } from '@/lib/tasks/add-task';
import { catalogue, isNoticeKind, type NoticeKind } from './catalogue';
import { compose } from './compose';
import { assertDeliverable } from './deliverable';
import { factsOf } from './facts-of';
import { giveUp, HOURS_FOR_MAIL } from './give-up';
import { mailPermissions, whyNot } from './may-mail';
import { TRIED_FOR } from './next-try';
import type { Mail, MailPort } from './port';
import { putOff } from './put-off';
import { recipientOf } from './recipient';
import { settleNotice } from './settle-notice';

const MUST_BE_SEEN: readonly NoticeKind[] = ['flag-raised', 'flag-late', 'glass-broken'];

/**
 * What a client must hear of: where no mail may tell them, somebody here does, in the way they allow. Of a cancelled
 * time only once their way here has ended, when they may have no reason to look in.
 */
const MUST_BE_TOLD: Partial<Record<NoticeKind, TaskKind>> = {
  'letter-for-you': 'letter-untold',
  'appointment-cancelled': 'letter-untold',
  'question-for-you': 'question-untold',
};

const job = { kind: 'job', name: 'notice.send' } as const;

type Row = typeof notice.$inferSelect;

/** Seconds the machine's clock and the database's, which starts jobs, may differ. */
const SLACK = 5_000;

/**
 * What comes of it is written down: it was sent or withheld, its next try is queued, or it is given up. Each of these
 * stays so. A worker that dies between sending and writing it down sends again under the same idempotency key.
 * Throws only when nothing could be written down, so that the job comes again.
 */
export async function sendNotice(noticeId: string, port: MailPort): Promise<void> {
  const row = await as(job, (tx) => beginTry(tx, noticeId));
  if (!row) return;
  try {
    const mail = await as(job, (tx) => mailToSend(tx, row));
    if (!mail) return;
    assertDeliverable(mail);
    const { providerId } = await port.send(mail);
    await as(job, (tx) => settleNotice(tx, noticeId, { state: 'sent', providerId, sentAt: clock.now() }));
  } catch (error) {
    await as(job, (tx) => putOff(tx, row, error));
  }
}

/**
 * The notice as it stood before this try, which is counted first: should the worker die, nobody knows how it ended. Null
 * when there is nothing to try: it has ended, another job is queued for it, or what the last tries did can't be told and
 * the time is over in which its provider would take it in once.
 */
async function beginTry(tx: Tx, noticeId: string): Promise<Row | null> {
  const [row] = await tx.select().from(notice).where(eq(notice.id, noticeId)).for('update');
  if (row?.state !== 'queued') return null;
  const now = clock.now();
  if (row.nextTryAt && row.nextTryAt.getTime() > now.getTime() + SLACK) return null;
  if (row.unsureAt && now.getTime() - row.unsureAt.getTime() > TRIED_FOR) {
    await giveUp(tx, noticeId, row.failure ?? 'nothing was heard of the last try');
    return null;
  }
  const begun = {
    tries: row.tries + 1,
    firstTriedAt: row.firstTriedAt ?? now,
    nextTryAt: null,
  };
  await tx
    .update(notice)
    .set({ ...begun, unsureAt: row.unsureAt ?? now })
    .where(eq(notice.id, noticeId));
  return { ...row, ...begun };
}

/** The mail as it stands now; null when there is none to send, which is then written down. */
async function mailToSend(tx: Tx, row: Row): Promise<Mail | null> {
  const { id, kind } = row;
  if (!isNoticeKind(kind)) throw new Error(`there is no notice called ${kind}`);
  const withhold = async (withheldBecause: NonNullable<Row['withheldBecause']>) => {
    await settleNotice(tx, id, { state: 'withheld', withheldBecause, endedAt: clock.now() });
    const falls = MUST_BE_TOLD[kind];
    if (falls && withheldBecause !== 'over') await haveThemTold(tx, row, falls);
    return null;
  };
  const recipient = await recipientOf(tx, kind, row);
  // Nobody leads and nobody is on call: it is tried again, and in the end becomes a task. It is never quietly dropped.
  if (!recipient && MUST_BE_SEEN.includes(kind)) throw new TryAgain('nobody is there to tell');
  if (!recipient) return withhold('nobody');
  const { needs } = catalogue[kind];
  const may = needs !== 'nothing' && row.accountId ? await mailPermissions(tx, row.accountId) : null;
  const not = whyNot(needs, may);
  if (not) return withhold(not);
  const { to, locale } = recipient;
  const facts = await factsOf(tx, kind, {
    aboutId: row.aboutId ?? '',
    locale,
    ownInbox: may?.ownInbox ?? false,
    appointments: may?.appointments ?? false,
  });
  if (!facts) return withhold('over');
  const { shortName } = await clinicOf(tx);
  return { id, to, ...(await compose(kind, facts, { locale, shortName })), idempotencyKey: id };
}

async function haveThemTold(tx: Tx, { kind, accountId, aboutId }: Row, falls: TaskKind) {
  if (!accountId || !(await isStillToHear(tx, kind, accountId, aboutId))) return;
  const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS_FOR_MAIL);
  await addTask(tx, { kind: falls, clientId: accountId, ...(aboutId && { aboutId }), dueAt });
}

async function isStillToHear(
  tx: Tx,
  kind: string,
  clientId: string,
  aboutId: string | null,
): Promise<boolean> {
  if (kind === 'appointment-cancelled') return endOf(await newestIntake(tx, clientId)) === 'closed';
  if (!aboutId) return false;
  if (kind === 'question-for-you') {
    const [asked] = await tx
      .select({ endedAt: informationRequest.endedAt })
      .from(informationRequest)
      .where(eq(informationRequest.id, aboutId));
    return asked !== undefined && asked.endedAt === null;
  }
  const [letter] = await tx
    .select({ readAt: declineLetter.readAt })
    .from(declineLetter)
    .where(eq(declineLetter.id, aboutId));
  return letter !== undefined && letter.readAt === null;
}
