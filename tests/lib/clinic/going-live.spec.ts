// Before the first client comes, what must hold does; opening is somebody's act, and what lapses later is told and shuts nobody out.
import { as } from '@/db/client';
import { Fields } from '@/lib/accounts/fields';
import { makeFirstAdmin } from '@/lib/accounts/first-admin';
import { addShift, removeShift } from '@/lib/clinic/change-rota';
import { type RequirementName, requirements } from '@/lib/clinic/going-live';
import { openByRecord } from '@/lib/clinic/is-open';
import { confirmForOpening, openClinic, shutClinic } from '@/lib/clinic/open-clinic';
import { practiceFrom } from '@/lib/clinic/practice-settings';
import { rotaOf } from '@/lib/clinic/rota-view';
import { practiceNow, savePractice } from '@/lib/clinic/save-practice';
import { forgetSiteName, siteName } from '@/lib/clinic/site-name';
import { publishDefaults } from '@/lib/documents/publish-defaults';
import { settings } from '@/lib/env/settings';
import { watchGoingLive } from '@/lib/review/watch-going-live';
import { timeFrom } from '@/lib/scheduling/time-of-day';
import { isZone } from '@/lib/scheduling/zone-offsets';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aStaffMember } from '@/tests/support/people';

type Staff = Awaited<ReturnType<typeof aStaffMember>>;
let admin: Staff;

const mail = () => settings.mail as { smtpUrl?: string };
let before: { data: unknown; admins: string[] };

test.beforeAll(async ({ database: { ownerSql } }) => {
  const [row] = await ownerSql`select data from clinic_setting`;
  const admins = await ownerSql`select id from staff_member where 'admin' = any (roles)`;
  before = { data: row?.data, admins: admins.map(({ id }) => String(id)) };
});

// Everything is put back as it was: other tests use the same database.
test.afterAll(async ({ database: { ownerSql: sql } }) => {
  delete mail().smtpUrl;
  await sql`update account set disabled_at = null where kind = 'staff'`;
  await sql`update staff_member set roles = '{admin}' where id = any (${before.admins}::uuid[])`;
  await sql`update staff_member set roles = '{front-desk}' where name like 'Sam Sample%' and 'lead' = any (roles)`;
  await sql`delete from on_call_shift`;
  await sql`delete from clinic_setting`;
  if (before.data)
    await sql`insert into clinic_setting (id, data, changed_at) values (1, ${sql.json(before.data as never)}, now())`;
  await sql`alter table document_version disable trigger append_only`;
  await sql`delete from document_version where published_by = ${admin.id}`;
  await sql`alter table document_version enable trigger append_only`;
});

const missing = async (actor: Staff = admin): Promise<RequirementName[]> =>
  (await as(actor, requirements)).filter(({ holds }) => !holds).map(({ name }) => name);

const typed = {
  ...{
    name: 'Made-up Practice (made up)',
    shortName: 'Made-up Practice',
    address: '1 Example Road (made up)',
  },
  ...{ phone: '+1 212 555 0100', email: 'hello@practice.example', country: 'US', zone: 'America/New_York' },
  ...{ 'from-1': '9', 'until-1': '17:00', licence: '' },
};
const read = { time: timeFrom, isZone, isEmail: (text: string) => text.includes('@') };
const practice = (change: Record<string, string> = {}) =>
  practiceFrom(new Fields(Object.entries({ ...typed, ...change })), read);

/** As on a machine where nothing has been set up yet. */
async function freshClinic({ ownerSql: sql }: TestDatabase) {
  await sql`delete from clinic_setting`;
  await sql`update staff_member set roles = '{front-desk}' where 'admin' = any (roles)`;
  await sql`delete from on_call_shift`;
  const email = `first-${Date.now()}@practice.example`;
  expect(await makeFirstAdmin(email, 'Alex Keyholder (made up)')).toEqual({ ok: true });
  const [row] = await sql`select id from staff_member where 'admin' = any (roles)`;
  admin = { kind: 'staff', id: String(row?.id), roles: ['admin'] };
}

test('from nothing to open: the first admin, the settings, the rota, the documents, what a person confirms, and the act', async ({
  database,
}) => {
  await freshClinic(database);
  expect(await makeFirstAdmin('second@practice.example', 'Somebody')).toEqual({
    ...{ ok: false, reason: 'there-already' },
  });
  expect(await missing()).toEqual(
    expect.arrayContaining(['on-call', 'hours', 'country', 'contact', 'mail', 'lawyer', 'backups']),
  );
  expect(await openClinic(admin)).toEqual({ ok: false, reason: 'not-ready' });

  const set = practice();
  expect(set.ok).toBe(true);
  const { stamp } = await practiceNow(admin);
  if (set.ok) expect(await savePractice(admin, { practice: set.practice, stamp })).toEqual({ ok: true });
  expect(await missing()).not.toEqual(expect.arrayContaining(['hours']));
  await publishDefaults(admin);
  const clinician = await aStaffMember('clinician');
  const shift = { staffId: clinician.id, weekday: null, onDate: (await rotaOf(admin)).today };
  expect(await addShift(admin, { ...shift, startsLocal: '00:00', endsLocal: '24:00' })).toEqual({ ok: true });
  expect(await missing()).toEqual(['mail', 'lawyer', 'backups']);
  mail().smtpUrl = 'smtp://localhost:25';

  const lead = await aStaffMember('lead');
  expect(await confirmForOpening(lead, 'lawyer', true)).toEqual({ ok: false, reason: 'not-allowed' });
  await confirmForOpening(admin, 'lawyer', true);
  await confirmForOpening(admin, 'backups', true);
  await confirmForOpening(admin, 'backups', false);
  expect(await missing(), 'taken back').toEqual(['backups']);
  expect(await openClinic(admin)).toEqual({ ok: false, reason: 'not-ready' });
  await confirmForOpening(admin, 'backups', true);
  expect(await missing()).toEqual([]);
  expect(await as(admin, openByRecord), 'ready is not open').toBe(false);
  expect(await openClinic(lead)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await openClinic(admin)).toEqual({ ok: true });
  expect(await openClinic(admin), 'twice is once').toEqual({ ok: true });
  const visitor = { kind: 'bearer', secret: '' } as const;
  expect(await as(visitor, openByRecord), 'everybody may know').toBe(true);
  const lines = await database.ownerSql`
    select event from audit_event where event like 'going-live.%' or event like 'clinic.opened' order by seq`;
  expect(lines.map(({ event }) => event)).toEqual([
    ...['going-live.confirmed', 'going-live.confirmed', 'going-live.taken-back', 'going-live.confirmed'],
    'clinic.opened',
  ]);
});

test('what lapses later is told once each time, and the doors stay open for whoever is mid-way', async ({
  database,
}) => {
  const told = async () =>
    (await database.ownerSql`select count(*)::int as n from notice where kind = 'going-live-lapsed'`)[0]?.n;
  expect(await watchGoingLive(), 'all of it holds').toBe(false);
  const { shifts, today } = await rotaOf(admin);
  for (const { id } of shifts) await removeShift(admin, id);
  expect(await missing()).toEqual(['on-call']);
  const results = await Promise.all([watchGoingLive(), watchGoingLive(), watchGoingLive()]);
  expect(results.filter(Boolean)).toHaveLength(1);
  const first = await told();
  expect(first).toBeGreaterThan(1);
  expect(await as(admin, openByRecord)).toBe(true);
  const again = await aStaffMember('clinician');
  await addShift(admin, {
    ...{ staffId: again.id, weekday: null, onDate: today, startsLocal: '00:00', endsLocal: '24:00' },
  });
  expect(await watchGoingLive()).toBe(false);
  // The one on call is let go: it has lapsed anew, and is told anew.
  await database.ownerSql`update account set disabled_at = now() where id = ${again.id}`;
  expect(await watchGoingLive()).toBe(true);
  expect(await told()).toBe(first * 2 + 0);
});

test('a document published anew asks for the lawyer again', async ({ database }) => {
  // As if it had been confirmed before the documents were published.
  await database.ownerSql`update going_live_event set at = '2020-01-01' where what = 'lawyer'`;
  const [lawyer] = (await as(admin, requirements)).filter(({ name }) => name === 'lawyer');
  expect(lawyer).toMatchObject({ holds: false, outdated: true });
});

test('an admin shuts it to new people; nobody else writes a line of it, not even to the database', async () => {
  expect(await shutClinic(admin)).toEqual({ ok: true });
  expect(await as(admin, openByRecord)).toBe(false);
  const { goingLiveEvent } = await import('@/db/schema');
  for (const actor of [await aStaffMember('lead'), await aClient()])
    await expect(
      as(actor, (tx) =>
        tx
          .insert(goingLiveEvent)
          .values({ id: actor.id, what: 'open', holds: true, byId: actor.id, at: new Date() }),
      ),
    ).rejects.toThrow();
});

test('settings are taken whole or not at all, never over somebody else’s, and a short name gives nothing away', async ({
  database,
}) => {
  const faults = (change: Record<string, string>) => {
    const result = practice(change);
    return result.ok ? [] : result.errors.map(({ field, reason }) => `${field}: ${reason}`);
  };
  expect(faults({ shortName: 'Harbour Sex Therapy' })).toEqual(['shortName: gives-away']);
  expect(faults({ country: '', zone: 'Nowhere/Land', phone: 'call me', email: 'no', name: ' ' })).toEqual([
    ...[
      'name: missing',
      'phone: phone-wrong',
      'email: email-wrong',
      'country: country-missing',
      'zone: zone-wrong',
    ],
  ]);
  expect(faults({ 'from-1': '', 'until-1': '' })).toEqual(['from-1: no-hours']);
  expect(faults({ 'from-2': '17:00', 'until-2': '9' })).toEqual(['until-2: ends-first']);
  expect(faults({ 'from-2': '9' })).toEqual(['until-2: time-wrong']);
  const { practice: before, stamp } = await practiceNow(admin);
  const save = (change: object) => savePractice(admin, { practice: { ...before, ...change }, stamp });
  const desk = await aStaffMember('front-desk');
  expect(await savePractice(desk, { practice: before, stamp })).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await save({ phone: '+1 212 555 0101' })).toEqual({ ok: true });
  expect(await save({ phone: '+1 212 555 0102' })).toEqual({ ok: false, reason: 'changed-meanwhile' });
  const [row] = await database.ownerSql`select data from clinic_setting`;
  expect(row?.data).toMatchObject({ phone: '+1 212 555 0101', currency: 'USD' });
});

test('the site is called what an admin named it from the next page on, and never something that gives the visit away', async ({
  database,
}) => {
  const { practice: before, stamp } = await practiceNow(admin);
  await siteName();
  expect(await savePractice(admin, { practice: { ...before, shortName: 'Elm House' }, stamp })).toEqual({
    ok: true,
  });
  expect(await siteName()).toBe('Elm House');
  // Written past the form, into the database itself.
  await database.ownerSql`update clinic_setting set data = data || '{"shortName": "Elm Sex Therapy"}'::jsonb`;
  forgetSiteName();
  expect(await siteName(), 'the neutral name of the catalogue stands in').toBeNull();
});
