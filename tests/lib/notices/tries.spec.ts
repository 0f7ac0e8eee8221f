// A mail that is not taken is tried again, later each time and never sooner than asked; after twenty hours it is a task for staff (F-06, F-07).
import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { resendPort } from '@/lib/notices/adapters/resend';
import { asAsked } from '@/lib/notices/as-asked';
import { nextTry, TRIED_FOR } from '@/lib/notices/next-try';
import { type HowNotSent, type MailPort, NotSent } from '@/lib/notices/port';
import { rescueNotices } from '@/lib/notices/rescue-notices';
import { retryAfter } from '@/lib/notices/retry-after';
import { sendNotice } from '@/lib/notices/send-notice';
import { type Behaviour, openResendStandIn } from '@/scripts/bench/messages/resend-stand-in';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aJob } from '@/tests/support/people';
import { mailsTo, openPost, queue, queueIn, somebodyWho, stateOf } from './made-up-post';

const ALONE = { A1: 'only-me', A4: 'email' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

const refusing = (how: HowNotSent, message = 'Resend answered 500 application_error'): MailPort => ({
  name: 'resend',
  send: () => Promise.reject(new NotSent(message, how)),
});

const rowOf = async ({ ownerSql: sql }: TestDatabase, noticeId: string) =>
  (
    await sql`select *, extract(epoch from next_try_at - now()) as "waits" from notice where id = ${noticeId}`
  )[0];

/** Jobs for this notice, and when each may begin. */
const jobsFor = ({ superuserSql: sql }: TestDatabase, noticeId: string) =>
  sql`select start_after from pgboss.job where data->>'noticeId' = ${noticeId} and state < 'active' order by created_on, start_after`;

/** Lets time pass, and does at each due moment what the queue would. */
async function letPass(database: TestDatabase, noticeId: string, port: MailPort, until: number) {
  for (let at = 0; at <= until; at += 10 * MINUTE) {
    shiftClock(at);
    await sendNotice(noticeId, port);
    if ((await stateOf(database.ownerSql, noticeId)) !== 'queued') return at;
  }
  return null;
}

test('the wait doubles up to an hour, half of it by chance, and ends within twenty hours', () => {
  const firstTriedAt = new Date('2026-03-02T09:00:00Z');
  const wait = (tries: number, random: number, now = firstTriedAt) => {
    const at = nextTry({ tries, firstTriedAt, now, retryAfter: 0 }, () => random);
    return at && at.getTime() - now.getTime();
  };
  expect([1, 2, 3].map((tries) => wait(tries, 1))).toEqual([5_000, 10_000, 20_000]);
  expect([1, 2, 3].map((tries) => wait(tries, 0))).toEqual([2_500, 5_000, 10_000]);
  expect(wait(40, 1)).toBe(HOUR);
  for (const random of [0, 0.5, 1]) {
    let tries = 0;
    let now: Date | null = firstTriedAt;
    let last = firstTriedAt;
    for (; now && tries < 1_000; now = nextTry({ tries, firstTriedAt, now, retryAfter: 0 }, () => random)) {
      last = now;
      tries += 1;
    }
    expect(now, 'it ends').toBeNull();
    const tried = last.getTime() - firstTriedAt.getTime();
    expect(tried).toBeLessThanOrEqual(TRIED_FOR);
    expect(tried, 'and not long before').toBeGreaterThan(TRIED_FOR - HOUR - MINUTE);
  }
});

test('what a provider says in Retry-After is understood in seconds and as a date, and nonsense is nothing', () => {
  expect(retryAfter('120')).toBe(120_000);
  expect(retryAfter(' 0 ')).toBe(0);
  const in90 = new Date(Math.ceil(clock.now().getTime() / 1000) * 1000 + 90_000).toUTCString();
  expect(Math.abs(retryAfter(in90) - 90_000)).toBeLessThan(2_000);
  expect(retryAfter('Mon, 01 Jan 2001 00:00:00 GMT')).toBe(0);
  for (const nonsense of [undefined, '', 'soon', '-5', '1.5', '1e9', '99999999999999', '2026-03-02', 'NaN'])
    expect(retryAfter(nonsense), String(nonsense)).toBe(0);
});

for (const [how, header] of [
  ['seconds', () => '90'],
  ['a date', () => new Date(Date.now() + 91_000).toUTCString()],
] as const) {
  test(`F-07 a provider that asks for a pause in ${how} gets it, from every mail, and then each mail once`, async ({
    database,
  }) => {
    let behaviour: Behaviour = {
      status: 429,
      name: 'rate_limit_exceeded',
      headers: { 'Retry-After': header() },
    };
    const provider = await openResendStandIn(() => behaviour);
    try {
      const port = asAsked(
        resendPort({ key: 're_made_up', url: provider.url, from: 'A <a@made-up.example>' }),
      );
      const client = await somebodyWho(ALONE);
      const [first, second] = [
        await queue({ kind: 'submission-received', accountId: client.id }),
        await queue({ kind: 'question-for-you', accountId: client.id }),
      ];
      await sendNotice(first, port);
      behaviour = 'take';
      await sendNotice(second, port);
      expect(provider.asked, 'the other mail does not even ask').toHaveLength(1);
      for (const id of [first, second]) {
        const row = await rowOf(database, id);
        expect(Number(row?.waits)).toBeGreaterThan(88);
        expect(Number(row?.waits)).toBeLessThan(130);
        const jobs = await jobsFor(database, id);
        expect(jobs.at(-1)?.start_after).toEqual(row?.next_try_at);
      }
      shiftClock(60_000);
      for (const id of [first, second]) await sendNotice(id, port);
      expect(provider.asked, 'a job that comes too early asks nothing').toHaveLength(1);
      shiftClock(130_000);
      for (const id of [first, second]) await sendNotice(id, port);
      expect(provider.taken.map(({ key }) => key)).toEqual([first, second]);
      for (const id of [first, second]) expect(await stateOf(database.ownerSql, id)).toBe('sent');
    } finally {
      await provider.close();
    }
  });
}

test('F-06 a provider that is down for nineteen hours gets each mail once, when it is back', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const ids = await Promise.all(
    Array.from({ length: 3 }, () => queue({ kind: 'submission-received', accountId: client.id })),
  );
  const ways: Behaviour[] = [{ status: 500 }, { status: 503 }, 'close', 'take-and-close'];
  let down = true;
  const provider = await openResendStandIn(({ nth }) =>
    down ? (ways[nth % ways.length] ?? 'close') : 'take',
  );
  try {
    const port = resendPort({ key: 're_made_up', url: provider.url, from: 'A <a@made-up.example>' });
    for (let at = 0; at < 19 * HOUR; at += HOUR) {
      shiftClock(at);
      for (const id of ids) await sendNotice(id, port);
    }
    expect(provider.asked.length, 'it was asked again and again').toBeGreaterThan(40);
    down = false;
    shiftClock(19 * HOUR + 30 * MINUTE);
    for (const id of ids) await sendNotice(id, port);
    expect(provider.taken.map(({ key }) => key).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(await stateOf(database.ownerSql, id)).toBe('sent');
  } finally {
    await provider.close();
  }
});

test('after twenty hours a mail becomes one task for staff, with the reason, and is tried no more', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'question-for-you', accountId: client.id });
  const ended = await letPass(database, noticeId, refusing({ refused: true }), 30 * HOUR);
  expect(ended).toBeGreaterThan(18 * HOUR);
  expect(ended).toBeLessThanOrEqual(20 * HOUR);
  const row = await rowOf(database, noticeId);
  expect(row).toMatchObject({
    state: 'gave-up',
    failure: 'Resend answered 500 application_error',
    next_try_at: null,
  });
  expect(row?.tries).toBeGreaterThan(15);
  const tasks = await database.ownerSql`select kind, client_id from task where about_id = ${noticeId}`;
  expect([...tasks]).toEqual([{ kind: 'notice-gave-up', client_id: client.id }]);
  await sendNotice(noticeId, mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(0);
});

test('an address that is refused for good is told to staff at once', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'question-for-you', accountId: client.id });
  const refusal = 'Resend answered 422 validation_error';
  await sendNotice(noticeId, refusing({ final: true, refused: true }, refusal));
  expect(await rowOf(database, noticeId)).toMatchObject({ state: 'gave-up', failure: refusal, tries: 1 });
  expect(await database.ownerSql`select 1 from task where about_id = ${noticeId}`).toHaveLength(1);
});

test('a mail of which nobody knows whether it was taken is not tried when its key may be forgotten', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const [unsure, sure] = [
    await queue({ kind: 'question-for-you', accountId: client.id }),
    await queue({ kind: 'submission-received', accountId: client.id }),
  ];
  await sendNotice(unsure, refusing({}, 'Resend answered nothing application_error'));
  await sendNotice(sure, refusing({ refused: true }));
  // The site stood still for a day.
  shiftClock(24 * HOUR);
  for (const id of [unsure, sure]) await sendNotice(id, mailboxPort);
  expect(await stateOf(database.ownerSql, unsure)).toBe('gave-up');
  expect(await stateOf(database.ownerSql, sure), 'what was surely refused may still go').toBe('sent');
  expect((await mailsTo(client.email)).map(({ subject }) => subject)).toEqual(['Your form has arrived']);
});

test('a notice that lost its job gets another, and one that has its job does not', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  await database.superuserSql`delete from pgboss.job`;
  await database.ownerSql`update notice set state = 'withheld' where state = 'queued'`;
  const [lost, kept] = [
    await queue({ kind: 'question-for-you', accountId: client.id }),
    await as(aJob, (tx) => queueIn(tx, { kind: 'submission-received', accountId: client.id })),
  ];
  await database.superuserSql`delete from pgboss.job where data->>'noticeId' = ${lost}`;
  expect(await rescueNotices(), 'not before it is late').toBe(0);
  shiftClock(2 * HOUR);
  expect(await rescueNotices()).toBe(1);
  expect(await rescueNotices()).toBe(0);
  expect(await jobsFor(database, lost)).toHaveLength(1);
  expect(await jobsFor(database, kept)).toHaveLength(1);
});
