// What nobody has seen in time is told again, by the clock, to people who can act; each step once, until somebody has seen it.
import { as } from '@/db/client';
import { addShift } from '@/lib/clinic/change-rota';
import { clock, shiftClock } from '@/lib/env/clock';
import { supportFacts } from '@/lib/forms/support-facts';
import type { Mail, MailPort } from '@/lib/notices/port';
import { sendNotice } from '@/lib/notices/send-notice';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { escalateFlag } from '@/lib/review/escalate-flag';
import { flagsOf } from '@/lib/review/flags-of';
import { sweepFlags } from '@/lib/review/sweep-flags';
import { withoutLots } from '@/tests/support/by-lot';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aStaffMember } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from '../forms/made-up-intake';

type Staff = Awaited<ReturnType<typeof aStaffMember>>;
let lead: Staff;
let clinician: Staff;

test.beforeAll(async ({ database }) => {
  // Other tests' leads are not here today.
  await database.ownerSql`update account set disabled_at = now() where kind = 'staff' and disabled_at is null`;
  ({ lead, clinician } = await openMadeUpClinic(database));
  // On Tuesdays, in the hours somebody is here.
  await addShift(lead, {
    ...{ staffId: clinician.id, weekday: 2, onDate: null, startsLocal: '09:00', endsLocal: '17:00' },
  });
});
test.afterEach(() => shiftClock(0));
test.afterAll(async ({ database: { ownerSql: sql } }) => {
  await sql`update account set disabled_at = null where kind = 'staff'`;
  await sql`update staff_member set roles = '{front-desk}' where name like 'Sam Sample%' and 'lead' = any (roles)`;
  await sql`delete from on_call_shift`;
});

const at = (instant: string) => shiftClock(new Date(instant).getTime() - Date.now());
const minute = (when: Date | string) => new Date(when).toISOString().slice(0, 16);

/** Somebody whose answer was saved at this instant; returns them and the ids of their flags. */
async function flagged(
  database: TestDatabase,
  instant: string,
  page: string,
  answer: Record<string, string>,
) {
  at(instant);
  const client = await aClient();
  await firstSection(client);
  await save(client, '5', page, answer);
  const flags = await database.ownerSql`select * from flag where client_id = ${client.id}`;
  const [file] = await database.ownerSql`select id, reference from submission where client_id = ${client.id}`;
  return { client, flagId: String(flags[0]?.id), reference: String(file?.reference), file: String(file?.id) };
}
const told = async (database: TestDatabase, flagId: string) =>
  (
    await database.ownerSql`select kind, account_id from notice where about_id = ${flagId} order by created_at, kind`
  ).map(({ kind, account_id }) => [kind, account_id]);
const steps = async (database: TestDatabase, flagId: string) =>
  (
    await database.ownerSql`select step, at, told from flag_escalation where flag_id = ${flagId} order by step`
  ).map(({ step, at, told }) => [step, minute(at), told]);
const comesBack = async (database: TestDatabase, flagId: string) =>
  (
    await database.ownerSql`select start_after from pgboss.job
      where name = 'flag.escalate' and data->>'flagId' = ${flagId} order by start_after`
  ).map(({ start_after }) => minute(start_after));

test('whoever is on call at that moment is told, and nobody else; when nobody is, every lead is', async ({
  database,
}) => {
  const second = await aStaffMember('lead', 'clinician');
  const inHours = await flagged(database, '2026-11-24T15:00:00Z', 'j4', { J4: 'yes' });
  expect(await told(database, inHours.flagId)).toEqual([['flag-raised', clinician.id]]);
  const atNight = await flagged(database, '2026-11-25T03:00:00Z', 'j4', { J4: 'yes' });
  expect((await told(database, atNight.flagId)).map(([, id]) => id).sort()).toEqual(
    [lead.id, second.id].sort(),
  );
  await database.ownerSql`update account set disabled_at = now() where id = ${second.id}`;
});

test('an urgent sign not acknowledged in its staffed hour goes to the leads and whoever is on call, and again each hour', async ({
  database,
}) => {
  const { flagId, client, reference, file } = await flagged(database, '2026-11-24T15:00:00Z', 'j4', {
    J4: 'yes',
  });
  expect(await comesBack(database, flagId)).toEqual(['2026-11-24T16:00']);
  at('2026-11-24T15:50:00Z');
  expect(await escalateFlag(flagId), 'not before its time').toBe(false);
  at('2026-11-24T16:01:00Z');
  expect(await escalateFlag(flagId)).toBe(true);
  const both = [lead.id, clinician.id].sort();
  expect(await steps(database, flagId)).toEqual([[1, '2026-11-24T16:01', both]]);
  const mails = (await told(database, flagId)).filter(([kind]) => kind === 'flag-late');
  expect(mails.map(([, id]) => id).sort()).toEqual(both);
  at('2026-11-24T16:30:00Z');
  expect(await escalateFlag(flagId), 'once a step').toBe(false);
  at('2026-11-24T17:02:00Z');
  expect(await escalateFlag(flagId)).toBe(true);
  // The client's page promises no hour that is past.
  expect(await supportFacts(client)).toMatchObject({ until: null, about: ['harm-to-others'] });
  await acknowledgeFlag(lead, { reference, flagId });
  at('2026-11-25T17:00:00Z');
  expect(await escalateFlag(flagId), 'ends with the first acknowledgement').toBe(false);
  expect((await steps(database, flagId)).map(([step]) => step)).toEqual([1, 2]);
  const [line] = await database.ownerSql`
    select detail from audit_event where subject = ${client.id} and event = 'flag.escalated' order by seq`;
  expect(JSON.parse(line?.detail)).toMatchObject({ flag: flagId, level: 'red-urgent', step: 1, told: both });
  const [state] = await as(lead, (tx) => flagsOf(tx, [file]));
  expect(state?.escalations.map(({ step, names }) => [step, names.length])).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('a red one has four staffed hours, and what is due on Monday is not told again on Sunday', async ({
  database,
}) => {
  const { flagId } = await flagged(database, '2026-11-28T03:00:00Z', 'j1', { J1: 'no' }); // Friday night
  for (const early of ['2026-11-29T15:00:00Z', '2026-11-30T17:30:00Z']) {
    at(early);
    expect(await escalateFlag(flagId)).toBe(false);
  }
  at('2026-11-30T18:01:00Z'); // Monday, 13:01
  expect(await escalateFlag(flagId)).toBe(true);
  at('2026-11-30T21:30:00Z');
  expect(await escalateFlag(flagId)).toBe(false);
  at('2026-12-01T15:05:00Z'); // Tuesday, an hour after opening: 3 h 59 min and 1 h 5 min
  expect(await escalateFlag(flagId)).toBe(true);
});

test('a dozen at once take one step, and one mail goes to each', async ({ database }) => {
  const { flagId } = await flagged(database, '2026-11-24T15:00:00Z', 'j4', { J4: 'yes' });
  at('2026-11-24T16:01:00Z');
  const results = await Promise.all(Array.from({ length: 12 }, () => escalateFlag(flagId)));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect((await told(database, flagId)).filter(([kind]) => kind === 'flag-late')).toHaveLength(2);
});

test('a clock that jumps ahead and back again tells nobody twice, and a step that was missed is taken once by the sweep', async ({
  database,
}) => {
  const { flagId } = await flagged(database, '2026-11-24T15:00:00Z', 'j4', { J4: 'yes' });
  at('2026-11-24T18:30:00Z');
  await sweepFlags();
  expect(
    (await steps(database, flagId)).map(([step]) => step),
    'two hours were missed, one is told',
  ).toEqual([1]);
  at('2026-11-24T16:05:00Z');
  await sweepFlags();
  expect(await escalateFlag(flagId)).toBe(false);
  expect(await steps(database, flagId)).toHaveLength(1);
  at('2026-11-24T19:31:00Z');
  await sweepFlags();
  expect((await steps(database, flagId)).map(([step]) => step)).toEqual([1, 2]);
});

test('an amber one goes to whoever’s case it is a day before the first session, and to the leads when that begins', async ({
  database,
}) => {
  const { flagId, client } = await flagged(database, '2026-11-24T15:00:00Z', 'j2', { J2: 'not-sure' });
  const sweep = async (instant: string) => {
    at(instant);
    await sweepFlags();
    return steps(database, flagId);
  };
  expect(await sweep('2026-12-20T15:00:00Z'), 'no session, no hour').toEqual([]);
  const time = await bookedBy(database, client, clinician, '2026-12-28T15:00:00Z');
  expect(await sweep('2026-12-27T14:00:00Z')).toEqual([]);
  expect(await sweep('2026-12-27T15:01:00Z')).toEqual([[1, '2026-12-27T15:01', [clinician.id]]]);
  expect(await sweep('2026-12-27T20:00:00Z')).toHaveLength(1);
  const ended = await sweep('2026-12-28T15:01:00Z');
  expect(ended[1]).toEqual([2, '2026-12-28T15:01', [clinician.id, lead.id].sort()]);
  expect(await sweep('2027-01-28T15:01:00Z')).toHaveLength(2);
  await database.ownerSql`delete from appointment where time_id = ${time}`;
});

test('the mail names nobody and says nothing; seen meanwhile, it is not sent', async ({ database }) => {
  const { flagId, reference } = await flagged(database, '2026-11-24T15:00:00Z', 'j4', { J4: 'yes' });
  at('2026-11-24T16:01:00Z');
  await escalateFlag(flagId);
  const { sent, port } = aPort();
  const late =
    await database.ownerSql`select id from notice where about_id = ${flagId} and kind = 'flag-late'`;
  await sendNotice(String(late[0]?.id), port);
  expect(sent).toMatchObject([{ subject: 'An item needs attention' }]);
  expect(sent[0]?.text).toContain(`/staff/submissions/${reference}`);
  expect(withoutLots(sent[0]?.text ?? '')).not.toMatch(/Ash|flag|harm|risk/i);
  await acknowledgeFlag(lead, { reference, flagId });
  await sendNotice(String(late[1]?.id), port);
  expect(sent).toHaveLength(1);
});

test('with nobody at all to tell, the notice is not dropped: it is tried again, and finds whoever has come', async ({
  database,
}) => {
  await database.ownerSql`update account set disabled_at = now() where id in (${lead.id}, ${clinician.id})`;
  const { flagId } = await flagged(database, '2026-11-25T03:00:00Z', 'j4', { J4: 'yes' });
  expect(await told(database, flagId)).toEqual([['flag-raised', null]]);
  const [notice] = await database.ownerSql`select id from notice where about_id = ${flagId}`;
  const { sent, port } = aPort();
  await sendNotice(String(notice?.id), port);
  const [waits] = await database.ownerSql`
    select state, failure, next_try_at from notice where about_id = ${flagId}`;
  expect(waits).toMatchObject({ state: 'queued', failure: 'nobody is there to tell' });
  const again = new Date(waits?.next_try_at).getTime();
  shiftClock(again - Date.now() + 1_000);
  await database.ownerSql`update account set disabled_at = null where id = ${lead.id}`;
  await sendNotice(String(notice?.id), port);
  expect(sent).toHaveLength(1);
  await database.ownerSql`update account set disabled_at = null where id = ${clinician.id}`;
});

test('a clinic that set no hours still has each step, by the clock', async ({ database }) => {
  const [{ data } = {}] = await database.ownerSql`select data from clinic_setting`;
  await database.ownerSql`update clinic_setting set data = ${database.ownerSql.json({ ...data, hours: [] })}`;
  const { flagId } = await flagged(database, '2026-11-29T03:00:00Z', 'j4', { J4: 'yes' });
  at('2026-11-29T04:01:00Z');
  expect(await escalateFlag(flagId)).toBe(true);
  at('2026-11-29T05:02:00Z');
  expect(await escalateFlag(flagId)).toBe(true);
  await database.ownerSql`update clinic_setting set data = ${database.ownerSql.json(data)}`;
});

/** An appointment as the database holds one; the way to it is tested elsewhere. Returns the id of its time. */
async function bookedBy({ ownerSql: sql }: TestDatabase, client: Client, { id }: Staff, startsAt: string) {
  const ends = new Date(new Date(startsAt).getTime() + 50 * 60_000).toISOString();
  const [time] = await sql`insert into clinician_time (id, clinician_id, occupied, kind)
    values (gen_random_uuid(), ${id}, tstzrange(${startsAt}::timestamptz, ${ends}::timestamptz), 'appointment') returning id`;
  await sql`insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time,
      format, form_token, created_at)
    values (gen_random_uuid(), ${String(time?.id).slice(0, 10).toUpperCase()}, ${client.id}, ${id}, ${time?.id}, ${startsAt}, ${ends},
      'America/New_York', '2026-12-28T10:00', 'in-person', gen_random_uuid()::text, ${clock.now()})`;
  return String(time?.id);
}

function aPort() {
  const sent: Mail[] = [];
  const port: MailPort = { name: 'nowhere', send: async (mail) => ({ providerId: String(sent.push(mail)) }) };
  return { sent, port };
}
