// Unsent forms are kept 60 days after the last change, with notice at 14 and 3 days, and no longer, unless somebody needs them.
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { keepDraft } from '@/lib/accounts/form-draft';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { brokenChains } from '@/lib/audit/verify';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { homeOf } from '@/lib/onboarding/home';
import { tidyDrafts } from '@/lib/onboarding/tidy-drafts';
import { expect, test } from '@/tests/support/database';
import { aJob } from '@/tests/support/people';
import { appointmentFor, mailsTo, openPost, somebodyWho } from '../notices/made-up-post';

// Of its own: the sweep reads the drafts of everybody.

const DAY = 24 * 60 * 60_000;
const MAIL = { A1: 'only-me', A4: 'email' };

test.beforeEach(async ({ database }) => {
  shiftClock(0);
  await openPost(database.ownerSql);
});
test.afterEach(() => shiftClock(0));

type Person = { id: string; email: string };

/** So many days after now the sweep runs, and what it queued is sent. Returns the subjects that came so far. */
async function after(days: number, sql: Sql, person: Person): Promise<string[]> {
  shiftClock(days * DAY);
  await Promise.all([tidyDrafts(), tidyDrafts()]);
  const queued =
    await sql`select id from notice where account_id = ${person.id} and state = 'queued' order by created_at`;
  for (const { id } of queued) await sendNotice(id, mailboxPort);
  return (await mailsTo(person.email)).map(
    ({ subject, text }) => `${subject}: ${/\d+ more days/.exec(text)?.[0]}`,
  );
}

const isThere = async (sql: Sql, { id }: Person) =>
  (await sql`select 1 from submission where client_id = ${id}`).length > 0;

test('two notices, each once; then answers, account and key are gone, and the record holds', async ({
  database: { ownerSql: sql },
}) => {
  const person = await somebodyWho(MAIL);
  const [subject, first, last] = ['You have a saved form', '14 more days', '3 more days'];
  expect(await after(45.9, sql, person)).toEqual([]);
  expect(await after(46.01, sql, person)).toEqual([`${subject}: ${first}`]);
  expect(await after(56, sql, person)).toHaveLength(1);
  expect((await after(57.01, sql, person)).sort()).toEqual([`${subject}: ${first}`, `${subject}: ${last}`]);
  expect(await after(59.9, sql, person)).toHaveLength(2);
  expect(await isThere(sql, person)).toBe(true);
  await after(60.02, sql, person);
  expect(await isThere(sql, person)).toBe(false);
  for (const rows of [
    await sql`select 1 from account where id = ${person.id}`,
    await sql`select 1 from answer where client_id = ${person.id}`,
    await sql`select 1 from vault_key where subject_id = ${person.id}`,
  ])
    expect(rows).toHaveLength(0);
  const events = await sql`select event from audit_event where subject = ${person.id} order by seq`;
  expect(events.slice(-2).map(({ event }) => event)).toEqual(['submission.run-out', 'account.forgotten']);
  expect(await as(aJob, (tx) => brokenChains(tx, person.id))).toEqual([]);
});

test('who goes on has 60 days again, and what was only typed counts as going on', async ({
  database: { ownerSql: sql },
}) => {
  const person = await somebodyWho(MAIL);
  await after(46.01, sql, person);
  shiftClock(50 * DAY);
  await as({ kind: 'client', id: person.id }, (tx) =>
    keepDraft(tx, person.id, 'forms/4/c1', { values: { C1: ['made up'] }, errors: [] }),
  );
  await after(57.01, sql, person);
  await after(60.02, sql, person);
  await after(95, sql, person);
  expect(await mailsTo(person.email)).toHaveLength(1);
  await after(96.01, sql, person);
  expect(await mailsTo(person.email)).toHaveLength(2);
  await after(107.1, sql, person);
  expect(await isThere(sql, person)).toBe(true);
  await after(110.2, sql, person);
  expect(await isThere(sql, person)).toBe(false);
});

test('a notice that waited is not sent once they have gone on', async ({ database: { ownerSql: sql } }) => {
  const person = await somebodyWho(MAIL);
  shiftClock(46.01 * DAY);
  await tidyDrafts();
  await sql`update submission set changed_at = now() + interval '46 days' where client_id = ${person.id}`;
  const [queued] = await sql`select id from notice where account_id = ${person.id} and kind = 'draft-ending'`;
  await sendNotice(queued?.id, mailboxPort);
  expect(await mailsTo(person.email)).toHaveLength(0);
});

test('a machine that stood still for months gives notice first, and deletes three days after it', async ({
  database: { ownerSql: sql },
}) => {
  const person = await somebodyWho(MAIL);
  await after(100, sql, person);
  expect(await isThere(sql, person)).toBe(true);
  expect(await mailsTo(person.email)).toHaveLength(1);
  await after(102.9, sql, person);
  expect(await isThere(sql, person)).toBe(true);
  await after(103.1, sql, person);
  expect(await isThere(sql, person)).toBe(false);
});

test('a draft somebody here still needs stays, and is neither announced nor deleted', async ({
  database: { ownerSql: sql },
}) => {
  const [booked, waits, asked, danger] = [
    await somebodyWho(MAIL),
    await somebodyWho(MAIL),
    await somebodyWho(MAIL),
    await somebodyWho(MAIL),
  ];
  await appointmentFor(sql, booked.id);
  await sql`insert into waitlist_entry (id, client_id, weekdays, parts_of_day, zone, weeks, ends_at, joined_at, changed_at)
    values (${newId()}, ${waits.id}, '{1}', '{morning}', 'Europe/London', 4, now() + interval '200 days', now(), now())`;
  await sql`insert into task (id, kind, client_id, due_at, created_at) values (${newId()}, 'question', ${asked.id}, now(), now())`;
  await sql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at)
    select ${newId()}, s.id, s.client_id, 'sealed', 'red', 'G1', now() from submission s where s.client_id = ${danger.id}`;
  for (const days of [46.1, 57.1, 60.1, 80])
    for (const each of [booked, waits, asked, danger]) await after(days, sql, each);
  for (const each of [booked, waits, asked, danger]) {
    expect(await isThere(sql, each)).toBe(true);
    expect(await mailsTo(each.email)).toHaveLength(0);
  }
  // Cancelled, it is needed no more: notice is given, and three days later it goes.
  await sql`update appointment set status = 'cancelled' where client_id = ${booked.id}`;
  await after(81, sql, booked);
  await after(84.1, sql, booked);
  expect(await isThere(sql, booked)).toBe(false);
});

test('what was sent is no draft, and text typed on unsent forms is not swept away before them', async ({
  database: { ownerSql: sql },
}) => {
  const sent = await somebodyWho(MAIL);
  await sql`update submission set status = 'submitted', submitted_at = now() where client_id = ${sent.id}`;
  const writes = await somebodyWho(MAIL);
  await as({ kind: 'client', id: writes.id }, (tx) =>
    keepDraft(tx, writes.id, 'forms/4/c1', { values: { C1: ['made up'] }, errors: [] }),
  );
  await sql`update submission set changed_at = now() + interval '40 days' where client_id = ${writes.id}`;
  await after(70, sql, sent);
  await sweepAccounts();
  expect(await isThere(sql, sent)).toBe(true);
  expect(await sql`select 1 from form_draft where account_id = ${writes.id}`).toHaveLength(1);
});

test('home says until when what is saved is kept', async ({ database: { ownerSql: sql } }) => {
  const person = await somebodyWho(MAIL);
  const home = await homeOf({ kind: 'client', id: person.id });
  const [row] = await sql`select changed_at from submission where client_id = ${person.id}`;
  expect(home.draftUntil?.at.getTime()).toBe(Number(row?.changed_at) + 60 * DAY);
});
