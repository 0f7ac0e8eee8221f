// Somebody who phones is started by staff: what they say stands ready for them, counts once they say it themselves, and can be taken back until they come.
import { as } from '@/db/client';
import { keepSession } from '@/lib/accounts/keep-session';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { brokenChains } from '@/lib/audit/verify';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { answersOf } from '@/lib/forms/answers-of';
import { pageToShow } from '@/lib/forms/page-to-show';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { localMailbox } from '@/lib/notices/local-mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { callerTyped } from '@/lib/review/caller-typed';
import { findClients } from '@/lib/review/find-clients';
import { inviteAgain } from '@/lib/review/invite-again';
import { readInvitation, readInvitations } from '@/lib/review/phone-intakes';
import { startByPhone, whyNotByPhone } from '@/lib/review/start-by-phone';
import { withdrawInvitation } from '@/lib/review/withdraw-invitation';
import { withoutLots } from '@/tests/support/by-lot';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, accountExists, aJob, openClinic } from '@/tests/support/people';
import { atAQuarter } from '@/tests/support/quarter';
import { save } from '../forms/made-up-intake';
import { posted } from '../forms/posted';
import { type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.afterEach(() => shiftClock(0));
test.beforeAll(async () => {
  team = await theTeam();
  await openClinic();
});

const anAddress = () => `caller-${newId()}@made-up.example`;
const SAID = {
  B1: 'Noor Sample',
  'B3-day': '27',
  'B3-month': '3',
  'B3-year': '1985',
  A2: '+1 212 555 0142',
  'B7-language': 'en',
  format: 'video',
  C8: 'alone',
  place: 'US-NY',
};

async function calls(
  said: Record<string, string> = SAID,
  { email = anAddress(), by = team.frontDesk as Staff } = {},
) {
  const typed = await callerTyped(by, posted({ email, emailAgain: email, ...said }));
  if (!typed.ok) throw new Error(typed.errors.map(({ reason }) => reason).join());
  return { email, started: await startByPhone(by, typed.caller) };
}

async function invited(database: TestDatabase, email = anAddress()) {
  const { started } = await calls(SAID, { email });
  if (!started.ok) throw new Error(started.reason);
  const [row] =
    await database.ownerSql`select client_id, submission_id from phone_intake where reference = ${started.reference}`;
  const client = { kind: 'client', id: row?.client_id as string } as const;
  return { email, reference: started.reference, client, submissionId: row?.submission_id as string };
}

const comes = ({ email, client }: { email: string; client: { id: string } }) =>
  keepSession({
    ...{ accountId: client.id, kind: 'client', email, token: newSecret(), by: 'code' },
    ...{ ip: '192.0.2.9', userAgent: 'made up' },
  });

const mails = async (
  { ownerSql: sql }: TestDatabase,
  { email, client }: { email: string; client: { id: string } },
) => {
  const queued =
    await sql`select id from notice where account_id = ${client.id} and kind = 'invited' and state = 'queued'`;
  for (const { id } of queued) await sendNotice(id, mailboxPort);
  return ((await localMailbox({ mailboxOpen: true })) ?? []).filter(({ to }) => to === email);
};

test('it makes an account, an empty draft and one mail that says nothing about the visit', async ({
  database,
}) => {
  const person = await invited(database);
  expect(await accountExists(person.email)).toBe(true);
  expect(await as(person.client, (tx) => answersOf(tx, person.client.id))).toEqual(new Map());
  const [draft] = await database.ownerSql`select status from submission where id = ${person.submissionId}`;
  expect(draft?.status).toBe('draft');
  const [mail, ...more] = await mails(database, person);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('You have an invitation');
  expect(withoutLots(`${mail?.text}${mail?.html}`)).not.toMatch(/Noor|Sample|phone|appointment/);
});

test('what was given stands ready on its page, and is an answer only once its client continues', async ({
  database,
}) => {
  const { client } = await invited(database);
  const place = await pageToShow(client, '1', 'a8');
  expect(place?.given).toEqual(new Map([['A8', { state: 'answered', value: 'US' }]]));
  expect(place?.answers.size).toBe(0);
  expect((await pageToShow(client, '1', 'b1'))?.given.get('B1')?.value).toBe('Noor Sample');
  expect((await pageToShow(client, '2', 'a2'))?.given.get('A2')?.value).toBe('+1 212 555 0142');
  // Who reads their mail, and what may be done with the number, is for them to say.
  expect((await pageToShow(client, '1', 'a1'))?.given.size).toBe(0);

  expect(await save(client, '1', 'b1', { B1: 'Noor Other' })).toMatchObject({ ok: true });
  expect((await pageToShow(client, '1', 'b1'))?.given.size).toBe(0);
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect([...answers.keys()]).toEqual(['B1']);
  expect(answers.get('B1')).toMatchObject({ value: 'Noor Other', revision: 1 });
});

test('nothing of it is counted, searched for or shown as theirs before that', async ({ database }) => {
  const { client, submissionId } = await invited(database);
  expect(await as(team.frontDesk, (tx) => findClients(tx, 'Noor'))).not.toContain(client.id);
  const sql = database.ownerSql;
  expect(await sql`select 1 from answer where submission_id = ${submissionId}`).toHaveLength(0);
  expect(await sql`select 1 from section_confirmation where submission_id = ${submissionId}`).toHaveLength(0);
  const [stored] = await sql`select given from phone_intake where client_id = ${client.id}`;
  expect(stored?.given).not.toMatch(/Noor|1985|212 555/);
});

test('one person is one account: an address that opens one is refused, whoever’s it is, and no more is said', async ({
  database,
}) => {
  const email = anAddress();
  await aClient(email);
  const before = await database.ownerSql`select count(*)::int as count from account`;
  const refused = { ok: false, reason: 'address-taken' };
  expect((await calls(SAID, { email })).started).toEqual(refused);
  expect((await calls(SAID, { email: email.toUpperCase() })).started).toEqual(refused);
  expect((await calls(SAID, { email: 'lead@demo.example' })).started).toEqual(refused);
  expect(await database.ownerSql`select count(*)::int as count from account`).toEqual(before);
  const tried = await database.ownerSql`select 1 from audit_event where event = 'invitation.refused'`;
  expect(tried).toHaveLength(3);
});

test('the same caller started twice, one after the other or five at once, is started once', async ({
  database,
}) => {
  const email = anAddress();
  const all = await Promise.all(Array.from({ length: 5 }, () => calls(SAID, { email })));
  const again = (await calls(SAID, { email })).started;
  expect(again).toMatchObject({ ok: true, already: true });
  const known = all.map(({ started }) => started);
  expect(known.filter((each) => each.ok && !each.already)).toHaveLength(1);
  const rows = await database.ownerSql`select n.id from notice n join account a on a.id = n.account_id
    join phone_intake p on p.client_id = a.id where p.reference = ${again.ok ? again.reference : ''}`;
  expect(rows).toHaveLength(1);
});

test('addresses that are no plain address, or not the same twice, are refused with the reason', async () => {
  const reasons = async (email: string, emailAgain = email) => {
    const typed = await callerTyped(team.frontDesk, posted({ email, emailAgain, B1: 'Noor' }));
    return typed.ok ? [] : typed.errors.map(({ field, reason }) => `${field} ${reason}`);
  };
  for (const email of [
    '',
    'noor',
    '"noor"@example.org',
    'noor@example.org,other@example.org',
    'nооr@example.org',
    'Noor <n@example.org>',
  ])
    expect(await reasons(email), email).toEqual(['email not-an-address']);
  expect(await reasons('noor@example.org', 'nor@example.org')).toEqual(['emailAgain addresses-differ']);
  expect(await reasons(' Noor@Example.org ', 'noor@example.org')).toEqual([]);
});

test('what can’t be an answer is refused, and only a name is needed', async () => {
  const reasons = async (said: Record<string, string>) => {
    const email = anAddress();
    const typed = await callerTyped(team.frontDesk, posted({ email, emailAgain: email, ...said }));
    return typed.ok
      ? [...typed.caller.given.keys()]
      : typed.errors.map(({ field, reason }) => `${field} ${reason}`);
  };
  expect(await reasons({ B1: 'Noor' })).toEqual(['B1']);
  expect(await reasons({})).toEqual(['B1 write-something']);
  expect(await reasons({ ...SAID, place: 'US-XX', 'B7-language': 'xx' })).toEqual([
    'B7-language not-an-option',
    'place not-an-option',
  ]);
  expect(await reasons({ ...SAID, 'B3-month': '13' })).toEqual(['B3 date-not-real']);
  // A clinical question forged into the form is none of its questions.
  expect(await reasons({ B1: 'Noor', C1: 'made up', G1: 'yes' })).toEqual(['B1']);
});

test('who is too young, or where nobody is licensed, is not started, and nothing is kept', async ({
  database,
}) => {
  const young = anAddress();
  const year = String(new Date().getUTCFullYear() - 10);
  expect((await calls({ ...SAID, 'B3-year': year }, { email: young })).started).toEqual({
    ok: false,
    reason: 'under-18',
  });
  const far = anAddress();
  expect((await calls({ ...SAID, place: 'AU-NT' }, { email: far })).started).toEqual({
    ok: false,
    reason: 'nobody-there',
  });
  for (const email of [young, far]) expect(await accountExists(email)).toBe(false);
  expect(
    await database.ownerSql`select 1 from notice where kind = 'invited' and account_id is null`,
  ).toHaveLength(0);
});

test('an admin starts nobody and sees nobody, and Postgres says the same', async ({ database }) => {
  const { reference, client } = await invited(database);
  const { admin } = team;
  expect(await readInvitations(admin)).toBeNull();
  expect(await readInvitation(admin, reference)).toBeNull();
  expect(await whyNotByPhone(admin, { email: anAddress(), given: new Map() })).toBe('not-allowed');
  expect(await inviteAgain(admin, reference)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await withdrawInvitation(admin, reference)).toEqual({ ok: false, reason: 'not-allowed' });
  const { phoneIntake } = await import('@/db/schema');
  expect(await as(admin, (tx) => tx.select().from(phoneIntake))).toEqual([]);
  const other = await aClient();
  expect(await as(other, (tx) => tx.select().from(phoneIntake))).toEqual([]);
  expect(await as(client, (tx) => tx.select().from(phoneIntake))).toHaveLength(1);
});

test('the invitation is sent again, but not for ever, and not to who has come', async ({ database }) => {
  const person = await invited(database);
  for (const _ of [1, 2, 3])
    expect(await inviteAgain(team.clinician, person.reference)).toEqual({ ok: true });
  expect(await inviteAgain(team.clinician, person.reference)).toEqual({ ok: false, reason: 'too-often' });
  expect(await mails(database, person)).toHaveLength(4);
  const late = await invited(database);
  expect(await comes(late)).toBe(true);
  expect(await inviteAgain(team.frontDesk, late.reference)).toEqual({ ok: false, reason: 'arrived' });
  // The first one waited in a queue until they had come: it is not sent any more.
  expect(await mails(database, late)).toHaveLength(0);
});

test('withdrawn, all there is of them is gone with its key, the mail is not sent, and the record holds', async ({
  database,
}) => {
  const person = await invited(database);
  const { client, reference, email } = person;
  expect(await withdrawInvitation(team.frontDesk, reference)).toEqual({ ok: true });
  const sql = database.ownerSql;
  expect(await accountExists(email)).toBe(false);
  for (const rows of [
    await sql`select 1 from vault_key where subject_id = ${client.id}`,
    await sql`select 1 from submission where client_id = ${client.id}`,
    await sql`select 1 from phone_intake where client_id = ${client.id}`,
    await sql`select 1 from notice where account_id = ${client.id}`,
  ])
    expect(rows).toHaveLength(0);
  const events = await sql`select event from audit_event where subject = ${client.id} order by seq`;
  expect(events.map(({ event }) => event)).toEqual([
    'account.made',
    'invitation.started',
    'invitation.withdrawn',
    'account.forgotten',
  ]);
  expect(await as(aJob, (tx) => brokenChains(tx, client.id))).toEqual([]);
  expect(await withdrawInvitation(team.frontDesk, reference)).toEqual({ ok: false, reason: 'unknown' });
  // And they can be started anew.
  expect((await calls(SAID, { email })).started).toMatchObject({ ok: true, already: false });
});

test('who has come keeps what is theirs: nothing is withdrawn, and staff see no more of what was typed', async ({
  database,
}) => {
  const person = await invited(database);
  expect(await comes(person)).toBe(true);
  expect(await withdrawInvitation(team.frontDesk, person.reference)).toEqual({
    ok: false,
    reason: 'arrived',
  });
  expect(await accountExists(person.email)).toBe(true);
  const file = await readInvitation(team.frontDesk, person.reference);
  expect(file).toMatchObject({ file: null, name: 'Noor Sample' });
  expect(file?.arrivedAt).toBeInstanceOf(Date);
});

test('coming and withdrawing at once: one of the two, never half, and nobody waits for ever', async ({
  database,
}) => {
  for (const _ of [1, 2, 3, 4, 5, 6]) {
    const person = await invited(database);
    const [came, withdrawn] = await Promise.all([
      comes(person).catch(() => false),
      withdrawInvitation(team.frontDesk, person.reference),
    ]);
    expect(withdrawn.ok).toBe(!came);
    expect(await accountExists(person.email)).toBe(came);
  }
});

test('Postgres itself lets nobody call an existing client an invitation, and delete them by it', async ({
  database,
}) => {
  const client = await aClient();
  await save(client, '1', 'a1', { A1: 'only-me' });
  const [draft] = await database.ownerSql`select id from submission where client_id = ${client.id}`;
  const forged = as(team.frontDesk, (tx) =>
    tx.execute(`insert into phone_intake (id, reference, client_id, submission_id, given, started_by, started_at, invited_at)
      values ('${newId()}', 'FORGED0000', '${client.id}', '${draft?.id}', '', '${team.frontDesk.id}', now(), now())`),
  );
  await expect(forged).rejects.toThrow();
  const real = await invited(database);
  await comes(real);
  for (const table of ['vault_key where subject_id', 'account where id'])
    expect(
      await as(team.frontDesk, (tx) => tx.execute(`delete from ${table} = '${real.client.id}' returning 1`)),
    ).toHaveLength(0);
});

test('pressed twice at once it is one start, and who tries many taken addresses soon hears no more', async () => {
  atAQuarter();
  const email = anAddress();
  const both = await Promise.all([calls(SAID, { email }), calls(SAID, { email })]);
  expect(both.map(({ started }) => started)).toEqual([
    expect.objectContaining({ ok: true }),
    expect.objectContaining({ ok: true }),
  ]);
  const taken = `taken-${newId()}@made-up.example`;
  await aClient(taken);
  const answers: string[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    const { started } = await calls(SAID, { email: taken, by: team.lead });
    answers.push(started.ok ? 'started' : started.reason);
  }
  expect(answers.filter((each) => each === 'address-taken')).toHaveLength(6);
  expect(answers.at(-1)).toBe('too-often');
});
