// A client changes their own address: only with the code from the new mailbox, and nobody learns from it who has an account.
import { as } from '@/db/client';
import { account, addressChange } from '@/db/schema';
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { sessionOf } from '@/lib/accounts/session';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { shiftClock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { giveUp } from '@/lib/notices/give-up';
import { mailPermissions } from '@/lib/notices/may-mail';
import { sendNotice } from '@/lib/notices/send-notice';
import { readSubmission } from '@/lib/review/submission-file';
import { aClient, accountExists, aJob } from '@/tests/support/people';
import { atAQuarter } from '@/tests/support/quarter';
import { expect, test } from '../../support/database';
import { anIntake, type Team, theTeam } from '../review/made-up-intakes';
import {
  anAddress,
  anIp,
  aSession,
  asksFor,
  eventsOf,
  mailsAbout,
  sessionsOf,
  signsInWith,
} from './made-up-changes';

/** What Postgres answers to what a policy or a grant doesn't let through. */
const FORBIDDEN = { code: '42501' };

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});
test.afterEach(() => shiftClock(0));

test('the right code changes the address: the new one opens the account, the old one only a new and empty one', async ({
  database,
}) => {
  const [old, email] = [anAddress(), anAddress()];
  const client = await aClient(old);
  const { prove } = await asksFor(database.ownerSql, client, email);
  expect(await as(client, (tx) => emailOfAccount(tx, client.id)), 'nothing changes before').toBe(old);
  expect(await prove()).toMatchObject({ ok: true });
  expect(await as(client, (tx) => emailOfAccount(tx, client.id))).toBe(email);
  expect(await signsInWith(database.ownerSql, email)).toBe(client.id);
  expect(await accountExists(old)).toBe(false);
  expect(await signsInWith(database.ownerSql, old)).not.toBe(client.id);
});

test('both addresses are told once, the old one not where to; and the record says that it changed', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const [old, email] = [anAddress(), anAddress()];
  const client = await aClient(old);
  const { prove } = await asksFor(sql, client, email);
  await Promise.all([prove(), prove(), prove()]);
  expect(await mailsAbout(sql, client.id)).toEqual(['address-code', 'address-left', 'address-begun']);
  const sent = await sendAll(sql, client.id);
  expect(sent.map(({ to }) => to)).toEqual([old, email]);
  expect(sent.map(({ subject }) => subject)).toEqual(Array(2).fill('Your sign-in address was changed'));
  expect(sent[0]?.text).not.toContain(email);
  expect(sent[0]?.text).toContain('/sign-in/lost');
  expect(sent[0]?.text).toMatch(/new and empty/);
  expect(await eventsOf(sql, client.id)).toEqual(['account.made', 'address.asked', 'address.changed']);
});

test('the other devices are signed out, this one is not', async ({ database }) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  const [here] = [await aSession(sql, client.id), await aSession(sql, client.id)];
  const somebodyElse = await aClient();
  const theirs = await aSession(sql, somebodyElse.id);
  const { prove } = await asksFor(sql, client, anAddress(), { session: here });
  await prove();
  expect(await sessionsOf(sql, client.id)).toEqual([here]);
  expect(await sessionsOf(sql, somebodyElse.id)).toEqual([theirs]);
});

test('A-07 a cookie copied before the change is dead at once, and the new one goes on with the session', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  const here = await aSession(sql, client.id);
  const before = newSecret();
  await sql`update session set token_hash = ${hashOfSecret(before)} where id = ${here}`;
  expect(await sessionOf(before)).toMatchObject({ id: here });
  const { prove, wrong } = await asksFor(sql, client, anAddress(), { session: here });
  await prove(wrong);
  expect(await sessionOf(before), 'nothing has changed yet').toMatchObject({ id: here });
  const proved = await prove();
  expect(await sessionOf(before)).toBeNull();
  expect(await sessionOf(proved.ok ? proved.token : '')).toMatchObject({ id: here, live: true });
});

test('who can see the new inbox is asked anew: staff see the newest answer, and mails go by it, after sending too', async ({
  database,
}) => {
  const intake = await anIntake({ A1: 'only-me' });
  const { client } = intake;
  expect((await as(client, (tx) => mailPermissions(tx, client.id))).ownInbox).toBe(true);
  const { prove } = await asksFor(database.ownerSql, client, anAddress(), { inbox: 'others' });
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('A1')).toMatchObject({ revision: 1 });
  await prove();
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('A1')).toMatchObject({
    value: 'others',
    revision: 2,
  });
  expect((await as(client, (tx) => mailPermissions(tx, client.id))).ownInbox).toBe(false);
  const file = await readSubmission(team.clinician, intake.reference);
  expect(file?.answers.get('A1')?.value).toBe('others');
  expect(file?.status).toBe('submitted');
});

test('A-04 A-05 A-06 a code dies after ten minutes, after five tries, and with a newer one', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  const late = await asksFor(sql, client, anAddress());
  shiftClock(10 * 60_000 + 1);
  expect(await late.prove()).toEqual({ ok: false, reason: 'gone' });
  shiftClock(0);

  const tired = await asksFor(sql, client, anAddress());
  for (let tries = 1; tries < 5; tries += 1)
    expect(await tired.prove(tired.wrong)).toEqual({ ok: false, reason: 'wrong' });
  expect(await tired.prove(tired.wrong)).toEqual({ ok: false, reason: 'gone' });
  expect(await tired.prove()).toEqual({ ok: false, reason: 'gone' });

  const older = await asksFor(sql, client, anAddress());
  const newer = await asksFor(sql, client, anAddress());
  expect(await newer.prove(older.code)).toEqual({ ok: false, reason: 'wrong' });
  expect(await newer.prove()).toMatchObject({ ok: true });
  expect(await newer.prove(), 'nor twice').toEqual({ ok: false, reason: 'gone' });
});

test('A-12 an address another account has: the same answer and the same rows, and its owner is told by mail', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const theirs = anAddress();
  const owner = await aClient(theirs);
  const [taken, free] = [await aClient(), await aClient()];
  const toTaken = await asksFor(sql, taken, theirs);
  const toFree = await asksFor(sql, free, anAddress());
  const rows = async (id: string) => [
    (await sql`select 1 from address_change where account_id = ${id}`).length,
    (await mailsAbout(sql, id)).length,
    await eventsOf(sql, id),
  ];
  expect(await rows(taken.id)).toEqual(await rows(free.id));
  expect(await mailsAbout(sql, taken.id)).toEqual(['address-taken']);
  const [mail] = await sendAll(sql, taken.id);
  expect(mail?.to).toBe(theirs);
  expect(mail?.text, 'no code is in it').not.toMatch(/\d{8}/);
  // Nobody is told the code; were it guessed, the account would still be its owner's.
  expect(await toTaken.prove()).toEqual({ ok: false, reason: 'taken' });
  expect(await as(owner, (tx) => emailOfAccount(tx, owner.id))).toBe(theirs);
  expect(await toFree.prove()).toMatchObject({ ok: true });
});

test('two who want the same free address at once: one has it, the other keeps their own', async ({
  database,
}) => {
  const email = anAddress();
  const both = [await aClient(), await aClient()];
  const asked = [];
  for (const client of both) asked.push(await asksFor(database.ownerSql, client, email));
  const answers = await Promise.all(asked.map(({ prove }) => prove()));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'taken')).toHaveLength(1);
});

test('one’s own address is refused, and so are more tries than anybody needs', async () => {
  atAQuarter();
  const email = anAddress();
  const client = await aClient(email);
  expect(
    await askAddressChange(client, { email: ` ${email.toUpperCase()} `, inbox: null, ip: anIp() }),
  ).toEqual({
    ok: false,
    reason: 'same-address',
  });
  const answers = [];
  for (let times = 0; times < 6; times += 1)
    answers.push(await askAddressChange(client, { email: anAddress(), inbox: null, ip: anIp() }));
  expect(answers.at(-1)).toEqual({ ok: false, reason: 'too-many' });
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
});

test('a client sees no change but their own, and can alter neither where it leads nor take another address', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  const stranger = await aClient();
  const { id } = await asksFor(sql, client, anAddress());
  expect(await as(stranger, (tx) => tx.select().from(addressChange))).toEqual([]);
  expect(await as(client, (tx) => tx.select().from(addressChange))).toMatchObject([{ id }]);
  await expect(
    as(client, (tx) => tx.update(addressChange).set({ newEmailIndex: 'another' })),
  ).rejects.toMatchObject(FORBIDDEN);
  await expect(as(client, (tx) => tx.update(account).set({ emailIndex: 'another' }))).rejects.toMatchObject(
    FORBIDDEN,
  );
  // Without a change under way, nothing of the account can be written at all.
  await expect(as(stranger, (tx) => tx.update(account).set({ emailIndex: 'mine' }))).rejects.toMatchObject(
    FORBIDDEN,
  );
});

test('A-16 P-01 a dump holds neither address, nor the code, nor what was said about the inbox', async ({
  database,
}) => {
  const [old, email] = [anAddress(), anAddress()];
  const client = await aClient(old);
  const { code, prove } = await asksFor(database.ownerSql, client, email, { inbox: 'not-sure' });
  await prove();
  const dump = JSON.stringify([
    await database.superuserSql`select * from address_change where account_id = ${client.id}`,
    await database.superuserSql`select * from account where id = ${client.id}`,
    await database.superuserSql`select * from notice where account_id = ${client.id}`,
    await database.superuserSql`select * from audit_event where subject = ${client.id}`,
    await database.superuserSql`select * from pgboss.job`,
  ]);
  expect(dump).toContain(client.id);
  for (const secret of [old, email, code, 'not-sure']) expect(dump).not.toContain(secret);
});

test('a mail about it that could not be sent becomes a task for staff, but for a code, which nobody waits for any more', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  const { prove } = await asksFor(sql, client, anAddress());
  await prove();
  const notices = await sql`select id from notice where account_id = ${client.id}`;
  for (const { id } of notices) await as(aJob, (tx) => giveUp(tx, id, 'made up'));
  const tasks = await sql`
    select n.kind from task t join notice n on n.id = t.about_id where t.client_id = ${client.id} order by n.kind`;
  expect(tasks.map(({ kind }) => kind)).toEqual(['address-begun', 'address-left']);
});

test('what came to nothing is deleted a day later', async ({ database }) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  await asksFor(sql, client, anAddress());
  const left = async () => (await sql`select 1 from address_change where account_id = ${client.id}`).length;
  await sweepAccounts();
  expect(await left()).toBe(1);
  shiftClock(25 * 60 * 60 * 1000);
  await sweepAccounts();
  expect(await left()).toBe(0);
});

type Sent = { to: string; subject: string; text: string };

/** Sends what is still to be said about a client's change, and gives what went out. */
async function sendAll(sql: import('postgres').Sql, accountId: string): Promise<Sent[]> {
  const sent: Sent[] = [];
  const port = {
    name: 'mailbox' as const,
    send: async ({ to, subject, text }: Sent) => {
      sent.push({ to, subject, text });
      return { providerId: null };
    },
  };
  const waiting = await sql`
    select id from notice where account_id = ${accountId} and state = 'queued' order by created_at, id`;
  for (const { id } of waiting) await sendNotice(id, port);
  return sent;
}
