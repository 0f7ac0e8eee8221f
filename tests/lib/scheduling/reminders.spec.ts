// A client is reminded 48 and 2 hours before, and of unsent forms at 72 and 30: once each, by day, of what stands.
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { shiftClock } from '@/lib/env/clock';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { localMailbox } from '@/lib/notices/local-mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { remindAll, remindOf } from '@/lib/scheduling/remind';
import { reminderTimes } from '@/lib/scheduling/reminder-times';
import { makeClinicKey } from '@/lib/vault/keys';
import { expect, test } from '@/tests/support/database';
import {
  askingFor,
  type Client,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
} from './made-up-clinic';

let clinicianId = '';
const EMAIL = 'reminded@example.org';

test.beforeEach(async ({ database: { ownerSql: sql } }) => {
  itIs('2026-11-20T09:00Z');
  await as({ kind: 'job', name: 'start' }, makeClinicKey);
  await openClinic(sql);
  clinicianId = await madeUpClinician(sql);
});
test.afterEach(() => shiftClock(0));

let people = 0;
/** Somebody who wants mail, with a session that starts at this instant. */
async function bookedAt(
  sql: Sql,
  startsAt: string,
): Promise<{ client: Client; email: string; id: string; reference: string }> {
  people += 1;
  const email = `${people}.${EMAIL}`;
  const client = await madeUpClient(sql, { email });
  const slot = (await freeTimes(clinicianId)).find(
    (each) => each.startsAt.getTime() === Date.parse(startsAt),
  );
  const booked = await bookAppointment(client, askingFor(slot));
  if (!booked.ok) throw new Error(booked.reason);
  const [row] = await sql`select id from appointment where reference = ${booked.reference}`;
  return { client, email, id: row?.id, reference: booked.reference };
}

/** Sends what is queued for them, and gives the subjects that came but for what told of the booking itself. */
async function remindersTo(
  sql: Sql,
  { client, email }: { client: Client; email: string },
): Promise<string[]> {
  const queued = await sql`select id from notice where account_id = ${client.id} and state = 'queued'
    and kind in ('appointment-reminder', 'forms-due') order by created_at, id`;
  for (const { id } of queued) await sendNotice(id, mailboxPort);
  const all = (await localMailbox({ mailboxOpen: true })) ?? [];
  return all
    .filter(({ to }) => to === email)
    .map(({ subject }) => subject)
    .sort();
}

const REMINDER = 'Appointment reminder';
const FORMS = 'You have a saved form';

test('each reminder comes when it is due, once, and unsent forms are chased before it', async ({
  database: { ownerSql: sql },
}) => {
  // Friday 27 November, 14:00 in London.
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  const by = async (at: string) => {
    itIs(at);
    await remindOf({ appointmentId: person.id });
    await remindAll();
    return remindersTo(sql, person);
  };
  expect(await by('2026-11-24T13:59Z')).toEqual([]);
  expect(await by('2026-11-24T14:00Z')).toEqual([FORMS]);
  expect(await by('2026-11-25T14:00Z')).toEqual([REMINDER, FORMS]);
  expect(await by('2026-11-26T08:00Z')).toEqual([REMINDER, FORMS, FORMS]);
  expect(await by('2026-11-27T12:00Z')).toEqual([REMINDER, REMINDER, FORMS, FORMS]);
  expect(await by('2026-11-27T13:59Z')).toHaveLength(4);
});

test('F-12: of an appointment that was cancelled nobody is reminded, even when the mail was already on its way', async ({
  database: { ownerSql: sql },
}) => {
  const [early, late] = [await bookedAt(sql, '2026-11-27T14:00Z'), await bookedAt(sql, '2026-11-27T15:00Z')];
  await cancelAppointment(early.client, early.reference);
  itIs('2026-11-25T15:00Z');
  await remindAll();
  await cancelAppointment(late.client, late.reference);
  await remindAll();
  expect(await remindersTo(sql, early)).toEqual([]);
  expect(await remindersTo(sql, late)).toEqual([]);
  const [held] = await sql`select count(*)::int as withheld from notice where account_id = ${late.client.id}
    and kind = 'appointment-reminder' and state = 'withheld'`;
  expect(held?.withheld).toBe(1);
});

test('F-13: the server’s clock jumps an hour ahead and back, and nobody is reminded twice', async ({
  database: { ownerSql: sql },
}) => {
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  for (const at of [
    '2026-11-25T13:30Z',
    '2026-11-25T14:30Z',
    '2026-11-25T13:31Z',
    '2026-11-25T14:00Z',
    '2026-11-25T14:31Z',
  ]) {
    itIs(at);
    await Promise.all([remindAll(), remindOf({ appointmentId: person.id }), remindAll()]);
  }
  expect((await remindersTo(sql, person)).filter((subject) => subject === REMINDER)).toHaveLength(1);
});

test('ten workers at once remind once', async ({ database: { ownerSql: sql } }) => {
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  itIs('2026-11-25T14:00Z');
  await Promise.all(Array.from({ length: 10 }, () => remindOf({ appointmentId: person.id })));
  expect(await remindersTo(sql, person)).toEqual([REMINDER, FORMS]);
});

test('a moved appointment is remembered at its new time, and no more at its old one', async ({
  database: { ownerSql: sql },
}) => {
  const person = await bookedAt(sql, '2026-11-25T14:00Z');
  const later = (await freeTimes(clinicianId)).find(
    ({ startsAt }) => startsAt.toISOString() === '2026-11-30T14:00:00.000Z',
  );
  const moved = await moveAppointment(person.client, person.reference, askingFor(later));
  expect(moved).toEqual({ ok: true });
  itIs('2026-11-23T14:00Z');
  await remindAll();
  expect(await remindersTo(sql, person)).toEqual([]);
  itIs('2026-11-28T14:00Z');
  await remindAll();
  expect(await remindersTo(sql, person)).toEqual([REMINDER, FORMS]);
});

test('who has just booked is not reminded of what they have just been told', async ({
  database: { ownerSql: sql },
}) => {
  itIs('2026-11-26T08:30Z');
  // 29 and a half hours ahead: only the last reminder is still to come.
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  await remindAll();
  expect(await remindersTo(sql, person)).toEqual([]);
  itIs('2026-11-27T12:00Z');
  await remindAll();
  expect(await remindersTo(sql, person)).toEqual([REMINDER]);
});

test('who sent their forms is not chased, and who wants no mail gets none', async ({
  database: { ownerSql: sql },
}) => {
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  await sql`update submission set status = 'submitted', submitted_at = now() where client_id = ${person.client.id}`;
  const silent = await madeUpClient(sql);
  const slot = (await freeTimes(clinicianId)).find(
    (each) => each.startsAt.getTime() === Date.parse('2026-11-27T15:00Z'),
  );
  await bookAppointment(silent, askingFor(slot));
  itIs('2026-11-25T15:00Z');
  await remindAll();
  expect(await remindersTo(sql, person)).toEqual([REMINDER]);
  await remindersTo(sql, { client: silent, email: 'nobody' });
  const states =
    await sql`select distinct state from notice where account_id = ${silent.id} and kind in ('appointment-reminder', 'forms-due')`;
  expect(states.map(({ state }) => state)).toEqual(['withheld']);
});

test('a booking queues a job for each reminder in its own transaction, with an id and nothing else', async ({
  database: { ownerSql: sql },
}) => {
  await sql`delete from pgboss.job where name = 'appointment.remind'`;
  const person = await bookedAt(sql, '2026-11-27T14:00Z');
  const jobs =
    await sql`select data, start_after from pgboss.job where name = 'appointment.remind' order by start_after`;
  expect(jobs.map(({ data }) => data)).toEqual(Array(4).fill({ appointmentId: person.id }));
  expect(jobs.map(({ start_after }) => start_after.toISOString())).toEqual([
    '2026-11-24T14:00:00.000Z',
    '2026-11-25T14:00:00.000Z',
    '2026-11-26T08:00:00.000Z',
    '2026-11-27T12:00:00.000Z',
  ]);
});

test.describe('quiet hours, on the client’s own clock', () => {
  const due = (startsAt: string, zone: string) =>
    Object.fromEntries(
      reminderTimes({ startsAt: new Date(startsAt), zone }).map(({ kind, dueAt }) => [
        kind,
        dueAt.toISOString(),
      ]),
    );

  test('what falls into the night comes on the evening before, so that the notice to cancel in is never less', () => {
    // 09:00 in London is 04:00 in New York.
    expect(due('2026-11-27T09:00Z', 'America/New_York')).toMatchObject({
      'appointment-48h': '2026-11-25T01:00:00.000Z',
      'forms-72h': '2026-11-24T01:00:00.000Z',
      'forms-30h': '2026-11-26T01:00:00.000Z',
    });
    // Thirty hours before 13:00 is 07:00.
    expect(due('2026-11-27T13:00Z', 'Europe/London')['forms-30h']).toBe('2026-11-25T20:00:00.000Z');
  });

  test('two hours before nine is seven: it waits for eight, and of a session at half past eight nothing comes', () => {
    expect(due('2026-11-27T09:00Z', 'Europe/London')['appointment-2h']).toBe('2026-11-27T08:00:00.000Z');
    expect(due('2026-11-27T08:30Z', 'Europe/London')['appointment-2h']).toBeUndefined();
    expect(due('2026-11-27T14:00Z', 'Europe/London')['appointment-2h']).toBe('2026-11-27T12:00:00.000Z');
  });

  test('48 hours are 48 hours across a change of the clocks', () => {
    // The clocks went back on 25 October 2026 in London.
    expect(due('2026-10-26T14:00Z', 'Europe/London')['appointment-48h']).toBe('2026-10-24T14:00:00.000Z');
  });

  test('a worker that stood still sends nothing in the night, nor what is over', async ({
    database: { ownerSql: sql },
  }) => {
    const person = await bookedAt(sql, '2026-11-27T14:00Z');
    itIs('2026-11-25T22:30Z');
    await remindAll();
    expect(await remindersTo(sql, person)).toEqual([]);
    itIs('2026-11-26T15:00Z');
    await remindAll();
    // Less than 24 hours are left: the first is over, the chasing is not.
    expect(await remindersTo(sql, person)).toEqual([FORMS]);
  });
});
