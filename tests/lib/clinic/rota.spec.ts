// Who is on call: at every moment somebody can be named, or that there is nobody; a date stands in place of the week; clocks that change lose no hour.

import { as } from '@/db/client';
import { addShift, removeShift } from '@/lib/clinic/change-rota';
import { onCallAt, whoIsTold } from '@/lib/clinic/on-call';
import { onCallSpans, type Shift } from '@/lib/clinic/rota-spans';
import { rotaOf } from '@/lib/clinic/rota-view';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { shiftClock } from '@/lib/env/clock';
import { expect, test } from '@/tests/support/database';
import { aStaffMember } from '@/tests/support/people';
import { openMadeUpClinic } from '../forms/made-up-intake';

const NEW_YORK = 'America/New_York';
const HOUR = 3_600_000;
/** Moves the clock to an instant. */
const at = (instant: string) => shiftClock(new Date(instant).getTime() - Date.now());
test.afterEach(() => shiftClock(0));
// Whoever led here leads in no other test.
test.afterAll(
  ({ database }) =>
    database.ownerSql`update staff_member set roles = '{front-desk}' where name like 'Sam Sample%' and 'lead' = any (roles)`,
);

const weekly = (staffId: string, weekday: number, startsLocal: string, endsLocal: string): Shift => ({
  ...{ staffId, weekday, onDate: null, startsLocal, endsLocal },
});
const once = (staffId: string | null, onDate: string, startsLocal: string, endsLocal: string): Shift => ({
  ...{ staffId, weekday: null, onDate, startsLocal, endsLocal },
});
/** What the spans say, with hours instead of instants. */
const told = (shifts: Shift[], from: string, until: string, zone = NEW_YORK) =>
  onCallSpans(shifts, zone, new Date(from), new Date(until)).map(({ from, until, staff }) => [
    new Date(from).toISOString().slice(5, 16),
    (until - from) / HOUR,
    staff.join('+'),
  ]);

test.describe('the spans', () => {
  test('every moment is in one, with whoever is on call or nobody', () => {
    // Tuesday 24 November 2026; New York is five hours behind.
    expect(
      told([weekly('ash', 2, '09:00', '17:00')], '2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z'),
    ).toEqual([
      ['11-24T05:00', 9, ''],
      ['11-24T14:00', 8, 'ash'],
      ['11-24T22:00', 7, ''],
    ]);
    expect(told([], '2026-11-24T05:00:00Z', '2026-11-24T06:00:00Z')).toEqual([['11-24T05:00', 1, '']]);
  });

  test('a date stands in place of the week for its hours, also where nobody is on call; two at once are both', () => {
    const week = weekly('ash', 2, '09:00', '17:00');
    const day = ['2026-11-24T14:00:00Z', '2026-11-24T22:00:00Z'] as const;
    expect(told([week, once('blair', '2026-11-24', '10:00', '12:00')], ...day)).toEqual([
      ['11-24T14:00', 1, 'ash'],
      ['11-24T15:00', 2, 'blair'],
      ['11-24T17:00', 5, 'ash'],
    ]);
    expect(told([week, once(null, '2026-11-24', '00:00', '24:00')], ...day)).toEqual([
      ['11-24T14:00', 8, ''],
    ]);
    expect(told([week, weekly('blair', 2, '16:00', '20:00')], ...day)).toEqual([
      ['11-24T14:00', 7, 'ash'],
      ['11-24T21:00', 1, 'ash+blair'],
    ]);
    // The week after is as it was.
    expect(
      told(
        [week, once(null, '2026-11-24', '00:00', '24:00')],
        '2026-12-01T14:00:00Z',
        '2026-12-01T22:00:00Z',
      ),
    ).toEqual([['12-01T14:00', 8, 'ash']]);
  });

  test('a night that begins before midnight ends after it, also for whoever asks in the small hours', () => {
    const night = weekly('ash', 1, '20:00', '08:00');
    expect(told([night], '2026-11-24T07:00:00Z', '2026-11-24T14:00:00Z')).toEqual([
      ['11-24T07:00', 6, 'ash'],
      ['11-24T13:00', 1, ''],
    ]);
    const whole = [1, 2, 3, 4, 5, 6, 7].map((weekday) => weekly('ash', weekday, '00:00', '24:00'));
    expect(told(whole, '2026-11-24T00:00:00Z', '2026-12-24T00:00:00Z')).toEqual([
      ['11-24T00:00', 720, 'ash'],
    ]);
  });

  test('the nights on which clocks change are an hour longer or shorter, and have no hole', () => {
    const nights = [6, 7].map((weekday) => weekly('ash', weekday, '18:00', '06:00'));
    const saturdayNight = (from: string, until: string, zone?: string) => told(nights, from, until, zone);
    // 1 November 2026: New York goes back at two. 8 March 2026: it goes forward.
    expect(saturdayNight('2026-10-31T22:00:00Z', '2026-11-01T12:00:00Z')).toEqual([
      ['10-31T22:00', 13, 'ash'],
      ['11-01T11:00', 1, ''],
    ]);
    expect(saturdayNight('2026-03-07T23:00:00Z', '2026-03-08T11:00:00Z')).toEqual([
      ['03-07T23:00', 11, 'ash'],
      ['03-08T10:00', 1, ''],
    ]);
    // One that begins in the hour that doesn't exist begins when it would have.
    expect(
      told([weekly('ash', 7, '02:30', '04:00')], '2026-03-08T06:00:00Z', '2026-03-08T09:00:00Z').map(
        ([, , who]) => who,
      ),
    ).toEqual(['', 'ash', '']);
    // London's clocks change on other nights.
    expect(saturdayNight('2026-10-24T17:00:00Z', '2026-10-25T07:00:00Z', 'Europe/London')).toEqual([
      ['10-24T17:00', 13, 'ash'],
      ['10-25T06:00', 1, ''],
    ]);
  });
});

test('staffed hours are counted across the night on which clocks change', () => {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', until: '04:00' }));
  const clinic = { zone: NEW_YORK, hours, holidays: [] };
  const after = (from: string, count: number) =>
    afterStaffedHours(clinic, new Date(from), count).toISOString();
  // 8 March 2026 has three hours before four, 1 November 2026 five.
  expect(after('2026-03-08T05:00:00Z', 4)).toBe('2026-03-09T05:00:00.000Z');
  expect(after('2026-11-01T04:00:00Z', 5)).toBe('2026-11-01T09:00:00.000Z');
});

test('a clinic without hours, or closed for a year, counts by the clock', () => {
  const from = new Date('2026-11-24T15:00:00Z');
  const none = { zone: NEW_YORK, hours: [], holidays: [] };
  expect(afterStaffedHours(none, from, 4).getTime()).toBe(from.getTime() + 4 * HOUR);
});

test('leads and admins set the rota, everybody on the staff reads it, and each change is on the record', async ({
  database,
}) => {
  const { clinician, lead } = await openMadeUpClinic(database);
  const [desk, admin] = [await aStaffMember('front-desk'), await aStaffMember('admin')];
  at('2026-11-24T15:00:00Z'); // Tuesday, 10:00 in New York
  const shift = weekly(clinician.id, 2, '09:00', '17:00');
  for (const actor of [desk, clinician])
    expect(await addShift(actor, shift)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await addShift(lead, weekly(desk.id, 2, '09:00', '17:00'))).toEqual({
    ...{ ok: false, reason: 'not-a-clinician' },
  });
  expect(await addShift(lead, { ...shift, staffId: null })).toEqual({ ok: false, reason: 'nobody-weekly' });
  expect(await addShift(lead, once(null, '2026-11-23', '00:00', '24:00'))).toEqual({
    ...{ ok: false, reason: 'in-the-past' },
  });
  expect(await addShift(lead, shift)).toEqual({ ok: true });
  expect(await addShift(admin, shift)).toEqual({ ok: false, reason: 'there-already' });
  const rota = await rotaOf(desk);
  expect(rota.now.names).toHaveLength(1);
  expect(rota.now.until?.toISOString()).toBe('2026-11-24T22:00:00.000Z');
  expect(rota.days).toHaveLength(14);
  // The rest of the week somebody is here, and nobody is on call.
  expect(rota.days[0]).toMatchObject({ date: '2026-11-24', gaps: [] });
  expect(rota.days[1]?.gaps.map(({ from, until }) => [from.toISOString(), until.toISOString()])).toEqual([
    ['2026-11-25T14:00:00.000Z', '2026-11-25T22:00:00.000Z'],
  ]);
  expect(rota.days[4], 'a Saturday').toMatchObject({ covered: [], gaps: [] });
  const id = rota.shifts[0]?.id ?? '';
  expect(await removeShift(clinician, id)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await removeShift(lead, id)).toEqual({ ok: true });
  expect(await removeShift(lead, id), 'twice is once').toEqual({ ok: true });
  const lines = await database.ownerSql`
    select detail::json ->> 'change' as change from audit_event where event = 'rota.changed'
      and actor_id in (${lead.id}, ${admin.id}) order by seq`;
  expect(lines.map(({ change }) => change)).toEqual(['added', 'removed']);
});

test('whoever was let go is on call no more: then the leads are told', async ({ database }) => {
  const { lead } = await openMadeUpClinic(database);
  const gone = await aStaffMember('clinician');
  at('2026-11-25T15:00:00Z');
  await addShift(lead, weekly(gone.id, 3, '00:00', '24:00'));
  const now = new Date('2026-11-25T15:00:00Z');
  const onCall = () => as(lead, (tx) => onCallAt(tx, NEW_YORK, now));
  expect((await onCall()).map(({ id }) => id)).toEqual([gone.id]);
  await database.ownerSql`update account set disabled_at = now() where id = ${gone.id}`;
  expect(await onCall()).toEqual([]);
  const instead = await as(lead, (tx) => whoIsTold(tx, NEW_YORK, now));
  expect(instead.onCall).toBe(false);
  expect(instead.people.map(({ id }) => id)).toContain(lead.id);
});

test('the database lets nobody else write the rota, whatever the app says', async ({ database }) => {
  const { clinician } = await openMadeUpClinic(database);
  const [desk, lead] = [await aStaffMember('front-desk'), await aStaffMember('lead')];
  const shift = once(clinician.id, '2027-01-01', '09:00', '10:00');
  // A lead whose session says less: the policies go by the roles the transaction was opened with.
  const asDesk = { ...lead, roles: ['front-desk', 'clinician'] as const };
  const { onCallShift } = await import('@/db/schema');
  for (const actor of [desk, asDesk])
    await expect(
      as(actor, (tx) => tx.insert(onCallShift).values({ id: clinician.id, ...shift, addedAt: new Date() })),
    ).rejects.toThrow();
});
