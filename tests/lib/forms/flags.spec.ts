// A danger sign reaches a clinician when its page is saved, not when the forms are sent, and nothing takes it away.
import { sql } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { saveAnswers } from '@/lib/forms/save-answers';
import { supportFacts } from '@/lib/forms/support-facts';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aStaffMember } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from './made-up-intake';

let lead: { id: string };

test.beforeAll(async ({ database }) => {
  ({ lead } = await openMadeUpClinic(database));
});
test.afterEach(() => shiftClock(0));

/** Moves the clock to an instant. */
const at = (instant: string) => shiftClock(new Date(instant).getTime() - Date.now());

/** To the minute: the clock runs on while a page is saved. */
const minute = (at: Date | string | null | undefined) =>
  at ? new Date(at).toISOString().slice(0, 16) : null;

const flags = (database: TestDatabase, client: Client) =>
  database.ownerSql`select * from flag where client_id = ${client.id} order by raised_at, id`;
const notices = (database: TestDatabase, client: Client) =>
  database.ownerSql`select n.* from notice n join flag f on f.id = n.about_id where f.client_id = ${client.id}`;

test('the flag is there after Continue though nothing was sent, with its answer, its hour, a notice and a job', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  at('2026-11-24T15:00:00Z'); // Tuesday, 10:00 in New York
  const saved = await save(client, '5', 'j3', { J3: 'past-3-months' });
  expect(saved).toMatchObject({ ok: true, support: true });
  const [raised, ...more] = await flags(database, client);
  expect(more).toEqual([]);
  const [answer] =
    await database.ownerSql`select id from answer where client_id = ${client.id} and question = 'J3'`;
  expect(raised).toMatchObject({
    level: 'red-urgent',
    question: 'J3',
    answer_id: answer?.id,
  });
  expect(minute(raised?.due_at)).toBe('2026-11-24T16:00');
  // What was answered is not to be read from the flag itself.
  expect(JSON.stringify(raised)).not.toContain('past-3-months');
  const told = await notices(database, client);
  // Whoever leads in this database is told, once each.
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(['flag-raised']));
  const mine = told.filter(({ account_id }) => account_id === lead.id);
  expect(mine).toHaveLength(1);
  const jobs = await database.ownerSql`select data from pgboss.job where data->>'noticeId' = ${mine[0]?.id}`;
  expect(jobs.map(({ data }) => data)).toEqual([{ noticeId: mine[0]?.id }]);
});

test('hours are staffed hours: what is said at night or at the weekend is due when somebody has been there', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  at('2026-11-28T03:00:00Z'); // Friday, 22:00 in New York
  await save(client, '5', 'j1', { J1: 'no' });
  await save(client, '5', 'j4', { J4: 'yes' });
  expect((await flags(database, client)).map(({ level, due_at }) => [level, minute(due_at)])).toEqual([
    ['red', '2026-11-30T18:00'],
    ['red-urgent', '2026-11-30T15:00'],
  ]);
});

test('an amber sign is due before the first session, tells nobody at once and shows the client nothing more', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  expect(await save(client, '5', 'j2', { J2: 'not-sure' })).toMatchObject({ ok: true, support: false });
  expect(await flags(database, client)).toMatchObject([{ level: 'amber', due_at: null }]);
  expect(await notices(database, client)).toEqual([]);
});

test('text kept for later raises nothing, and neither do words in a free text', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '4', 'c1', { C1: 'I want to die' });
  await save(client, '5', 'j3', {});
  await save(client, '5', 'j4', { J4: 'prefer-not-to-say' });
  expect(await flags(database, client)).toEqual([]);
});

test('a later answer takes no flag away; to and fro is one alarm, until somebody has seen to it', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '5', 'j3', { J3: 'past-year' });
  await save(client, '5', 'j3', { J3: 'past-year' }, 1);
  expect(await flags(database, client)).toHaveLength(1);
  await save(client, '5', 'j3', { J3: 'never' }, 1);
  expect(await flags(database, client)).toHaveLength(1);
  await save(client, '5', 'j3', { J3: 'past-year' }, 2);
  const [only, ...others] = await flags(database, client);
  expect(others).toEqual([]);
  // Another sign is another alarm, and so is the same one after a clinician has seen to it.
  await save(client, '5', 'j1', { J1: 'no' });
  expect(await flags(database, client)).toHaveLength(2);
  const [file] = await database.ownerSql`select reference from submission where client_id = ${client.id}`;
  const seen = { reference: file?.reference, flagId: only?.id };
  expect(await acknowledgeFlag({ kind: 'staff', id: lead.id, roles: ['lead'] }, seen)).toEqual({ ok: true });
  await save(client, '5', 'j3', { J3: 'never' }, 3);
  await save(client, '5', 'j3', { J3: 'past-year' }, 4);
  expect(await flags(database, client)).toHaveLength(3);
});

test('the app can neither change nor delete a flag, whoever acts', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '5', 'j1', { J1: 'no' });
  for (const statement of [
    "update flag set level = 'amber'",
    'delete from flag',
    'truncate flag cascade',
    "update answer set value = ''",
  ]) {
    await expect(database.appSql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
  }
  // Of an unsent draft its client may delete what they said, but never what raised a flag.
  await database.appSql.unsafe('delete from answer');
  await as(client, (tx) => tx.execute(sql`delete from answer`));
  const answered =
    await database.ownerSql`select id from answer where client_id = ${client.id} and question = 'J1'`;
  expect(answered).toHaveLength(1);
  expect(await flags(database, client)).toHaveLength(1);
});

test('of an unsent draft a clinician sees the flagged answer and how to reach the person safely, nothing else', async () => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '2', 'a4', { A4: 'site' });
  await save(client, '4', 'c1', { C1: 'Words' });
  await save(client, '5', 'j1', { J1: 'no' });
  const seenBy = async (...roles: Parameters<typeof aStaffMember>) => {
    const staff = await aStaffMember(...roles);
    const seen = await as(staff, (tx) =>
      tx.query.answer.findMany({ where: (row, { eq }) => eq(row.clientId, client.id) }),
    );
    return seen.map(({ question }) => question).sort();
  };
  const toClinician = await seenBy('clinician');
  expect(toClinician).toEqual(expect.arrayContaining(['A1', 'A4', 'B1', 'J1']));
  expect(toClinician).not.toContain('C1');
  expect(toClinician).not.toContain('B3');
  expect(await seenBy('front-desk')).not.toContain('J1');
});

test('a clinic without hours still gets its flag, due by the clock', async ({ database }) => {
  const [{ data } = {}] = await database.ownerSql`select data from clinic_setting`;
  await database.ownerSql`update clinic_setting set data = ${database.ownerSql.json({ ...data, hours: [] })}`;
  const client = await aClient();
  await firstSection(client);
  const before = clock.now().getTime();
  await save(client, '5', 'j4', { J4: 'yes' });
  const [raised] = await flags(database, client);
  expect(Math.abs(new Date(raised?.due_at).getTime() - before - 3_600_000)).toBeLessThan(30_000);
  await database.ownerSql`update clinic_setting set data = ${database.ownerSql.json(data)}`;
});

test('when the save cannot be kept, no flag and no notice is left behind', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  const posted = { one: () => 'yes', all: () => ['yes'] };
  const count = async () => (await database.ownerSql`select count(*)::int as n from notice`)[0]?.n;
  const before = await count();
  await database.ownerSql`create function public.fail_once() returns trigger language plpgsql as $$ begin raise exception 'made up'; end $$`;
  await database.ownerSql`create trigger fail_once before insert on notice for each row execute function public.fail_once()`;
  await expect(saveAnswers(client, { section: '5', page: 'j4', posted, bases: new Map() })).rejects.toThrow();
  await database.ownerSql`drop trigger fail_once on notice`;
  await database.ownerSql`drop function public.fail_once()`;
  expect(await flags(database, client)).toEqual([]);
  expect(
    await database.ownerSql`select 1 from answer where client_id = ${client.id} and question = 'J4'`,
  ).toEqual([]);
  expect(await count()).toBe(before);
});

test('the support page knows what it is about, where the client is, by when and how they are reached, and where to go on', async () => {
  const client = await aClient();
  expect(await supportFacts(client)).toMatchObject({ about: [], next: null, until: null, by: 'site' });
  await firstSection(client);
  await save(client, '2', 'a2', { A2: '+1 212 555 0100' });
  await save(client, '2', 'a3', { A3: ['text'] });
  await save(client, '2', 'a4', { A4: 'text' });
  at('2026-11-24T15:00:00Z');
  await save(client, '5', 'j2', { J2: 'yes' });
  const facts = await supportFacts(client);
  expect(minute(facts.until)).toBe('2026-11-24T19:00');
  expect(facts).toMatchObject({
    about: ['relationship'],
    country: 'US',
    by: 'text',
    staffedNow: true,
    next: { section: '5', page: { slug: 'j3' } },
  });
  at('2026-11-25T03:00:00Z');
  expect(await supportFacts(client)).toMatchObject({ staffedNow: false, until: null });
});

test('every sign that is not closed keeps its help, the most serious first; what staff did with each is known, and nothing they wrote', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '5', 'j2', { J2: 'yes' });
  await save(client, '5', 'j4', { J4: 'yes' });
  const facts = () => supportFacts(client);
  expect(await facts()).toMatchObject({ about: ['harm-to-others', 'relationship'], seen: false });
  const now = clock.now();
  const happens = async (question: string, kind: string) => {
    const [row] = (await flags(database, client)).filter((each) => each.question === question);
    await database.ownerSql`insert into flag_event (id, flag_id, client_id, kind, by_id, at, note)
      values (gen_random_uuid(), ${row?.id}, ${client.id}, ${kind}, ${lead.id}, ${now}, 'sealed')`;
  };
  await happens('J2', 'acknowledged');
  expect(await facts()).toMatchObject({ seen: false });
  await happens('J4', 'acknowledged');
  expect(await facts()).toMatchObject({ about: ['harm-to-others', 'relationship'], seen: true });
  await happens('J4', 'spoke');
  expect(await facts()).toMatchObject({ about: ['relationship'], seen: true });
  await happens('J2', 'spoke');
  expect(await facts()).toMatchObject({ about: [], seen: false, until: null });
  const read = (actor: Actor) => as(actor, (tx) => tx.execute(sql`select * from foyer.own_flag_states()`));
  expect(Object.keys((await read(client))[0] ?? {})).toEqual(['flag_id', 'seen', 'closed']);
  expect(await read(await aClient()), 'nobody else’s').toHaveLength(0);
  expect(await as(client, (tx) => tx.execute(sql`select 1 from flag_event`))).toHaveLength(0);
});
