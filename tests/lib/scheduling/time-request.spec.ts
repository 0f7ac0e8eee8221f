// Nobody meets a dead end: for whom there is no time, there is a reason, another way, and somebody who gets in touch.
import { as } from '@/db/client';
import { changeHowToCome } from '@/lib/forms/change-how-to-come';
import { nextStep } from '@/lib/onboarding/journey';
import { journeyFacts, pathBefore } from '@/lib/onboarding/journey-facts';
import { sendSubmission } from '@/lib/review/send-submission';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { askForTime, ownTimeRequest } from '@/lib/scheduling/time-request';
import { timesToChoose } from '@/lib/scheduling/times-to-choose';
import { expect, test } from '../../support/database';
import { openClinic as openKeys } from '../../support/people';
import { askingFor, itIs, madeUpClient, madeUpClinician, openClinic } from './made-up-clinic';

test.beforeEach(async ({ database }) => {
  await openKeys();
  itIs('2026-11-23T10:00Z');
  await openClinic(database.ownerSql);
  await madeUpClinician(database.ownerSql, { formats: ['video'], regions: ['GB-ENG'] });
});

/** In person, where people are only seen by video. */
async function stuck(sql: Parameters<typeof madeUpClient>[0]) {
  const client = await madeUpClient(sql);
  expect(await changeHowToCome(client, { format: 'in-person' })).toEqual({ ok: true });
  return client;
}

test('the page of times says why there are none, and what would work', async ({ database }) => {
  const client = await stuck(database.ownerSql);
  expect(await timesToChoose(client, { moving: false })).toMatchObject({
    ok: true,
    days: [],
    nobody: { because: 'format', instead: { format: 'video' } },
  });
});

test('one press on what would work brings the times, and no section has to be looked over again', async ({
  database,
}) => {
  const client = await stuck(database.ownerSql);
  await changeHowToCome(client, { format: 'video' });
  const times = await timesToChoose(client, { moving: false });
  expect(times.ok && times.days.length).toBeGreaterThan(0);
});

test('who asks to be given a time goes on: the later forms open, and all is sent without an appointment', async ({
  database,
}) => {
  const client = await stuck(database.ownerSql);
  expect(await pathBefore(client, '/forms/check')).toBe('/home?first=book');
  expect(await sendSubmission(client)).toEqual({ ok: false, reason: 'not-ready' });
  expect(await askForTime(client)).toEqual({ ok: true });
  expect(await pathBefore(client, '/forms/check')).toBeNull();
  expect(await pathBefore(client, '/forms/6/1')).toBeNull();
  const facts = await as(client, (tx) => journeyFacts(tx, client.id));
  expect(facts.timeAsked).toBe('open');
  expect(nextStep(facts)?.id).toBe('forms.relationships');
  expect(await sendSubmission(client)).toMatchObject({ ok: true });
});

test('asked ten times at once it is one task, due within two working days', async ({ database }) => {
  const client = await stuck(database.ownerSql);
  await Promise.all(Array.from({ length: 10 }, () => askForTime(client)));
  const tasks = await database.ownerSql`select due_at from task where client_id = ${client.id}`;
  // Asked on a Monday at 10: seven hours are left of it, eight more on Tuesday, the last on Wednesday.
  expect(tasks.length).toBe(1);
  expect(tasks[0]?.due_at.toISOString().slice(0, 16)).toBe('2026-11-25T10:00');
});

test('whom somebody can see asks for nothing: they choose a time or wait for one', async ({ database }) => {
  const client = await madeUpClient(database.ownerSql);
  expect(await askForTime(client)).toEqual({ ok: false, reason: 'can-be-seen' });
  expect(await ownTimeRequest(client)).toBeNull();
});

test('a booking ends the asking', async ({ database }) => {
  const client = await stuck(database.ownerSql);
  await askForTime(client);
  await changeHowToCome(client, { format: 'video' });
  const times = await timesToChoose(client, { moving: false });
  const slot = times.ok ? times.days[0]?.slots[0] : undefined;
  expect(await bookAppointment(client, askingFor(slot))).toMatchObject({ ok: true });
  expect(await ownTimeRequest(client)).toMatchObject({ done: true });
});

test('times stand on the clock where they will be, until they choose another', async ({ database }) => {
  await madeUpClinician(database.ownerSql, { regions: ['GB-SCT', 'IE'] });
  const client = await madeUpClient(database.ownerSql);
  await database.ownerSql`update clinic_setting set data = jsonb_set(data, '{zone}', '"America/New_York"')`;
  expect(await timesToChoose(client, { moving: false })).toMatchObject({
    zone: 'Europe/London',
    clinicZone: 'America/New_York',
  });
  expect(await timesToChoose(client, { moving: false, zone: 'Asia/Tokyo' })).toMatchObject({
    zone: 'Asia/Tokyo',
  });
});
