// The calendar file says "Appointment" at the right instant and nothing else; read back as a calendar would.

import ICAL from 'ical.js';
import { as } from '@/db/client';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { clock } from '@/lib/env/clock';
import { factsOf } from '@/lib/notices/facts-of';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { calendarFile } from '@/lib/scheduling/calendar-file';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { ownCalendarEntry } from '@/lib/scheduling/own-calendar-entry';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { expect, test } from '../../support/database';
import { openClinic as openKeys } from '../../support/people';
import {
  askingFor,
  type Client,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
} from './made-up-clinic';

test.beforeEach(async ({ database }) => {
  await openKeys();
  itIs('2026-10-20T08:00Z');
  await openClinic(database.ownerSql);
});
test.afterAll(() => itIs(new Date().toISOString()));

/** The file a client gets now, parsed. */
async function calendarOf(client: Client) {
  const entry = await ownCalendarEntry(client);
  if (!entry) throw new Error('no entry');
  const text = calendarFile(entry, { title: 'Appointment', at: clock.now() });
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  const [event] = events;
  if (!event || events.length > 1) throw new Error('not one event');
  const one = (name: string) => event.getFirstPropertyValue(name);
  const instant = (name: string) => (one(name) as ICAL.Time).toJSDate().toISOString();
  return {
    text,
    method: calendar.getFirstPropertyValue('method'),
    names: [...calendar.getAllProperties(), ...event.getAllProperties()].map(({ name }) => name).sort(),
    ...{ uid: one('uid'), sequence: one('sequence'), status: one('status'), class: one('class') },
    ...{
      summary: one('summary'),
      start: instant('dtstart'),
      end: instant('dtend'),
      stamp: instant('dtstamp'),
    },
  };
}

/** Books the time that begins at this instant, in this zone. */
async function booked(clinician: string, startsAt: string, zone: string, client: Client) {
  const slot = (await freeTimes(clinician)).find((each) => each.startsAt.toISOString().startsWith(startsAt));
  const result = await bookAppointment(client, { ...askingFor(slot), zone });
  if (!result.ok) throw new Error(result.reason);
  return result.reference;
}

test('it says "Appointment", when, and that it is private; no place, no words, no name, no address of ours', async ({
  database,
}) => {
  const client = await madeUpClient(database.ownerSql);
  await booked(await madeUpClinician(database.ownerSql), '2026-10-22T09:00', 'Europe/London', client);
  const file = await calendarOf(client);
  expect(file).toMatchObject({
    summary: 'Appointment',
    class: 'PRIVATE',
    status: 'CONFIRMED',
    method: 'PUBLISH',
    sequence: 0,
  });
  expect(file.names).toEqual([
    ...[
      'class',
      'dtend',
      'dtstamp',
      'dtstart',
      'method',
      'prodid',
      'sequence',
      'status',
      'summary',
      'uid',
      'version',
    ],
  ]);
  expect(file.stamp.slice(0, 16)).toBe('2026-10-20T08:00');
  expect(tellingWordIn(file.text)).toBeNull();
  expect(file.text).not.toMatch(/cleo|made-up|nowhere|ical-generator|sebbo|localhost|http/i);
  const [row] = await database.ownerSql`select id, reference from appointment where client_id = ${client.id}`;
  for (const secret of [row?.id, row?.reference, client.id]) expect(file.text).not.toContain(secret);
  // Lines as RFC 5545 wants them.
  expect(file.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(
    true,
  );
});

for (const [season, day, inLondon, inNewYork] of [
  [
    'both in summer time',
    '2026-10-22',
    '10:00 am (British Summer Time, London)',
    '5:00 am (Eastern Daylight Time, New York)',
  ],
  [
    'when only one has changed its clocks',
    '2026-10-28',
    '9:00 am (Greenwich Mean Time, London)',
    '5:00 am (Eastern Daylight Time, New York)',
  ],
  [
    'both in winter time',
    '2026-11-04',
    '9:00 am (Greenwich Mean Time, London)',
    '4:00 am (Eastern Standard Time, New York)',
  ],
] as const) {
  test(`B-09 page, mail and calendar name the same instant, ${season}`, async ({ database }) => {
    const sql = database.ownerSql;
    const client = await madeUpClient(sql);
    const clinician = await madeUpClinician(sql, { zone: 'UTC', from: '09:00', until: '10:00' });
    await booked(clinician, `${day}T09:00`, 'America/New_York', client);
    const onPage = await ownAppointment(client);
    if (!onPage) throw new Error('no appointment');
    expect(instantInWords(onPage.startsAt, onPage.zone, 'en')).toContain(inNewYork);
    expect(instantInWords(onPage.startsAt, onPage.clinicZone, 'en')).toContain(inLondon);
    const about = { aboutId: onPage.id, locale: 'en', ownInbox: true } as const;
    const mail = await as({ kind: 'job', name: 'test' }, (tx) => factsOf(tx, 'appointment-booked', about));
    expect(mail?.when).toBe(instantInWords(onPage.startsAt, onPage.zone, 'en'));
    expect(await calendarOf(client)).toMatchObject({
      start: `${day}T09:00:00.000Z`,
      end: `${day}T09:50:00.000Z`,
    });
  });
}

test('moved or cancelled it is the same entry with a higher sequence; a new booking is another', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  expect(await ownCalendarEntry(client)).toBeNull();
  const reference = await booked(clinician, '2026-10-22T09:00', 'Europe/London', client);
  const first = await calendarOf(client);
  const later = (await freeTimes(clinician)).find(({ startsAt }) =>
    startsAt.toISOString().startsWith('2026-10-27T10'),
  );
  expect(await moveAppointment(client, reference, askingFor(later))).toEqual({ ok: true });
  const moved = await calendarOf(client);
  expect(moved).toMatchObject({
    uid: first.uid,
    sequence: 1,
    status: 'CONFIRMED',
    start: '2026-10-27T10:00:00.000Z',
  });
  expect(await cancelAppointment(client, reference)).toEqual({ ok: true });
  const cancelled = await calendarOf(client);
  expect(cancelled).toMatchObject({
    uid: first.uid,
    sequence: 2,
    status: 'CANCELLED',
    method: 'CANCEL',
    start: moved.start,
  });
  await booked(clinician, '2026-10-23T09:00', 'Europe/London', client);
  const another = await calendarOf(client);
  expect(another).toMatchObject({ sequence: 0, status: 'CONFIRMED' });
  expect(another.uid).not.toBe(first.uid);
});
