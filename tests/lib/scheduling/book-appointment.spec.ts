// Booking, moving and cancelling: whole or not at all, and only what is offered to this client, whatever a form says.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { appointment } from '@/db/schema';
import { brokenChains } from '@/lib/audit/verify';
import { newId } from '@/lib/env/ids';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { type Booking, bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { despiteDeadlock } from '@/lib/scheduling/despite-deadlock';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { timeToCheck } from '@/lib/scheduling/time-to-check';
import { timesToChoose } from '@/lib/scheduling/times-to-choose';
import { expect, test } from '@/tests/support/database';
import {
  askingFor,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
  referenceOf,
} from './made-up-clinic';

// A database of its own: other files' clinicians would be free at these times too.

test.beforeEach(async ({ database }) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(database.ownerSql);
});
test.afterAll(() => itIs(new Date().toISOString()));

const HOUR = 3_600_000;

test('a booking is kept whole: the time with its buffers, the local time agreed, the record, one mail', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql, { before: 5, after: 10, session: 45 });
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  const booking: Booking = { ...askingFor(slot), zone: 'America/New_York' };
  const booked = await bookAppointment(client, booking);
  expect(booked).toMatchObject({ ok: true });

  const [row] =
    await sql`select a.*, lower(t.occupied) as busy_from, upper(t.occupied) as busy_until, t.kind, t.active
    from appointment a join clinician_time t on t.id = a.time_id`;
  const at = booking.startsAt.getTime();
  expect(row).toMatchObject({
    client_id: client.id,
    clinician_id: clinician,
    starts_at: booking.startsAt,
    ends_at: new Date(at + 0.75 * HOUR),
    busy_from: new Date(at - 5 * 60_000),
    busy_until: new Date(at + 55 * 60_000),
    zone: 'America/New_York',
    local_time: '2026-11-21T04:00',
    format: 'video',
    status: 'booked',
    sequence: 0,
    kind: 'appointment',
    active: true,
  });
  const events =
    await sql`select event, detail from audit_event where subject = ${client.id} and event like 'appointment%'`;
  expect(events).toHaveLength(1);
  expect(JSON.parse(events[0]?.detail)).toEqual({
    appointment: row?.id,
    clinician,
    format: 'video',
    startsAt: booking.startsAt.toISOString(),
  });
  const notices = await sql`select kind, about_id, state from notice where account_id = ${client.id}`;
  expect(notices).toMatchObject([{ kind: 'appointment-booked', about_id: row?.id, state: 'queued' }]);
  expect(await as({ kind: 'job', name: 'test' }, (tx) => brokenChains(tx, client.id))).toEqual([]);
  expect(await ownAppointment(client)).toMatchObject({
    clinicianName: 'Cleo Clinician (made up)',
    mayChange: true,
  });
  // The times of the page are without it now.
  expect((await freeTimes(clinician)).map(({ startsAt }) => startsAt.getTime())).not.toContain(at);
});

test('Z-10: without the agreements, or without the short forms, nothing can be booked', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const [slot] = await freeTimes(clinician);
  const unsigned = await madeUpClient(sql, {
    signed: ['electronic-records', 'information', 'video', 'fees'],
  });
  expect(await bookAppointment(unsigned, askingFor(slot))).toEqual({
    ok: false,
    reason: 'agreements-missing',
  });
  expect(await timesToChoose(unsigned, { moving: false })).toEqual({
    ok: false,
    reason: 'agreements-missing',
  });
  const unfinished = await madeUpClient(sql, { forms: ['1', '2', '3', '4'] });
  expect(await bookAppointment(unfinished, askingFor(slot))).toEqual({ ok: false, reason: 'forms-missing' });
  const nothing = await madeUpClient(sql, { signed: [], forms: [] });
  expect(await bookAppointment(nothing, askingFor(slot))).toMatchObject({ ok: false });
  expect((await sql`select 1 from clinician_time`).length).toBe(0);
});

test('an agreement with a newer version that must be signed again stops a booking; a correction of spelling does not', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  const publish = (version: number, change: string) => sql`
    insert into document_version select ${newId()}, slug, ${version}, locale, kind, title, body, parts, sha256, ${change},
      published_at, published_by from document_version where slug = 'fees' and version = 1`;
  try {
    await publish(2, 'editorial');
    expect(await timesToChoose(client, { moving: false })).toMatchObject({ ok: true });
    await publish(3, 'material');
    expect(await bookAppointment(client, askingFor(slot))).toEqual({
      ok: false,
      reason: 'agreements-missing',
    });
  } finally {
    await sql`alter table document_version disable trigger user`;
    await sql`delete from document_version where version > 1`;
    await sql`alter table document_version enable trigger user`;
  }
});

test('B-10: a past, too soon, off-grid, foreign or forged time is refused by name', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const elsewhere = await madeUpClinician(sql, { regions: ['US-CA'] });
  const inRooms = await madeUpClinician(sql, { formats: ['in-person'] });
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  const good = askingFor(slot);
  const shifted = (hours: number): Booking => ({
    ...good,
    startsAt: new Date(good.startsAt.getTime() + hours * HOUR),
  });
  const cases: [string, Booking, string][] = [
    ['yesterday', { ...good, startsAt: new Date('2026-11-19T09:00Z') }, 'too-soon'],
    ['in an hour', { ...good, startsAt: new Date('2026-11-20T09:00Z') }, 'too-soon'],
    ['off the grid', shifted(0.5), 'not-offered'],
    ['by a millisecond', shifted(1 / HOUR), 'not-offered'],
    ['at night', shifted(14), 'not-offered'],
    ['past the horizon', shifted(24 * 60), 'not-offered'],
    [
      'past the horizon and all calendars',
      { ...good, startsAt: new Date('9999-01-01T09:00Z') },
      'not-offered',
    ],
    ['no instant', { ...good, startsAt: new Date(Number.NaN) }, 'not-offered'],
    ['with nobody', { ...good, clinician: 'f00f00f00f00' }, 'not-offered'],
    ['with a row’s id', { ...good, clinician }, 'not-offered'],
    ['in no zone', { ...good, zone: 'Mars/Base' }, 'not-offered'],
    ['without a licence there', { ...good, clinician: await referenceOf(elsewhere) }, 'region'],
    ['not by video', { ...good, clinician: await referenceOf(inRooms) }, 'format'],
  ];
  for (const [what, booking, reason] of cases) {
    expect(await bookAppointment(client, { ...booking, formToken: newId() }), what).toEqual({
      ok: false,
      reason,
    });
  }
  expect((await sql`select 1 from clinician_time`).length).toBe(0);
  expect((await bookAppointment(client, good)).ok).toBe(true);
});

test('B-12: only the server’s clock counts', async ({ database: { ownerSql: sql } }) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  // The page was opened a day ago: what was far enough away then is too soon now.
  itIs('2026-11-21T08:00Z');
  expect(await bookAppointment(client, askingFor(slot))).toEqual({ ok: false, reason: 'too-soon' });
});

test('B-11: a clinician who stopped taking new clients meanwhile can’t be booked', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  await sql`update clinician set takes_new = false where id = ${clinician}`;
  expect(await bookAppointment(client, askingFor(slot))).toEqual({ ok: false, reason: 'clinician-inactive' });
  expect(await timesToChoose(client, { moving: false })).toMatchObject({
    ok: true,
    clinicians: [],
    days: [],
  });
});

test('B-11: a clinician who was let go meanwhile can’t be booked, and is offered to nobody', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  await sql`update account set disabled_at = now() where id = ${clinician}`;
  expect(await bookAppointment(client, askingFor(slot))).toEqual({ ok: false, reason: 'clinician-inactive' });
  expect(await timesToChoose(client, { moving: false })).toMatchObject({ ok: true, clinicians: [] });
});

test('time off and holidays that came after the page was opened refuse the booking', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  await sql`insert into availability_exception (id, clinician_id, on_date, kind)
    values (${newId()}, ${clinician}, ${slot?.startsAt.toISOString().slice(0, 10) ?? ''}, 'off')`;
  expect(await bookAppointment(client, askingFor(slot))).toEqual({ ok: false, reason: 'not-offered' });
  const days = (await freeTimes(clinician)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10));
  expect(days).not.toContain('2026-11-21');
  itIs('2026-12-20T08:00Z');
  expect(
    (await freeTimes(clinician)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10)),
  ).not.toContain('2026-12-25');
});

test('B-07 and B-08: a time in the gap is refused; one that happens twice can be booked twice, once each', async ({
  database: { ownerSql: sql },
}) => {
  itIs('2026-10-20T08:00Z');
  const night = await madeUpClinician(sql, { from: '00:00', until: '03:00' });
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  const times = await freeTimes(night);
  const twice = ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z'].map((at) =>
    times.find(({ startsAt }) => startsAt.toISOString() === at),
  );
  expect(await bookAppointment(a, askingFor(twice[0]))).toMatchObject({ ok: true });
  expect(await bookAppointment(b, askingFor(twice[1]))).toMatchObject({ ok: true });
  const rows = await sql`select local_time from appointment`;
  expect(rows.map((row) => row.local_time)).toEqual(['2026-10-25T01:00', '2026-10-25T01:00']);

  itIs('2026-03-25T08:00Z');
  const gap = await madeUpClinician(sql, { from: '00:30', until: '05:00' });
  const [slot] = await freeTimes(gap);
  const c = await madeUpClient(sql);
  // In London 29 March goes from 01:00 to 02:00 at once: 01:30 doesn’t happen, and 02:30 is 01:30 UTC.
  const offered = (await freeTimes(gap)).map(({ startsAt }) => startsAt.toISOString());
  expect(offered.filter((at) => at.startsWith('2026-03-29T0'))).toEqual([
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-29T02:30:00.000Z',
  ]);
  const forged = { ...askingFor(slot), startsAt: new Date('2026-03-29T01:00Z') };
  expect(await bookAppointment(c, forged)).toEqual({ ok: false, reason: 'not-offered' });
});

test('a language they don’t share is no match, unless an interpreter comes', async ({
  database: { ownerSql: sql },
}) => {
  await madeUpClinician(sql);
  const alone = await madeUpClient(sql, { language: 'es' });
  const helped = await madeUpClient(sql, { language: 'es', interpreter: 'yes' });
  expect(await timesToChoose(alone, { moving: false })).toMatchObject({ clinicians: [] });
  expect(await timesToChoose(helped, { moving: false })).toMatchObject({ clinicians: [{ credential: '' }] });
});

test('looking at a time holds nothing, and says when it has gone, with the nearest: of the same person, then of others', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql, { from: '09:00', until: '10:00' });
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  const [slot] = await freeTimes(clinician);
  const asked = {
    with: askingFor(slot).clinician,
    startsAt: askingFor(slot).startsAt,
    zone: 'Europe/London',
  };
  expect(await timeToCheck(a, asked, false)).toMatchObject({ ok: true, minutes: 50 });
  expect(await bookAppointment(b, askingFor(slot))).toMatchObject({ ok: true });
  expect(await timeToCheck(a, asked, false)).toEqual({ ok: false, reason: 'slot-taken' });
  expect(await bookAppointment(a, askingFor(slot))).toEqual({ ok: false, reason: 'slot-taken' });
  const other = await madeUpClinician(sql, { name: 'Olu Other (made up)' });
  await madeUpClinician(sql, { name: 'Far Away (made up)', regions: ['US-CA'] });
  const lost = await timesToChoose(a, { moving: false, lost: { at: asked.startsAt, with: asked.with } });
  if (!lost.ok) throw new Error(lost.reason);
  const { same, others } = lost.nearest ?? { same: null, others: [] };
  expect(same?.name).toBe('Cleo Clinician (made up)');
  expect(same?.slots).toHaveLength(4);
  expect(new Set(same?.slots.map((each) => each.clinician.id))).toEqual(new Set([clinician]));
  expect(same?.slots.map(({ startsAt }) => startsAt.getTime())).not.toContain(asked.startsAt.getTime());
  expect(others).toHaveLength(4);
  expect(new Set(others.map((each) => each.clinician.id))).toEqual(new Set([other]));
  expect(others[0]?.startsAt).toEqual(asked.startsAt);
});

test('a cancelled time is free again, told once, and stays cancelled', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  const slot = (await freeTimes(clinician))[20];
  const booked = await bookAppointment(a, askingFor(slot));
  if (!booked.ok) throw new Error(booked.reason);
  // Not somebody else's to cancel: to them there is no such appointment.
  expect(await cancelAppointment(b, booked.reference)).toEqual({ ok: false, reason: 'no-appointment' });
  expect(await cancelAppointment(a, booked.reference)).toEqual({ ok: true });
  expect(await cancelAppointment(a, booked.reference)).toEqual({ ok: true });
  const notices = await sql`select kind from notice where account_id = ${a.id} order by id`;
  expect(notices.map(({ kind }) => kind)).toEqual(['appointment-booked', 'appointment-cancelled']);
  const [row] = await sql`select status, sequence from appointment`;
  expect(row).toEqual({ status: 'cancelled', sequence: 1 });
  expect(await bookAppointment(b, askingFor(slot))).toMatchObject({ ok: true });
  expect(await ownAppointment(a)).toBeNull();
});

test('within the clinic’s notice a client can neither move nor cancel', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const times = await freeTimes(clinician);
  const booked = await bookAppointment(client, askingFor(times[20]));
  if (!booked.ok) throw new Error(booked.reason);
  itIs(new Date(askingFor(times[20]).startsAt.getTime() - 23 * HOUR).toISOString());
  expect(await cancelAppointment(client, booked.reference)).toEqual({ ok: false, reason: 'too-late' });
  const later = (await freeTimes(clinician))[30];
  expect(await moveAppointment(client, booked.reference, askingFor(later))).toEqual({
    ok: false,
    reason: 'too-late',
  });
  expect(await ownAppointment(client)).toMatchObject({ mayChange: false, startsAt: times[20]?.startsAt });
});

test('moving keeps the old time until the new one is had, may overlap it, and tells once', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql, { session: 60, after: 0 });
  const other = await madeUpClinician(sql, { session: 60, after: 0, from: '09:30' });
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  const times = await freeTimes(clinician);
  const [mine, theirs] = [times[20], times[21]];
  const booked = await bookAppointment(a, askingFor(mine));
  if (!booked.ok) throw new Error(booked.reason);
  expect(await bookAppointment(b, askingFor(theirs))).toMatchObject({ ok: true });

  expect(await moveAppointment(a, booked.reference, askingFor(theirs))).toEqual({
    ok: false,
    reason: 'slot-taken',
  });
  expect(await ownAppointment(a)).toMatchObject({ startsAt: mine?.startsAt, sequence: 0 });
  expect((await sql`select 1 from clinician_time where active`).length).toBe(2);

  // The hours are moved by half an hour: the new time overlaps the old, which is one's own.
  await sql`update availability_rule set starts_local = '09:30' where clinician_id = ${clinician}`;
  const half = new Date(askingFor(mine).startsAt.getTime() - HOUR / 2);
  expect(await moveAppointment(a, booked.reference, { ...askingFor(mine), startsAt: half })).toEqual({
    ok: true,
  });
  expect(await ownAppointment(a)).toMatchObject({ startsAt: half, sequence: 1, reference: booked.reference });

  // To where it is already: nothing changes. To another clinician: it goes along.
  expect(await moveAppointment(a, booked.reference, { ...askingFor(mine), startsAt: half })).toEqual({
    ok: true,
  });
  const elsewhere = (await freeTimes(other))[20];
  expect(await moveAppointment(a, booked.reference, askingFor(elsewhere))).toEqual({ ok: true });
  expect(await ownAppointment(a)).toMatchObject({ clinicianId: other, sequence: 2 });
  expect(await moveAppointment(b, booked.reference, askingFor(elsewhere))).toEqual({
    ok: false,
    reason: 'no-appointment',
  });
  const notices = await sql`select kind from notice where account_id = ${a.id} order by id`;
  expect(notices.map(({ kind }) => kind)).toEqual([
    'appointment-booked',
    'appointment-moved',
    'appointment-moved',
  ]);
});

test('a client sees their own appointment alone; busy time names nobody', async ({ database }) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  const times = await freeTimes(clinician);
  for (const [i, client] of [a, b].entries()) {
    expect(await bookAppointment(client, askingFor(times[i]))).toMatchObject({ ok: true });
  }
  await as(a, async (tx) => {
    const seen = await tx.select({ clientId: appointment.clientId }).from(appointment);
    expect(seen).toEqual([{ clientId: a.id }]);
    expect(await appointmentOf(tx, b.id)).toBeNull();
    const changed = await tx
      .update(appointment)
      .set({ status: 'cancelled' })
      .where(eq(appointment.clientId, b.id))
      .returning();
    expect(changed).toEqual([]);
  });
  const columns =
    await sql`select column_name from information_schema.columns where table_name = 'clinician_time' order by 1`;
  expect(columns.map((column) => column.column_name)).toEqual([
    'active',
    'clinician_id',
    'id',
    'kind',
    'occupied',
  ]);
  expect((await database.appSql`select 1 from appointment`).length).toBe(0);
  expect((await database.appSql`select 1 from clinician_time`).length).toBe(0);
});

test('in the United States a client who pays for themselves is owed an estimate: a task for staff, with its day', async ({
  database: { ownerSql: sql },
}) => {
  await openClinic(sql, { country: 'US' });
  const clinician = await madeUpClinician(sql);
  const [selfPay, insured] = [await madeUpClient(sql, { pays: 'self-pay' }), await madeUpClient(sql)];
  const times = await freeTimes(clinician);
  expect(await bookAppointment(selfPay, askingFor(times.at(-1)))).toMatchObject({ ok: true });
  expect(await bookAppointment(insured, askingFor(times.at(-2)))).toMatchObject({ ok: true });
  const tasks = await sql`select kind, client_id, due_at from task`;
  // Booked on Friday 20 November, weeks ahead: by the end of Wednesday.
  expect(tasks).toEqual([{ kind: 'estimate', client_id: selfPay.id, due_at: new Date('2026-11-26T00:00Z') }]);
  await sql`delete from task`;
});

test('the victim of a deadlock tries again three times, and nothing else is tried twice', async () => {
  const failing = (code: string, times: number) => {
    let tries = 0;
    const run = async () => {
      tries += 1;
      if (tries <= times)
        throw new Error('query failed', { cause: Object.assign(new Error('deadlock'), { code }) });
      return tries;
    };
    return { run, tries: () => tries };
  };
  expect(await despiteDeadlock(failing('40P01', 3).run)).toBe(4);
  await expect(despiteDeadlock(failing('40P01', 4).run)).rejects.toThrow('query failed');
  const other = failing('23505', 1);
  await expect(despiteDeadlock(other.run)).rejects.toThrow('query failed');
  expect(other.tries()).toBe(1);
});
