// Staff see what became of every mail, open an address only on the record, and try again what was given up, which goes out once.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { notice } from '@/db/schema';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { resendPort } from '@/lib/notices/adapters/resend';
import { noticeToRead } from '@/lib/notices/notice-to-read';
import { NOTICES_A_PAGE, readNoticesSent } from '@/lib/notices/notices-sent';
import { type MailPort, NotSent } from '@/lib/notices/port';
import { sendNotice } from '@/lib/notices/send-notice';
import { settleMailTask } from '@/lib/notices/settle-mail-task';
import { CODES_KEPT_DAYS, KEPT_DAYS, sweepNotices } from '@/lib/notices/sweep-notices';
import { tryAgain } from '@/lib/notices/try-again';
import { readOpenTasks } from '@/lib/review/open-tasks';
import { openResendStandIn } from '@/scripts/bench/messages/resend-stand-in';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aStaffMember } from '@/tests/support/people';
import { mailsTo, openPost, queue, somebodyWho, stateOf } from './made-up-post';

const ALONE = { A1: 'only-me', A4: 'email' };
const DAY = 24 * 60 * 60 * 1000;

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

const refusing = (refused: boolean): MailPort => ({
  name: 'resend',
  send: () => Promise.reject(new NotSent('made up', { final: true, refused })),
});

const referenceOf = async ({ ownerSql: sql }: TestDatabase, id: string): Promise<string> =>
  (await sql`select reference from notice where id = ${id}`)[0]?.reference;

async function givenUp(database: TestDatabase, refused = true) {
  const client = await somebodyWho(ALONE);
  const id = await queue({ kind: 'question-for-you', accountId: client.id });
  await sendNotice(id, refusing(refused));
  return { client, id, reference: await referenceOf(database, id) };
}

test('the list names nobody; whom a mail goes to is opened for front desk too, each time on the record', async ({
  database,
}) => {
  const desk = await aStaffMember('front-desk');
  const { client, id, reference } = await givenUp(database);
  const list = await readNoticesSent(desk, { state: 'gave-up' });
  expect(list.rows[0]).toMatchObject({
    reference,
    kind: 'question-for-you',
    state: 'gave-up',
    failure: 'made up',
  });
  expect(JSON.stringify(list)).not.toContain(client.email);
  const read = await noticeToRead(desk, reference);
  expect(read).toMatchObject({ to: client.email, again: 'yes' });
  const looks =
    await database.ownerSql`select detail from audit_event where subject = ${client.id} and event = 'mail.read'`;
  expect(looks.map(({ detail }) => JSON.parse(detail))).toEqual([{ notice: id }]);
  for (const nothing of ['', 'none', newId(), '0123456789', "' or 1=1"])
    expect(await noticeToRead(desk, nothing)).toBeNull();
});

test('that a flag was raised is told to clinicians alone, in the list and by its address', async ({
  database,
}) => {
  const [desk, clinician] = [await aStaffMember('front-desk'), await aStaffMember('clinician')];
  const id = await queue({ kind: 'flag-raised', aboutId: newId(), accountId: clinician.id });
  const reference = await referenceOf(database, id);
  const sees = async (actor: typeof desk) =>
    (await readNoticesSent(actor, { kind: 'flag-raised' })).rows.some((row) => row.reference === reference);
  expect(await sees(clinician)).toBe(true);
  expect(await sees(desk)).toBe(false);
  expect((await readNoticesSent(desk, {})).counts.queued).toBeLessThan(
    (await readNoticesSent(clinician, {})).counts.queued,
  );
  expect(await noticeToRead(desk, reference)).toBeNull();
});

test('pages of the list hold each mail once, also while new ones come in', async () => {
  const desk = await aStaffMember('front-desk');
  const client = await somebodyWho(ALONE);
  for (let made = 0; made < NOTICES_A_PAGE + 5; made += 1)
    await queue({ kind: 'saved-draft', accountId: client.id });
  const first = await readNoticesSent(desk, { kind: 'saved-draft' });
  await queue({ kind: 'saved-draft', accountId: client.id });
  const second = await readNoticesSent(desk, { kind: 'saved-draft', after: first.next ?? '' });
  expect(first.rows).toHaveLength(NOTICES_A_PAGE);
  expect(second.rows.length).toBeGreaterThanOrEqual(5);
  const all = [...first.rows, ...second.rows].map(({ reference }) => reference);
  expect(new Set(all).size).toBe(all.length);
  expect(await readNoticesSent(desk, { state: 'nonsense', kind: '__proto__', after: 'x' })).toMatchObject({
    shown: { state: null, kind: null },
  });
});

test('tried again by two at once, a mail goes out once, and its task is done', async ({ database }) => {
  const [one, other] = [await aStaffMember('front-desk'), await aStaffMember('lead')];
  const { client, id, reference } = await givenUp(database);
  const answers = await Promise.all([tryAgain(one, reference), tryAgain(other, reference)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.ownerSql`select 1 from task where about_id = ${id} and done_at is null`).toHaveLength(
    0,
  );
  await Promise.all([sendNotice(id, mailboxPort), sendNotice(id, mailboxPort)]);
  expect(await mailsTo(client.email)).toHaveLength(1);
  expect(await tryAgain(one, reference)).toEqual({ ok: false, reason: 'not-given-up' });
});

test('what its provider perhaps took is tried again under the same key, and not when the key may be forgotten', async ({
  database,
}) => {
  const desk = await aStaffMember('front-desk');
  const client = await somebodyWho(ALONE);
  const id = await queue({ kind: 'question-for-you', accountId: client.id });
  const provider = await openResendStandIn(({ nth }) =>
    nth === 1 ? 'take-and-close' : nth === 2 ? { status: 422, name: 'validation_error' } : 'take',
  );
  try {
    const port = resendPort({ key: 're_made_up', url: provider.url, from: 'A <a@made-up.example>' });
    await sendNotice(id, port);
    shiftClock(60_000);
    await sendNotice(id, port);
    expect(await stateOf(database.ownerSql, id)).toBe('gave-up');
    const reference = await referenceOf(database, id);
    shiftClock(2 * DAY);
    expect(await tryAgain(desk, reference)).toEqual({ ok: false, reason: 'perhaps-sent' });
    shiftClock(2 * 60 * 60 * 1000);
    expect(await tryAgain(desk, reference)).toEqual({ ok: true });
    await sendNotice(id, port);
    expect(provider.taken).toHaveLength(1);
    expect(await stateOf(database.ownerSql, id)).toBe('sent');
  } finally {
    await provider.close();
  }
});

test('staff may bring back what was given up and change nothing else of a mail; a client not even that', async ({
  database,
}) => {
  const desk = await aStaffMember('front-desk');
  const { client, id } = await givenUp(database);
  const set = (actor: typeof desk | typeof client, state: 'sent' | 'queued') =>
    as(actor, (tx) => tx.update(notice).set({ state }).where(eq(notice.id, id)).returning({ id: notice.id }));
  await expect(set(desk, 'sent')).rejects.toThrow();
  expect(await set(client, 'queued')).toEqual([]);
  await expect(as(desk, (tx) => tx.delete(notice).where(eq(notice.id, id)).returning())).resolves.toEqual([]);
});

test('tasks stand by when they are due, each with where it is dealt with; one seen to is gone', async ({
  database,
}) => {
  const desk = await aStaffMember('front-desk');
  const { id, reference } = await givenUp(database);
  const mine = async () =>
    (await readOpenTasks(desk, { kind: 'notice-gave-up' })).tasks.filter(
      ({ href }) => href === `/staff/messages/${reference}`,
    );
  expect(await mine()).toMatchObject([{ kind: 'notice-gave-up', late: false }]);
  const due = (await readOpenTasks(desk, {})).tasks.map(({ dueAt }) => dueAt.getTime());
  expect(due).toEqual([...due].sort((a, b) => a - b));
  shiftClock(10 * DAY);
  expect(await mine()).toMatchObject([{ late: true }]);
  shiftClock(0);
  expect(await settleMailTask(desk, reference)).toEqual({ ok: true });
  expect(await settleMailTask(desk, reference)).toEqual({ ok: false, reason: 'not-open' });
  expect(await mine()).toEqual([]);
  const [done] = await database.ownerSql`select done_by from task where about_id = ${id}`;
  expect(done?.done_by).toBe(desk.id);
});

test('what was sent is deleted after 400 days, codes after 30, and what waits or is yet to be seen to never', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { id: open } = await givenUp(database);
  const client = await somebodyWho(ALONE);
  const sent = await queue({ kind: 'question-for-you', accountId: client.id });
  const code = await queue({ kind: 'sign-in', aboutId: newId() });
  for (const id of [sent, code]) await sendNotice(id, mailboxPort);
  const waits = await queue({ kind: 'question-for-you', accountId: client.id });
  const left = async () =>
    (await sql`select id from notice where id in ${sql([open, sent, code, waits])}`)
      .map(({ id }) => id)
      .sort();
  shiftClock((CODES_KEPT_DAYS - 1) * DAY);
  await sweepNotices();
  expect(await left()).toEqual([open, sent, code, waits].sort());
  shiftClock((CODES_KEPT_DAYS + 1) * DAY);
  await sweepNotices();
  expect(await left()).toEqual([open, sent, waits].sort());
  shiftClock((KEPT_DAYS + 1) * DAY);
  await sweepNotices();
  expect(await left()).toEqual([open, waits].sort());
});
