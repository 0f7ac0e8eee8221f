// A mail is part of what caused it; once caused it is not lost, whatever becomes of the worker that took it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { startRunner } from '@/lib/jobs/runner';
import { resendPort } from '@/lib/notices/adapters/resend';
import { handlers } from '@/lib/notices/handlers';
import { sendNotice } from '@/lib/notices/send-notice';
import { killWorkers, startWorker, throughResend, type Worker } from '@/scripts/bench/messages/kill-workers';
import { openResendStandIn } from '@/scripts/bench/messages/resend-stand-in';
import { expect, test } from '@/tests/support/database';
import { aJob } from '@/tests/support/people';
import { mailsTo, openPost, queue, queueIn, somebodyWho, stateOf } from './made-up-post';

const ALONE = { A1: 'only-me', A4: 'email' };

test.beforeEach(async ({ database }) => {
  await openPost(database.ownerSql);
  // Other tests queue jobs too, and don't wait for them.
  await database.superuserSql`delete from pgboss.job`;
});

const jobOf = async (sql: Sql, noticeId: string) =>
  (await sql`select * from pgboss.job where data->>'noticeId' = ${noticeId}`)[0];

/** The handlers as they stand, but that mail goes through `providerUrl`. */
const handlersThrough = (providerUrl: string) => {
  const port = resendPort({ key: 're_made_up', url: providerUrl, from: 'A <hello@made-up.example>' });
  return { ...handlers, 'notice.send': ({ noticeId }: { noticeId: string }) => sendNotice(noticeId, port) };
};

const queuedLeft = async (sql: Sql, accountId: string) =>
  (await sql`select 1 from notice where account_id = ${accountId} and state = 'queued'`).length;

test('a mail queued in a transaction that is taken back is never sent', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const takenBack = as(aJob, async (tx) => {
    await queueIn(tx, { kind: 'question-for-you', accountId: client.id });
    throw new Error('taken back');
  });
  await expect(takenBack).rejects.toThrow('taken back');
  const kept = await queue({ kind: 'submission-received', accountId: client.id });
  const stop = await startRunner(handlers);
  try {
    await expect.poll(() => stateOf(database.ownerSql, kept)).toBe('sent');
    await pause(1_500);
  } finally {
    await stop();
  }
  expect((await mailsTo(client.email)).map(({ subject }) => subject)).toEqual(['Your form has arrived']);
});

test('a job holds ids and nothing else', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  expect((await jobOf(database.superuserSql, noticeId))?.data).toEqual({ noticeId });
});

test('F-09 two workers send a hundred mails once each', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  await Promise.all(
    Array.from({ length: 100 }, () => queue({ kind: 'submission-received', accountId: client.id })),
  );
  const stops = await Promise.all([startRunner(handlers), startRunner(handlers)]);
  try {
    const left = async () =>
      (await database.ownerSql`select 1 from notice where account_id = ${client.id} and state = 'queued'`)
        .length;
    await expect.poll(left, { timeout: 90_000 }).toBe(0);
  } finally {
    for (const stop of stops) await stop();
  }
  expect(await mailsTo(client.email)).toHaveLength(100);
});

test('a worker that is killed in the middle: its mail is sent by another within a minute, once', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  let worker: Worker | undefined;
  let killedAt = 0;
  const provider = await openResendStandIn(() => {
    if (killedAt) return 'take';
    killedAt = Date.now();
    worker?.child.kill('SIGKILL');
    return 'close';
  });
  let stop = async () => {};
  try {
    worker = await startWorker(throughResend(provider.url));
    await expect.poll(() => killedAt).toBeGreaterThan(0);
    expect((await jobOf(database.superuserSql, noticeId))?.state).toBe('active');
    // Nothing is helped along: the queue finds out by itself.
    stop = await startRunner(handlersThrough(provider.url));
    await expect.poll(() => stateOf(database.ownerSql, noticeId), { timeout: 70_000 }).toBe('sent');
    const secondAsked = provider.asked[1]?.at ?? 0;
    expect(secondAsked - killedAt).toBeLessThan(60_000);
  } finally {
    await stop();
    worker?.child.kill('SIGKILL');
    await provider.close();
  }
  expect(provider.taken.map(({ key }) => key)).toEqual([noticeId]);
});

test('F-05 five kills before the provider took the mail and five after: nothing is lost, nothing goes out twice', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const ids = await Promise.all(
    Array.from({ length: 12 }, () => queue({ kind: 'submission-received', accountId: client.id })),
  );
  const { kills, provider } = await killWorkers(database.superuserSql, { before: 5, after: 5 }, () =>
    queuedLeft(database.ownerSql, client.id),
  );
  expect(kills).toEqual({ before: 5, after: 5 });
  expect(provider.taken.map(({ key }) => key).sort()).toEqual([...ids].sort());
  expect(provider.taken.map(({ body }) => body.to)).toEqual(ids.map(() => [client.email]));
});

test('a worker that is told to stop finishes the mail in hand, and takes no other', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const ids = [
    await queue({ kind: 'submission-received', accountId: client.id }),
    await queue({ kind: 'question-for-you', accountId: client.id }),
  ];
  let worker: Worker | undefined;
  const provider = await openResendStandIn(async () => {
    worker?.child.kill('SIGTERM');
    // The answer is slow: whoever left at once would never hear it.
    await pause(1_500);
    return 'take' as const;
  });
  try {
    worker = await startWorker(throughResend(provider.url));
    expect(await worker.ended).toBe(0);
  } finally {
    worker?.child.kill('SIGKILL');
    await provider.close();
  }
  const states = await Promise.all(ids.map((id) => stateOf(database.ownerSql, id)));
  expect(states.sort()).toEqual(['queued', 'sent']);
  expect(provider.asked).toHaveLength(1);
  expect((await jobOf(database.superuserSql, provider.asked[0]?.key ?? ''))?.state).toBe('completed');
});

test('a provider that fails is asked again, each time later, and nothing of the mail stays with the job or the notice', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  const provider = await openResendStandIn(({ nth }) =>
    nth === 1 ? { status: 503 } : nth === 2 ? { status: 429, headers: { 'Retry-After': '1' } } : 'take',
  );
  const stop = await startRunner(handlersThrough(provider.url));
  const kept: string[] = [];
  try {
    await expect
      .poll(
        async () => {
          kept.push(JSON.stringify(await database.superuserSql`select * from pgboss.job`));
          kept.push(JSON.stringify(await database.ownerSql`select * from notice where id = ${noticeId}`));
          return stateOf(database.ownerSql, noticeId);
        },
        { timeout: 60_000, intervals: [200] },
      )
      .toBe('sent');
  } finally {
    await stop();
    await provider.close();
  }
  const [first = 0, second = 0, third = 0] = provider.asked.map(({ at }) => at);
  expect(second - first).toBeGreaterThan(2_400);
  expect(third - second).toBeGreaterThan(4_900);
  expect(provider.taken).toHaveLength(1);
  expect(kept.join()).toContain('Resend answered 503');
  expect(kept.join()).not.toContain(client.email);
});

test('a job that can’t write down what came of it comes again', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  let tries = 0;
  const stop = await startRunner({
    ...handlers,
    'notice.send': async (data, job) => {
      tries += 1;
      if (tries === 1) throw new Error(`the database is away, said <${client.email}>`);
      await handlers['notice.send'](data, job);
    },
  });
  try {
    await expect.poll(() => stateOf(database.ownerSql, noticeId), { timeout: 30_000 }).toBe('sent');
  } finally {
    await stop();
  }
  expect(await mailsTo(client.email)).toHaveLength(1);
  expect(JSON.stringify(await database.superuserSql`select * from pgboss.job`)).not.toContain(client.email);
});
