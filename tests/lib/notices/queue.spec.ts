// A mail is part of what caused it; once caused it is not lost, whatever becomes of the worker that took it.
import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/notices/handlers';
import { NotSent } from '@/lib/notices/port';
import { expect, test } from '@/tests/support/database';
import { aJob } from '@/tests/support/people';
import { mailsTo, openPost, queue, queueIn, somebodyWho, stateOf } from './made-up-post';

const ALONE = { A1: 'only-me', A4: 'email' };
const project = resolve(import.meta.dirname, '../../..');

test.beforeEach(async ({ database }) => {
  await openPost(database.ownerSql);
  // Other tests queue jobs too, and don't wait for them.
  await database.superuserSql`delete from pgboss.job`;
});

const jobOf = async (sql: Sql, noticeId: string) =>
  (await sql`select * from pgboss.job where data->>'noticeId' = ${noticeId}`)[0];

/** Another process that works the queue off as `file` says. */
async function anotherWorker(file: string, says: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, file)], {
    cwd: project,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(project, 'tests/tsconfig.json') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((answer, fail) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (says.test(said)) answer();
    });
    child.once('exit', () => fail(new Error(`The worker ended: ${said}`)));
  });
  return child;
}

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

test('two workers send a hundred mails once each', async ({ database }) => {
  test.setTimeout(120_000);
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

test('a job whose worker was killed is done by the next one, once', async ({ database }) => {
  test.setTimeout(120_000);
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  const dying = await anotherWorker('dying-worker.ts', new RegExp(`taken ${noticeId}`));
  dying.kill('SIGKILL');
  expect((await jobOf(database.superuserSql, noticeId))?.state).toBe('active');
  await database.superuserSql`update pgboss.job set expire_in = '1 second', retry_delay = 1 where data->>'noticeId' = ${noticeId}`;
  const stop = await startRunner(handlers);
  try {
    await expect.poll(() => stateOf(database.ownerSql, noticeId), { timeout: 60_000 }).toBe('sent');
  } finally {
    await stop();
  }
  expect(await mailsTo(client.email)).toHaveLength(1);
  expect((await jobOf(database.superuserSql, noticeId))?.retry_count).toBe(1);
});

test('a provider that fails is asked again, each time later, and nothing of the mail stays with the job', async ({
  database,
}) => {
  test.setTimeout(120_000);
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  await database.superuserSql`update pgboss.job set retry_delay = 1 where data->>'noticeId' = ${noticeId}`;
  const tries: number[] = [];
  const stop = await startRunner({
    ...handlers,
    'notice.send': async (data, job) => {
      tries.push(Date.now());
      if (tries.length === 1) throw new Error(`550 <${client.email}> is unknown here`);
      if (tries.length === 2) throw new NotSent('Resend answered 503');
      await handlers['notice.send'](data, job);
    },
  });
  const kept: string[] = [];
  try {
    await expect
      .poll(
        async () => {
          kept.push(JSON.stringify(await jobOf(database.superuserSql, noticeId)));
          return stateOf(database.ownerSql, noticeId);
        },
        { timeout: 60_000, intervals: [200] },
      )
      .toBe('sent');
  } finally {
    await stop();
  }
  expect(tries).toHaveLength(3);
  expect(kept.join()).toContain('Resend answered 503');
  expect(kept.join()).not.toContain(client.email);
  expect(await mailsTo(client.email)).toHaveLength(1);
});

test('the last of all tries ends as a task for staff', async ({ database }) => {
  const client = await somebodyWho(ALONE);
  const noticeId = await queue({ kind: 'submission-received', accountId: client.id });
  // Nobody's key is there any more, so that the address can't be opened, however often.
  await database.ownerSql`delete from vault_key where subject_id = ${client.id}`;
  await database.superuserSql`update pgboss.job set retry_limit = 1, retry_delay = 0, retry_backoff = false where data->>'noticeId' = ${noticeId}`;
  const stop = await startRunner(handlers);
  try {
    await expect.poll(() => stateOf(database.ownerSql, noticeId), { timeout: 20_000 }).toBe('gave-up');
  } finally {
    await stop();
  }
  expect(await database.ownerSql`select 1 from task where about_id = ${noticeId}`).toHaveLength(1);
});
