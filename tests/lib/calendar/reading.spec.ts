// What the calendar and an appointment's page show: the right day in the clinic's zone, nothing clinical, one line in the record a look.
import { as } from '@/db/client';
import { answer } from '@/db/schema';
import { readAppointment } from '@/lib/calendar/appointment-file';
import { bookForClient } from '@/lib/calendar/book-for-client';
import { readCalendar } from '@/lib/calendar/calendar';
import { clientsToBook } from '@/lib/calendar/clients-to-book';
import { dayToClose } from '@/lib/calendar/day-to-close';
import { timesToBook, timesToMove } from '@/lib/calendar/times-for-client';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { isToldOfAppointments, toldByMail } from '@/lib/notices/told-by-mail';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { hoursOn } from '@/lib/scheduling/hours-on';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import { expect, test } from '../../support/database';
import { anIntake, type Intake, type Team, theTeam } from '../review/made-up-intakes';

const SECRET = 'a marked clinical answer, made up';
let team: Team;
let sent: Intake;
let draft: Intake;

test.beforeAll(async () => {
  team = await theTeam();
  sent = await anIntake({ C1: SECRET, J2: 'yes', J5: { way: 'text', details: 'marked safe way' } });
  draft = await anIntake({ C1: SECRET, A7: 'Nobody at all (made up)' }, { upTo: 'booked' });
});

const bookedOf = async ({ client }: Intake) => {
  const found = await as(client, (tx) => appointmentOf(tx, client.id));
  if (!found) throw new Error('nothing is booked');
  return found;
};

const dayOf = async (intake: Intake) => localDateOf((await bookedOf(intake)).startsAt, 'America/New_York');

test('the week shows who is booked, by name and initials, also of somebody who has not sent their forms', async () => {
  const { reference, startsAt } = await bookedOf(draft);
  const week = await readCalendar(team.frontDesk, { span: 'week', on: await dayOf(draft) });
  expect(week.days).toHaveLength(7);
  const cells = week.rows.flatMap(({ cells: each }) => each);
  const cell = cells.find(({ appointments }) => appointments.some((each) => each.reference === reference));
  expect(cell?.date).toBe(await dayOf(draft));
  const shown = cell?.appointments.find((each) => each.reference === reference);
  expect(shown).toMatchObject({ startsAt, status: 'booked', unmarked: false });
  expect(shown?.client.name).toMatch(/made up/);
  expect(shown?.client.initials).toMatch(/^\p{Lu}{1,2}$/u);
  expect(cell?.free.map(Number)).not.toContain(startsAt.getTime());
  // Staff may book what is too near for clients: from now on, not from tomorrow.
  const soonest = Math.min(...cells.flatMap(({ free }) => free.map(Number)));
  expect(soonest).toBeGreaterThan(clock.now().getTime());
});

test('Z-03 front desk is given no clinical word on any of these pages', async () => {
  const on = await dayOf(sent);
  const { reference } = await bookedOf(sent);
  const week = await readCalendar(team.frontDesk, { span: 'week', on });
  const clinician = week.rows.find(({ cells }) =>
    cells.some(({ appointments }) => appointments.some((each) => each.reference === reference)),
  )?.clinician.reference;
  const all = JSON.stringify([
    week,
    await readAppointment(team.frontDesk, reference),
    await readAppointment(team.frontDesk, (await bookedOf(draft)).reference),
    await timesToMove(team.frontDesk, reference, {}),
    await timesToBook(team.frontDesk, sent.reference, {}),
    await dayToClose(team.frontDesk, { with: clinician, on }),
    await clientsToBook(team.frontDesk, sent.reference),
  ]);
  expect(all).toContain(reference);
  for (const word of [SECRET, 'marked safe way', '"J2"', '"C1"', 'flag.raised', '"J5"'])
    expect(all).not.toContain(word);
});

test('of a draft with a booking staff read what the diary needs, and of one without nothing', async () => {
  const without = await anIntake({}, { upTo: 'forms' });
  const readable = async (who: typeof team.frontDesk, { client }: Intake) => {
    const rows = await as(who, (tx) => tx.select().from(answer));
    return rows.filter(({ clientId }) => clientId === client.id).map(({ question }) => question);
  };
  expect(await readable(team.frontDesk, without)).toEqual([]);
  for (const who of [team.frontDesk, team.clinician]) {
    const read = await readable(who, draft);
    expect(read).toEqual(expect.arrayContaining(['A2', 'A4', 'A7', 'A8', 'B1', 'C8', 'format']));
    expect(read.filter((id) => !/^(A\d+(-\w+)?|B1|B2|B3|B7|B10|C8|format)$/.test(id))).toEqual([]);
  }
});

test('who asked for a time and pays by insurance is booked by front desk before sending, and owes staff no estimate', async ({
  database: { ownerSql: sql },
}) => {
  for (const [pays, tasks] of [
    ['insurance', 0],
    ['self-pay', 1],
  ] as const) {
    const wanting = await anIntake({ B10: pays }, { upTo: 'forms' });
    await sql`insert into task (id, kind, client_id, due_at, created_at)
      values (${newId()}, 'time-wanted', ${wanting.client.id}, now(), now())`;
    const times = await timesToBook(team.frontDesk, wanting.reference, {});
    // Far enough away for an estimate to be owed to whoever pays for themselves.
    const slot = times?.days.at(-1)?.slots.at(-1);
    if (!slot) throw new Error('nobody has a free time');
    const asked = { clinician: slot.clinician.reference, startsAt: slot.startsAt, formToken: newId() };
    expect(await bookForClient(team.frontDesk, { reference: wanting.reference, ...asked })).toMatchObject({
      ok: true,
    });
    const open = await sql`select kind from task where client_id = ${wanting.client.id} and done_at is null`;
    expect(open.map(({ kind }) => kind)).toEqual(Array.from({ length: tasks }, () => 'estimate'));
  }
});

test('each look is one line in the record, with whom it showed', async ({ database: { ownerSql: sql } }) => {
  const { reference } = await bookedOf(sent);
  const count = async () => Number((await sql`select count(*) from audit_event`)[0]?.count);
  const newest = async () => (await sql`select * from audit_event order by at desc, id desc limit 1`)[0];
  const before = await count();
  await readCalendar(team.frontDesk, { span: 'day', on: await dayOf(sent) });
  expect(await newest()).toMatchObject({
    event: 'calendar.read',
    subject: 'clinic',
    actor_id: team.frontDesk.id,
  });
  expect((await newest())?.detail).toContain(reference);
  await readAppointment(team.lead, reference);
  expect(await newest()).toMatchObject({ event: 'appointment.read', subject: sent.client.id });
  expect(await count()).toBe(before + 2);
});

test('what makes no sense in an address is today, everybody, and nothing', async () => {
  const today = localDateOf(clock.now(), 'America/New_York');
  for (const on of ['yesterday', '2026-02-30', '9999-99-99', "'; --"]) {
    const day = await readCalendar(team.admin, { span: 'day', on, with: on });
    expect(day.days).toMatchObject([{ date: today, isToday: true }]);
    expect(day.chosen).toBeNull();
    expect(day.mayChange).toBe(false);
  }
  for (const reference of ['0000000000', "'; --", ''])
    expect(await readAppointment(team.clinician, reference)).toBeNull();
});

test('one clinician alone is shown when they are chosen', async () => {
  const week = await readCalendar(team.frontDesk, { span: 'week' });
  const [one] = week.clinicians;
  const alone = await readCalendar(team.frontDesk, { span: 'week', with: one?.reference });
  expect(alone.rows.map(({ clinician }) => clinician.reference)).toEqual([one?.reference]);
  expect(alone.clinicians).toEqual(week.clinicians);
});

test('staff see who hears of a change by mail, as the client permits it', async () => {
  const silent = await anIntake({ A4: 'site' }, { upTo: 'booked' });
  const [told, not] = [await bookedOf(draft), await bookedOf(silent)];
  const both = await toldByMail(team.frontDesk, [told.reference, not.reference]);
  for (const [intake, reference] of [
    [draft, told.reference],
    [silent, not.reference],
  ] as const) {
    expect(both.has(reference)).toBe(await isToldOfAppointments(intake.client));
  }
});

test('hours of another zone fall on the clinic’s day where they belong, time off and holidays with them', () => {
  const hours = {
    zone: 'Asia/Tokyo',
    sessionMinutes: 50,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    noticeHours: 0,
    horizonDays: 28,
    dailyMaximum: 9,
    rules: [2, 3].map((weekday) => ({
      weekday,
      startsLocal: '08:00',
      endsLocal: '12:00',
      effectiveFrom: null,
      effectiveUntil: null,
    })),
    exceptions: [{ onDate: '2026-11-24', kind: 'off' as const, startsLocal: '10:00', endsLocal: '11:00' }],
  };
  // Tuesday in London: 08:00 to 12:00 of Tuesday in Tokyo is 23:00 on Monday to 03:00; of Wednesday, from 23:00 on.
  const [from, until] = [new Date('2026-11-24T00:00Z'), new Date('2026-11-25T00:00Z')];
  const at = (written: string) => Date.parse(written);
  expect(hoursOn(hours, [], from, until)).toEqual({
    hours: [
      { from: at('2026-11-24T00:00Z'), until: at('2026-11-24T03:00Z') },
      { from: at('2026-11-24T23:00Z'), until: at('2026-11-25T00:00Z') },
    ],
    off: [{ from: at('2026-11-24T01:00Z'), until: at('2026-11-24T02:00Z') }],
  });
  expect(hoursOn(hours, ['2026-11-24', '2026-11-25'], from, until)).toEqual({ hours: [], off: [] });
});
