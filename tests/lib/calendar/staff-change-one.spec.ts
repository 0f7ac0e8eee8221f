// Staff book, move, cancel and mark for a client: whole or not at all, on the record, and the client is told once.

import { as, type Tx } from '@/db/client';
import { brokenChains } from '@/lib/audit/verify';
import { bookForClient } from '@/lib/calendar/book-for-client';
import { cancelForClient } from '@/lib/calendar/cancel-for-client';
import { markAttendance } from '@/lib/calendar/mark-attendance';
import { moveForClient } from '@/lib/calendar/move-for-client';
import { timesToBook } from '@/lib/calendar/times-for-client';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { homeOf } from '@/lib/onboarding/home';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { bookedAhead, cancelBooked } from '@/lib/scheduling/cancel-booked';
import { lockClients } from '@/lib/scheduling/lock-client';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { expect, test } from '@/tests/support/database';
import {
  askingFor,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
  referenceOf,
} from '../scheduling/made-up-clinic';
import {
  aBookedClient,
  appointmentNow,
  aSentClient,
  aStaffMember,
  eventsOf,
  noticesOf,
  type Staff,
} from './made-up-diary';

// A database of its own: other files' clinicians would be free at these times too.

const HOUR = 3_600_000;
let desk: Staff;

test.beforeEach(async ({ database }) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(database.ownerSql);
  desk = await aStaffMember(database.ownerSql, 'front-desk');
});
test.afterAll(() => itIs(new Date().toISOString()));

/** In half an hour: far inside the clinician's notice of a day. */
const soon = new Date('2026-11-20T09:00Z');

test('staff book a time that is too near for the client, kept whole and told once, however often the form is sent', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, forms } = await aSentClient(sql);
  const reference = await referenceOf(clinician);
  const asked = { reference: forms, clinician: reference, startsAt: soon, formToken: newId() };
  expect(await bookAppointment(client, { ...asked, zone: 'Europe/London' })).toMatchObject({
    reason: 'too-soon',
  });
  const offered = await timesToBook(desk, forms, {});
  expect(offered?.days[0]?.slots[0]?.startsAt).toEqual(soon);

  const booked = await bookForClient(desk, asked);
  const [first, again] = await Promise.all([bookForClient(desk, asked), bookForClient(desk, asked)]);
  expect(booked).toMatchObject({ ok: true });
  expect([first, again]).toEqual([booked, booked]);

  const rows = await sql`select * from appointment where client_id = ${client.id}`;
  expect(rows).toMatchObject([{ status: 'booked', starts_at: soon, local_time: '2026-11-20T09:00' }]);
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked']);
  expect(await eventsOf(sql, client.id, 'appointment.booked')).toMatchObject([{ actor_id: desk.id }]);
  expect(await as({ kind: 'job', name: 'test' }, (tx) => brokenChains(tx, client.id))).toEqual([]);
  expect(
    await sql`select 1 from task where client_id = ${client.id} and kind = 'time-wanted' and done_at is null`,
  ).toHaveLength(0);
});

test('what is not the practice’s to waive is refused by name, and nothing is written', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql, { name: 'Busy Clinician (made up)', maximum: 1 });
  const elsewhere = await madeUpClinician(sql, { regions: ['US-CA'] });
  const inRooms = await madeUpClinician(sql, { formats: ['in-person'] });
  const reference = await referenceOf(clinician);
  const { forms } = await aSentClient(sql);
  const ask = (changes: object, by: Staff = desk) =>
    bookForClient(by, {
      reference: forms,
      clinician: reference,
      startsAt: soon,
      formToken: newId(),
      ...changes,
    });

  const unsigned = await aSentClient(sql, { signed: ['electronic-records'] });
  const unfinished = await aSentClient(sql, { forms: ['1', '2'] });
  const declined = await aSentClient(sql);
  await sql`update submission set status = 'declined' where reference = ${declined.forms}`;
  const draft = await madeUpClient(sql);
  const [hidden] = await sql`select reference from submission where client_id = ${draft.id}`;
  const cases: [object, string][] = [
    [{ reference: unsigned.forms }, 'agreements-missing'],
    [{ reference: unfinished.forms }, 'forms-missing'],
    [{ reference: declined.forms }, 'not-open'],
    [{ reference: hidden?.reference }, 'unknown'],
    [{ startsAt: new Date('2026-11-20T07:00Z') }, 'too-soon'],
    [{ startsAt: new Date(soon.getTime() + HOUR / 2) }, 'not-offered'],
    [{ clinician: await referenceOf(elsewhere) }, 'region'],
    [{ clinician: await referenceOf(inRooms) }, 'format'],
    [{ clinician: 'nobody' }, 'not-offered'],
  ];
  for (const [changes, reason] of cases) expect(await ask(changes), reason).toEqual({ ok: false, reason });
  expect(await ask({}, await aStaffMember(sql, 'admin'))).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await sql`select 1 from clinician_time`).toHaveLength(0);

  await sql`update clinician set takes_new = false where id = ${clinician}`;
  expect(await ask({}), 'takes no new clients from the page').toMatchObject({ ok: true });
  expect(await ask({ startsAt: new Date(soon.getTime() + HOUR) })).toMatchObject({
    reason: 'has-appointment',
  });
  const another = await aSentClient(sql);
  const full = { reference: another.forms, startsAt: new Date(soon.getTime() + HOUR) };
  expect(await ask(full), 'the daily maximum').toEqual({ ok: false, reason: 'slot-taken' });
});

test('one time that staff and clients ask for at once goes to one of them', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const [slot] = await freeTimes(clinician);
  if (!slot) throw new Error('no slot');
  const people = await Promise.all(Array.from({ length: 6 }, () => aSentClient(sql)));
  const results = await Promise.all(
    people.map(({ client, forms }, at) =>
      at % 2 === 0
        ? bookAppointment(client, askingFor(slot))
        : bookForClient(desk, {
            reference: forms,
            clinician: slot.clinician.reference,
            startsAt: slot.startsAt,
            formToken: newId(),
          }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((each) => !each.ok && each.reason === 'slot-taken')).toHaveLength(5);
  const overlapping = await sql`select 1 from clinician_time where active`;
  expect(overlapping).toHaveLength(1);
});

test('staff and client who book for the same person at once make one appointment', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const [one, other] = await freeTimes(clinician);
  const { client, forms } = await aSentClient(sql);
  if (!one || !other) throw new Error('no slots');
  const results = await Promise.all([
    bookAppointment(client, askingFor(one)),
    bookForClient(desk, {
      reference: forms,
      clinician: other.clinician.reference,
      startsAt: other.startsAt,
      formToken: newId(),
    }),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.filter((each) => !each.ok).map((each) => 'reason' in each && each.reason)).toEqual([
    'has-appointment',
  ]);
  expect(await sql`select 1 from appointment where client_id = ${client.id}`).toHaveLength(1);
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked']);
});

test('staff move an appointment within the client’s notice; the old time is free at once, and the form sent twice moves once', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, reference, slot } = await aBookedClient(sql, clinician);
  itIs(new Date(slot.startsAt.getTime() - HOUR).toISOString());
  const to = { clinician: slot.clinician.reference, startsAt: new Date(slot.startsAt.getTime() + 2 * HOUR) };
  expect(await moveAppointment(client, reference, { ...to, zone: 'Europe/London' })).toMatchObject({
    ok: false,
  });

  const form = { reference, sequence: 0, to };
  expect(await Promise.all([moveForClient(desk, form), moveForClient(desk, form)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await appointmentNow(sql, reference)).toMatchObject({
    starts_at: to.startsAt,
    sequence: 1,
    active: true,
  });
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked', 'appointment-moved']);
  // Who wants no mail reads at home that it was moved, and from when.
  expect((await homeOf(client)).appointment?.movedFrom).toEqual(slot.startsAt);
  expect(await eventsOf(sql, client.id, 'appointment.moved')).toMatchObject([{ actor_id: desk.id }]);
  const [old] = await sql`select active from clinician_time where lower(occupied) = ${slot.startsAt}`;
  expect(old?.active).toBe(false);
});

test('a move onto somebody else’s time keeps the old one, and one that was changed meanwhile is looked at again', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const mine = await aBookedClient(sql, clinician, 0);
  const theirs = await aBookedClient(sql, clinician, 1);
  const to = { clinician: theirs.slot.clinician.reference, startsAt: theirs.slot.startsAt };
  expect(await moveForClient(desk, { reference: mine.reference, sequence: 0, to })).toEqual({
    ok: false,
    reason: 'slot-taken',
  });
  expect(await appointmentNow(sql, mine.reference)).toMatchObject({
    starts_at: mine.slot.startsAt,
    active: true,
    sequence: 0,
  });
  expect(await noticesOf(sql, mine.client.id)).toEqual(['appointment-booked']);

  // The client was first.
  expect(await cancelAppointment(mine.client, mine.reference)).toEqual({ ok: true });
  const later = { ...to, startsAt: new Date(to.startsAt.getTime() + 3 * HOUR) };
  expect(await moveForClient(desk, { reference: mine.reference, sequence: 0, to: later })).toEqual({
    ok: false,
    reason: 'changed',
  });
});

test('two appointments that staff swap the clinicians of at once end with one time each', async ({
  database: { ownerSql: sql },
}) => {
  const [one, other] = [await madeUpClinician(sql), await madeUpClinician(sql)];
  const mine = await aBookedClient(sql, one);
  const theirs = await aBookedClient(sql, other);
  const at = (booked: typeof mine) => ({
    clinician: booked.slot.clinician.reference,
    startsAt: booked.slot.startsAt,
  });
  const results = await Promise.all([
    moveForClient(desk, { reference: mine.reference, sequence: 0, to: at(theirs) }),
    moveForClient(desk, { reference: theirs.reference, sequence: 0, to: at(mine) }),
  ]);
  // Each waits for the other's time: the database ends one, which tries again and hears kindly how it stands.
  for (const result of results) if (!result.ok) expect(result.reason).toBe('slot-taken');
  const active = await sql`select clinician_id from clinician_time where active`;
  expect(active).toHaveLength(2);
  const booked = await sql`select 1 from appointment where status = 'booked'`;
  expect(booked).toHaveLength(2);
});

test('staff cancel however near it is: the time is free, the client told once, and why only where they read it', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, reference, slot } = await aBookedClient(sql, clinician);
  itIs(new Date(slot.startsAt.getTime() - HOUR).toISOString());
  expect(await cancelAppointment(client, reference)).toEqual({ ok: false, reason: 'too-late' });
  const form = { reference, sequence: 0, why: 'We are ill. (Made up.)', formToken: newId() };
  expect(await Promise.all([cancelForClient(desk, form), cancelForClient(desk, form)])).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await appointmentNow(sql, reference)).toMatchObject({
    status: 'cancelled',
    active: false,
    sequence: 1,
  });
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked', 'appointment-cancelled']);
  const messages = await sql`select content from site_message where client_id = ${client.id}`;
  expect(messages).toHaveLength(1);
  expect(messages[0]?.content).not.toContain('We are ill');
  const events = await sql`select detail from audit_event where subject = ${client.id}`;
  expect(JSON.stringify(events)).not.toContain('ill.');
  expect(await eventsOf(sql, client.id, 'appointment.cancelled')).toMatchObject([{ actor_id: desk.id }]);
});

test('a cancellation is refused by name: from an old page, once it has begun, for an admin, with words that are too long', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, reference, slot } = await aBookedClient(sql, clinician);
  const form = { reference, sequence: 0, why: '', formToken: newId() };
  const admin = await aStaffMember(sql, 'admin');
  expect(await cancelForClient(admin, form)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await cancelForClient(desk, { ...form, sequence: 3 })).toEqual({ ok: false, reason: 'changed' });
  expect(await cancelForClient(desk, { ...form, reference: '0000000000' })).toMatchObject({
    reason: 'unknown',
  });
  expect(await cancelForClient(desk, { ...form, why: 'x'.repeat(2001) })).toMatchObject({
    reason: 'message-too-long',
  });
  itIs(new Date(slot.startsAt.getTime() + 1).toISOString());
  expect(await cancelForClient(desk, form)).toEqual({ ok: false, reason: 'begun' });
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked']);
});

test('whether they came is said only once it has begun, can be put right, and each word of it is on the record', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, reference, slot } = await aBookedClient(sql, clinician);
  const mark = (as_: 'attended' | 'missed' | 'booked') => markAttendance(desk, { reference, mark: as_ });
  itIs(new Date(slot.startsAt.getTime() - 60_000).toISOString());
  expect(await mark('attended')).toEqual({ ok: false, reason: 'not-yet' });
  itIs(new Date(slot.startsAt.getTime() + 60_000).toISOString());
  expect(await Promise.all([mark('missed'), mark('missed')])).toEqual([{ ok: true }, { ok: true }]);
  expect(await mark('attended')).toEqual({ ok: true });
  expect(await appointmentNow(sql, reference)).toMatchObject({ status: 'attended', active: true });
  expect(await mark('booked')).toEqual({ ok: true });
  expect(await mark('missed')).toEqual({ ok: true });

  const events = await eventsOf(sql, client.id, 'appointment.%');
  expect(events.map(({ event }) => event)).toEqual([
    'appointment.booked',
    'appointment.missed',
    'appointment.attended',
    'appointment.unmarked',
    'appointment.missed',
  ]);
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked']);

  // Who missed one may have another, and then the first stays missed.
  const [next] = await freeTimes(clinician);
  expect(await bookAppointment(client, askingFor(next))).toMatchObject({ ok: true });
  expect(await mark('booked')).toEqual({ ok: false, reason: 'has-appointment' });
  const admin = await aStaffMember(sql, 'admin');
  expect(await markAttendance(admin, { reference, mark: 'attended' })).toMatchObject({
    reason: 'not-allowed',
  });
});

test('a change that ends somebody’s way here cancels what they have booked in its own transaction', async ({
  database: { ownerSql: sql },
}) => {
  const clinician = await madeUpClinician(sql);
  const { client, reference, slot } = await aBookedClient(sql, clinician);
  itIs(new Date(slot.startsAt.getTime() - HOUR).toISOString());
  const lead = await aStaffMember(sql, 'lead');
  const cancelAll = async (tx: Tx) => {
    await lockClients(tx, client.id);
    const booked = await bookedAhead(tx, client.id);
    for (const each of booked) await cancelBooked(tx, each);
    return booked.length;
  };
  await expect(
    as(lead, async (tx) => {
      await cancelAll(tx);
      throw new Error('the decline did not hold');
    }),
  ).rejects.toThrow('did not hold');
  expect(await appointmentNow(sql, reference)).toMatchObject({ status: 'booked', active: true });
  expect(await as(lead, cancelAll)).toBe(1);
  expect(await as(lead, cancelAll)).toBe(0);
  expect(await appointmentNow(sql, reference)).toMatchObject({ status: 'cancelled', active: false });
  expect(await noticesOf(sql, client.id)).toEqual(['appointment-booked', 'appointment-cancelled']);
  expect(clock.now() < slot.startsAt).toBe(true);
});
