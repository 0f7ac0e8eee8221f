// What a mail provider tells us is believed only signed, fresh and once (F-08); a dead address reaches staff, and a complaint is heeded.
import { createHmac } from 'node:crypto';
import { as } from '@/db/client';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { newId } from '@/lib/env/ids';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { resendPort } from '@/lib/notices/adapters/resend';
import { answerMailEvent } from '@/lib/notices/answer-mail-event';
import { mailPermissions } from '@/lib/notices/may-mail';
import { sendNotice } from '@/lib/notices/send-notice';
import { openResendStandIn } from '@/scripts/bench/messages/resend-stand-in';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { mailsTo, openPost, queue, somebodyWho, stateOf } from './made-up-post';

const ALONE = { A1: 'only-me', A4: 'email' };
const KEY = Buffer.alloc(24, 7).toString('base64');
const SECRET = `whsec_${KEY}`;

test.beforeEach(({ database }) => openPost(database.ownerSql));

type Told = { id?: string; at?: number; body?: string; key?: string; signature?: string };

/** Posts as Svix does for Resend; whatever is given otherwise is otherwise. */
function tell(event: object, told: Told = {}) {
  const id = told.id ?? `msg_${newId()}`;
  const timestamp = String(Math.floor((told.at ?? Date.now()) / 1000));
  const signed = JSON.stringify(event);
  const hmac = createHmac('sha256', Buffer.from(told.key ?? KEY, 'base64'));
  const signature = told.signature ?? `v1,${hmac.update(`${id}.${timestamp}.${signed}`).digest('base64')}`;
  const headers = { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature };
  const body = told.body ?? signed;
  const request = new Request('http://localhost:3000/api/webhooks/resend', { method: 'POST', headers, body });
  return answerMailEvent(request, SECRET);
}

type Mailed = { id: string; providerId: string; email: string };

const about = ({ providerId, email }: Mailed, type: string, more: object = {}) => ({
  type,
  created_at: new Date().toISOString(),
  data: {
    email_id: providerId,
    to: [email],
    subject: 'A question for you',
    from: 'a@made-up.example',
    ...more,
  },
});

/** A mail that Resend took, to a client or, without one, to whoever asks for a code. */
async function mailed({ ownerSql: sql }: TestDatabase, id: string, email: string): Promise<Mailed> {
  const provider = await openResendStandIn();
  try {
    await sendNotice(id, resendPort({ key: 're_made_up', url: provider.url, from: 'A <a@made-up.example>' }));
  } finally {
    await provider.close();
  }
  const providerId = `taken-${newId()}`;
  await sql`update notice set provider_id = ${providerId} where id = ${id}`;
  return { id, providerId, email };
}

async function aMail(database: TestDatabase) {
  const client = await somebodyWho(ALONE);
  const id = await queue({ kind: 'question-for-you', accountId: client.id });
  return { client, ...(await mailed(database, id, client.email)) };
}

const tasksOf = ({ ownerSql: sql }: TestDatabase, clientId: string) =>
  sql`select kind, about_id from task where client_id = ${clientId} and done_at is null`;

test('F-08 what is forged, changed, stale or unsigned is refused, and changes nothing', async ({
  database,
}) => {
  const mail = await aMail(database);
  const event = about(mail, 'email.bounced');
  const minute = 60_000;
  const forged: [string, Told][] = [
    ['another secret', { key: Buffer.alloc(24, 8).toString('base64') }],
    ['no signature', { signature: '' }],
    ['a signature of another kind', { signature: 'v2,AAAA' }],
    ['half a signature', { signature: 'v1' }],
    ['other words than were signed', { body: JSON.stringify({ ...event, type: 'email.complained' }) }],
    ['six minutes old', { at: Date.now() - 6 * minute }],
    ['six minutes too early', { at: Date.now() + 6 * minute }],
    ['an id that is too long', { id: 'x'.repeat(200) }],
  ];
  for (const [what, told] of forged) expect((await tell(event, told)).status, what).toBe(401);
  expect(await stateOf(database.ownerSql, mail.id)).toBe('sent');
  expect(await tasksOf(database, mail.client.id)).toHaveLength(0);
  expect((await answerMailEvent(new Request('http://x/', { method: 'POST' }), undefined)).status).toBe(404);
});

test('F-08 the same event ten times, at once and later, is one: one state, one task, one line in the record', async ({
  database,
}) => {
  const mail = await aMail(database);
  const id = `msg_${newId()}`;
  const event = about(mail, 'email.bounced', {
    bounce: { type: 'Permanent', subType: 'General', message: mail.email },
  });
  const answers = await Promise.all(Array.from({ length: 9 }, () => tell(event, { id })));
  answers.push(await tell(event, { id, at: Date.now() - 60_000 }));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const [row] = await database.ownerSql`select state, failure from notice where id = ${mail.id}`;
  expect(row).toEqual({ state: 'bounced', failure: 'it came back: Permanent, General' });
  expect([...(await tasksOf(database, mail.client.id))]).toEqual([
    { kind: 'notice-bounced', about_id: mail.id },
  ]);
  expect(
    await database.ownerSql`select 1 from audit_event where subject = ${mail.client.id} and event = 'mail.bounced'`,
  ).toHaveLength(1);
});

test('what is none of our concern is answered, so that nobody asks again, and changes nothing', async ({
  database,
}) => {
  const mail = await aMail(database);
  for (const event of [
    about(mail, 'email.delivered'),
    about(mail, 'email.opened'),
    about(mail, '__proto__'),
    about({ ...mail, providerId: 'of-another-site' }, 'email.bounced'),
    { type: 'contact.created', data: { id: 'x' } },
    { hello: 'there' },
    [],
  ])
    expect((await tell(event)).status, JSON.stringify(event)).toBe(200);
  expect(await stateOf(database.ownerSql, mail.id)).toBe('sent');
  const long = 'x'.repeat(70_000);
  expect((await tell({ long })).status).toBe(413);
});

test('a mail that came back before its sending was written down is known by its tag, and is not sent again', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const id = await queue({ kind: 'question-for-you', accountId: client.id });
  const event = about({ id, providerId: 'not-yet-known', email: client.email }, 'email.bounced', {
    tags: { notice: id },
  });
  expect((await tell(event)).status).toBe(200);
  expect(await stateOf(database.ownerSql, id)).toBe('bounced');
  await sendNotice(id, mailboxPort);
  expect(await mailsTo(client.email)).toHaveLength(0);
});

test('a code that can’t be delivered is a task when the address is somebody’s way in, and none when it is nobody’s', async ({
  database,
}) => {
  const client = await somebodyWho(ALONE);
  const askFor = async (email: string) => {
    await requestSignIn({ email, ip: '192.0.2.9' });
    const [row] =
      await database.ownerSql`select id from notice where kind = 'sign-in' order by id desc limit 1`;
    return mailed(database, row?.id, email);
  };
  const tasks = async () =>
    (await database.ownerSql`select 1 from task where kind = 'notice-bounced'`).length;
  const before = await tasks();
  await tell(about(await askFor(`nobody-${newId()}@example.org`), 'email.bounced'));
  expect(await tasks()).toBe(before);
  await tell(about(await askFor(client.email), 'email.suppressed'));
  await tell(about(await askFor(client.email.toUpperCase()), 'email.failed'));
  expect(await tasksOf(database, client.id), 'one, however many came back').toHaveLength(1);
});

test('who complained gets no more mail than they ask for, and their own pages promise none', async ({
  database,
}) => {
  const mail = await aMail(database);
  await tell(about(mail, 'email.complained'));
  expect(await stateOf(database.ownerSql, mail.id)).toBe('complained');
  const next = await queue({ kind: 'submission-received', accountId: mail.client.id });
  await sendNotice(next, mailboxPort);
  const [row] = await database.ownerSql`select state, withheld_because from notice where id = ${next}`;
  expect(row).toEqual({ state: 'withheld', withheld_because: 'unwanted' });
  const may = await as(mail.client, (tx) => mailPermissions(tx, mail.client.id));
  expect(may).toMatchObject({ appointments: false, forms: false, signIn: false, unwanted: true });
  await requestSignIn({ email: mail.email, ip: '192.0.2.9' });
  const [code] =
    await database.ownerSql`select id from notice where kind = 'sign-in' order by id desc limit 1`;
  await sendNotice(code?.id, mailboxPort);
  expect((await mailsTo(mail.email)).map(({ subject }) => subject)).toEqual(['Your sign-in code']);
  // Somebody else's complaint is nobody's to see.
  const other = await somebodyWho(ALONE);
  expect(await as(other, (tx) => tx.execute('select 1 from unwanted_mail'))).toHaveLength(0);
});
