// A clinician is ill: everybody booked that day is moved or cancelled in one go, each told once, and nobody can book it any more; or nothing has changed.
import type { Sql } from 'postgres';
import { readCalendar } from '@/lib/calendar/calendar';
import { type Change, closeDay } from '@/lib/calendar/close-day';
import { dayToClose } from '@/lib/calendar/day-to-close';
import { clock } from '@/lib/env/clock';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { changeDays, previewDays } from '@/lib/scheduling/change-days';
import { expect, test } from '@/tests/support/database';
import {
  askingFor,
  freeTimes,
  itIs,
  madeUpClinician,
  openClinic,
  referenceOf,
} from '../scheduling/made-up-clinic';
import {
  aBookedClient,
  appointmentNow,
  aSentClient,
  aStaffMember,
  type Booked,
  eventsOf,
  noticesOf,
  type Staff,
} from './made-up-diary';

const DATE = '2026-11-21';
let desk: Staff;

test.beforeEach(async ({ database }) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(database.ownerSql);
  desk = await aStaffMember(database.ownerSql, 'front-desk');
});
test.afterAll(() => itIs(new Date().toISOString()));

/** A clinician with three booked on the day. */
async function aFullDay(sql: Sql) {
  const clinician = await madeUpClinician(sql);
  const booked: Booked[] = [];
  for (const at of [0, 0, 0]) booked.push(await aBookedClient(sql, clinician, at));
  return { clinician, booked, reference: await referenceOf(clinician) };
}

/** What the page proposes, as its form would send it. */
async function proposals(reference: string, on = DATE): Promise<Change[]> {
  const day = await dayToClose(desk, { with: reference, on });
  if (!day) throw new Error('no such day');
  return day.rows.map(({ reference: each, sequence, times, proposed }) => {
    const time = proposed === null ? undefined : times[proposed];
    return {
      reference: each,
      sequence,
      to: time ? { clinician: time.with, startsAt: time.startsAt } : null,
    };
  });
}

test('the preview changes nothing, proposes a different free time for each, and none on that day or too near', async ({
  database: { ownerSql: sql },
}) => {
  const { reference, booked } = await aFullDay(sql);
  const day = await dayToClose(desk, { with: reference, on: DATE });
  expect(day?.rows.map((row) => row.reference)).toEqual(booked.map((each) => each.reference));
  const proposed = (await proposals(reference)).map(({ to }) => to?.startsAt.getTime());
  expect(new Set(proposed).size).toBe(3);
  const dayAfter = clock.now().getTime() + 24 * 3_600_000;
  for (const at of day?.rows.flatMap(({ times }) => times) ?? []) {
    expect(at.startsAt.toISOString().slice(0, 10)).not.toBe(DATE);
    expect(at.startsAt.getTime()).toBeGreaterThan(dayAfter);
  }
  expect(await sql`select 1 from availability_exception`).toHaveLength(0);
  expect(await sql`select 1 from notice where kind <> 'appointment-booked'`).toHaveLength(0);
  const admin = await aStaffMember(sql, 'admin');
  expect(await dayToClose(admin, { with: reference, on: DATE })).toBeNull();
  expect(await dayToClose(desk, { with: reference, on: '2026-11-19' })).toBeNull();
});

test('what is proposed fits each clinician’s daily maximum, so that it can be had all together', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql, { maximum: 3 });
  const reference = await referenceOf(clinician);
  // Two of three places are taken on the day after; then the day itself fills.
  for (const date of ['2026-11-22', '2026-11-22', DATE, DATE, DATE]) {
    const times = await freeTimes(clinician);
    await aBookedClient(
      sql,
      clinician,
      times.findIndex(({ startsAt }) => startsAt.toISOString().startsWith(date)),
    );
  }
  const changes = await proposals(reference);
  const dates = changes.map(({ to }) => to?.startsAt.toISOString().slice(0, 10));
  expect(dates.filter((date) => date === '2026-11-22')).toHaveLength(1);
  expect(await closeDay(desk, { clinician: reference, date: DATE, changes, why: '' })).toEqual({
    ok: true,
    moved: 3,
    cancelled: 0,
  });
});

test('two are moved and one is cancelled in one go; each is told once, why stands where they read it, and the form sent twice acts once', async ({
  database: { ownerSql: sql },
}) => {
  const { clinician, reference, booked } = await aFullDay(sql);
  const changes = await proposals(reference);
  changes[2] = { ...(changes[2] as Change), to: null };
  const closing = { clinician: reference, date: DATE, changes, why: 'Your therapist is away. (Made up.)' };
  const results = await Promise.all([closeDay(desk, closing), closeDay(desk, closing)]);
  expect(results).toEqual([
    { ok: true, moved: 2, cancelled: 1 },
    { ok: true, moved: 2, cancelled: 1 },
  ]);

  for (const [at, { client, reference: each }] of booked.entries()) {
    const moved = at < 2;
    expect(await appointmentNow(sql, each)).toMatchObject(
      moved
        ? { status: 'booked', starts_at: changes[at]?.to?.startsAt, active: true, sequence: 1 }
        : { status: 'cancelled', active: false, sequence: 1 },
    );
    expect(await noticesOf(sql, client.id)).toEqual([
      'appointment-booked',
      moved ? 'appointment-moved' : 'appointment-cancelled',
    ]);
    expect(await sql`select 1 from site_message where client_id = ${client.id}`).toHaveLength(1);
  }
  expect(await sql`select on_date::text, kind, starts_local from availability_exception`).toEqual([
    { on_date: DATE, kind: 'off', starts_local: null },
  ]);
  expect(
    (await freeTimes(clinician)).filter(({ startsAt }) => startsAt.toISOString().startsWith(DATE)),
  ).toEqual([]);
  const events = await eventsOf(sql, clinician, 'day.closed');
  expect(events).toHaveLength(1);
  expect(JSON.parse(events[0]?.detail)).toEqual({ date: DATE, moved: 2, cancelled: 1 });
});

test('when one new time is taken meanwhile nothing at all has changed, and it is said which', async ({
  database: { ownerSql: sql },
}) => {
  const { clinician, reference, booked } = await aFullDay(sql);
  const changes = await proposals(reference);
  const [first] = changes;
  const rival = await aSentClient(sql);
  const wanted = (await freeTimes(clinician)).find(
    ({ startsAt }) => startsAt.getTime() === first?.to?.startsAt.getTime(),
  );
  expect(await bookAppointment(rival.client, askingFor(wanted))).toMatchObject({ ok: true });

  expect(await closeDay(desk, { clinician: reference, date: DATE, changes, why: '' })).toEqual({
    ok: false,
    reason: 'not-to-be-had',
    references: [first?.reference],
  });
  for (const { client, reference: each, slot } of booked) {
    expect(await appointmentNow(sql, each)).toMatchObject({
      starts_at: slot.startsAt,
      active: true,
      sequence: 0,
    });
    expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked']);
  }
  expect(await sql`select 1 from availability_exception`).toHaveLength(0);
  // The page proposes other times, and with them it holds.
  const again = await proposals(reference);
  expect(await closeDay(desk, { clinician: reference, date: DATE, changes: again, why: '' })).toMatchObject({
    ok: true,
  });
});

test('who cancels or books between the page and its button makes staff look again', async ({
  database: { ownerSql: sql },
}) => {
  const { clinician, reference, booked } = await aFullDay(sql);
  const changes = await proposals(reference);
  const closing = { clinician: reference, date: DATE, changes, why: '' };
  const late = await aBookedClient(sql, clinician, 0);
  expect(await closeDay(desk, closing)).toEqual({ ok: false, reason: 'changed' });
  await sql`update appointment set status = 'cancelled' where reference = ${late.reference}`;
  const [first] = booked;
  if (!first) throw new Error('nobody is booked');
  await sql`update clinic_setting set data = jsonb_set(data, '{cancellationHours}', '0')`;
  expect(await cancelAppointment(first.client, first.reference)).toEqual({ ok: true });
  expect(await closeDay(desk, closing)).toEqual({ ok: false, reason: 'changed' });
  expect(await sql`select 1 from availability_exception`).toHaveLength(0);
});

test('nobody slips onto a day while it is being closed, and nobody booked on it is forgotten', async ({
  database: { ownerSql: sql },
}) => {
  const { clinician, reference } = await aFullDay(sql);
  const rivals = await Promise.all(Array.from({ length: 4 }, () => aSentClient(sql)));
  const free = (await freeTimes(clinician)).filter(({ startsAt }) => startsAt.toISOString().startsWith(DATE));
  const changes = await proposals(reference);
  const [closed, ...booked] = await Promise.all([
    closeDay(desk, { clinician: reference, date: DATE, changes, why: '' }),
    ...rivals.map(({ client }, at) => bookAppointment(client, askingFor(free[at]))),
  ]);
  const left =
    await sql`select 1 from appointment a where a.status = 'booked' and a.clinician_id = ${clinician}
    and (a.starts_at at time zone 'Europe/London')::date = ${DATE}`;
  // Either the day was closed and stands empty, or somebody was first and staff were told to look again.
  if (closed.ok) expect(left).toHaveLength(0);
  else {
    expect(closed.reason).toBe('changed');
    expect(left).toHaveLength(3 + booked.filter(({ ok }) => ok).length);
  }
});

test('two of the staff who close two days at once, each moving people to the other’s clinician, both end well', async ({
  database: { ownerSql: sql },
}) => {
  const [one, other] = [await aFullDay(sql), await aFullDay(sql)];
  const lead = await aStaffMember(sql, 'lead');
  const across = async (from: typeof one, to: typeof one): Promise<Change[]> => {
    const times = (await freeTimes(to.clinician)).filter(
      ({ startsAt }) => !startsAt.toISOString().startsWith(DATE),
    );
    return from.booked.map(({ reference }, at) => ({
      reference,
      sequence: 0,
      to: { clinician: to.reference, startsAt: times[at]?.startsAt ?? new Date(0) },
    }));
  };
  const [there, back] = [await across(one, other), await across(other, one)];
  const results = await Promise.all([
    closeDay(desk, { clinician: one.reference, date: DATE, changes: there, why: '' }),
    closeDay(lead, { clinician: other.reference, date: DATE, changes: back, why: '' }),
  ]);
  expect(results).toEqual([
    { ok: true, moved: 3, cancelled: 0 },
    { ok: true, moved: 3, cancelled: 0 },
  ]);
  const pairs = await sql`select 1 from clinician_time a join clinician_time b
    on a.clinician_id = b.clinician_id and a.id < b.id and a.active and b.active and a.occupied && b.occupied`;
  expect(pairs).toHaveLength(0);
});

test('a day without anybody on it is closed all the same; a day that is past, an unknown clinician and an admin are refused', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const reference = await referenceOf(clinician);
  const closing = { clinician: reference, date: DATE, changes: [], why: '' };
  const lead = await aStaffMember(sql, 'lead');
  expect(await closeDay(lead, closing)).toEqual({ ok: true, moved: 0, cancelled: 0 });
  expect(await sql`select 1 from availability_exception`).toHaveLength(1);
  expect(await closeDay(desk, { ...closing, date: '2026-11-19' })).toEqual({ ok: false, reason: 'past' });
  expect(await closeDay(desk, { ...closing, clinician: 'nobody' })).toEqual({ ok: false, reason: 'unknown' });
  const admin = await aStaffMember(sql, 'admin');
  expect(await closeDay(admin, closing)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('an admin who is a clinician too is offered to close their own day and no colleague’s; what is offered is what is taken', async ({
  database: { ownerSql: sql },
}) => {
  const { clinician, reference } = await aFullDay(sql);
  const admin = await aStaffMember(sql, 'admin', 'clinician');
  const themselves: Staff = { kind: 'staff', id: clinician, roles: ['admin', 'clinician'] };
  const offered = async (by: Staff) =>
    (await readCalendar(by, { span: 'day', on: DATE, with: reference })).rows[0]?.clinician;
  const changes = await proposals(reference);
  const closing = { clinician: reference, date: DATE, changes, why: '' };

  expect(await offered(admin)).toMatchObject({ mayClose: false, mayOpen: true });
  expect(await dayToClose(admin, { with: reference, on: DATE })).toBeNull();
  expect(await closeDay(admin, closing)).toEqual({ ok: false, reason: 'not-allowed' });

  expect(await offered(themselves)).toMatchObject({ mayClose: true });
  expect((await dayToClose(themselves, { with: reference, on: DATE }))?.rows).toHaveLength(3);
  expect(await closeDay(themselves, closing)).toMatchObject({ ok: true, moved: 3 });
});

test('a day that was closed is opened again: its effect is seen first, its times come back, and opened twice is once', async ({
  database,
}) => {
  const clinician = await madeUpClinician(database.ownerSql);
  const reference = await referenceOf(clinician);
  await closeDay(desk, { clinician: reference, date: DATE, changes: [], why: '' });
  const day = async (by: Staff) =>
    (await readCalendar(by, { span: 'day', on: DATE, with: reference })).rows[0];
  expect(await day(desk)).toMatchObject({
    clinician: { mayClose: true },
    cells: [{ closed: true, free: [] }],
  });
  const colleague = await aStaffMember(database.ownerSql, 'clinician');
  expect((await day(colleague))?.clinician.mayClose).toBe(false);

  const whole = { kind: 'off', from: DATE, until: DATE, startsLocal: null, endsLocal: null } as const;
  const asked = { clinician: reference, what: 'remove', days: whole } as const;
  const looked = await previewDays(desk, asked);
  if (!looked.ok) throw new Error(looked.reason);
  expect(looked.effect.opens.length).toBeGreaterThan(0);
  expect(looked.effect.closes).toEqual([]);
  expect((await day(desk))?.cells[0]?.closed).toBe(true);
  const seen = { ...asked, shown: looked.shown, confirmed: '' };
  for (const _ of [1, 2]) expect(await changeDays(desk, seen)).toEqual({ ok: true });
  expect(await changeDays(colleague, seen)).toEqual({ ok: false, reason: 'not-allowed' });
  const opened = (await day(desk))?.cells[0];
  expect(opened?.closed).toBe(false);
  expect(opened?.free.length).toBeGreaterThan(0);
});
