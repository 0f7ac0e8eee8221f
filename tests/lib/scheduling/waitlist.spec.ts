// Whoever waits for a time is asked in turn, one person at a time, and what is kept for them is nobody else's meanwhile.
import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { answer, clinicianTime, slotOffer, waitlistEntry } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { factsOf } from '@/lib/notices/facts-of';
import { nextStep } from '@/lib/onboarding/journey';
import { journeyFacts } from '@/lib/onboarding/journey-facts';
import { sendSubmission } from '@/lib/review/send-submission';
import { readWaitingClients } from '@/lib/review/waiting-clients';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { changeDays, previewDays } from '@/lib/scheduling/change-days';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import { leaveWaitlist } from '@/lib/scheduling/leave-waitlist';
import { letOfferGo } from '@/lib/scheduling/let-offer-go';
import { offerEndsAt } from '@/lib/scheduling/offer-hours';
import { offerOpenTimes } from '@/lib/scheduling/offer-open-times';
import { offerHoursNow, saveOfferHours } from '@/lib/scheduling/save-offer-hours';
import { timeToCheck } from '@/lib/scheduling/time-to-check';
import { ownWaitlist } from '@/lib/scheduling/waitlist-of';
import { expect, test } from '../../support/database';
import { aStaffMember, openClinic as openKeys } from '../../support/people';
import {
  ADMIN,
  askingFor,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
  referenceOf,
} from './made-up-clinic';
import { ANYTHING, madeUpWaiter, offers, takenTimes } from './made-up-line';

/** A Monday. The clinician gives one session a day, at nine in London. */
const MONDAY = '2026-11-23T10:00Z';
let cleo: string;

test.beforeEach(async ({ database }) => {
  await openKeys();
  itIs(MONDAY);
  await openClinic(database.ownerSql);
  cleo = await madeUpClinician(database.ownerSql, { from: '09:00', until: '10:00' });
});
test.afterAll(() => itIs(new Date().toISOString()));

/** The next `days` mornings are taken, and there are no others. Returns who holds each. */
async function fullDiary(sql: Sql, days: number) {
  const holders = [];
  for (const slot of (await freeTimes(cleo)).slice(0, days)) {
    const client = await madeUpClient(sql);
    const booked = await bookAppointment(client, askingFor(slot));
    if (!booked.ok) throw new Error(`not booked: ${booked.reason}`);
    holders.push({ client, reference: booked.reference, slot });
  }
  const last = holders.at(-1);
  if (!last) throw new Error('no diary');
  const until = last.slot.startsAt.toISOString().slice(0, 10);
  await sql`update availability_rule set effective_until = ${until} where clinician_id = ${cleo}`;
  expect(await freeTimes(cleo)).toEqual([]);
  return { holders, last };
}

const cancel = ({ client, reference }: { client: { kind: 'client'; id: string }; reference: string }) =>
  cancelAppointment(client, reference);

test('a time that is given back is kept for whoever waited longest, and for nobody else', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const { last } = await fullDiary(sql, 2);
  const [first, second] = [await madeUpWaiter(sql), await madeUpWaiter(sql)];
  await offerOpenTimes();
  expect(await offers(sql)).toEqual([]);
  await cancel(last);
  await offerOpenTimes();
  await offerOpenTimes();
  const { startsAt } = last.slot;
  expect(await offers(sql)).toMatchObject([{ client_id: first.id, starts_at: startsAt, ended_by: null }]);
  expect(await freeTimes(cleo)).toEqual([]);
  expect(await takenTimes(sql)).toEqual(['appointment', 'held']);
  expect((await ownWaitlist(first))?.offer).toMatchObject({ startsAt, name: 'Cleo Clinician (made up)' });
  expect((await ownWaitlist(second))?.offer).toBeNull();
  // Forged, or followed from an old page: the time is somebody's.
  expect(await bookAppointment(second, askingFor(last.slot))).toEqual({ ok: false, reason: 'slot-taken' });
  const told = await sql`select account_id from notice where kind = 'appointment-offered'
    and account_id in ${sql([first.id, second.id])}`;
  expect(told.map(({ account_id }) => account_id)).toEqual([first.id]);
});

test('told by mail they read the time only where the inbox is theirs, not in the night, and nothing that is over', async ({
  database,
}) => {
  const sql = database.ownerSql;
  itIs('2026-11-23T23:00Z');
  const client = await madeUpWaiter(sql);
  await offerOpenTimes();
  const [row] =
    await sql`select n.about_id, j.start_after from notice n join pgboss.job j on j.data->>'noticeId' = n.id::text
    where n.account_id = ${client.id} and n.kind = 'appointment-offered'`;
  expect(row?.start_after.toISOString().slice(0, 13)).toBe('2026-11-24T08');
  const says = (ownInbox: boolean) =>
    as({ kind: 'job', name: 'test' }, (tx) =>
      factsOf(tx, 'appointment-offered', { aboutId: row?.about_id, locale: 'en', ownInbox }),
    );
  expect((await says(true))?.when).toMatch(/^Wednesday 25 November 2026, 9:00 am/);
  expect((await says(false))?.when).toBeNull();
  await leaveWaitlist(client);
  expect(await says(true)).toBeNull();
});

test('taking it is booking it: checked, booked, and off the list', async ({ database }) => {
  const sql = database.ownerSql;
  const { last } = await fullDiary(sql, 2);
  const client = await madeUpWaiter(sql);
  await cancel(last);
  await offerOpenTimes();
  const slot = { with: await referenceOf(cleo), startsAt: last.slot.startsAt, zone: 'Europe/London' };
  expect(await timeToCheck(client, slot, false)).toMatchObject({ ok: true, keptUntil: expect.any(Date) });
  expect(await bookAppointment(client, askingFor(last.slot))).toMatchObject({ ok: true });
  expect((await offers(sql)).map(({ ended_by }) => ended_by)).toEqual(['accepted']);
  expect(await takenTimes(sql)).toEqual(['appointment', 'appointment']);
  expect(await ownWaitlist(client)).toBeNull();
});

test('what is let go, or runs out, goes to the next in line, and comes back to nobody', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const { last } = await fullDiary(sql, 4);
  const line = [await madeUpWaiter(sql), await madeUpWaiter(sql), await madeUpWaiter(sql)];
  const [first, second] = line;
  if (!first || !second) throw new Error('no line');
  await cancel(last);
  await offerOpenTimes();
  const reference = (await offers(sql))[0]?.reference ?? '';
  await letOfferGo(second, reference);
  expect((await offers(sql))[0]?.ended_by, 'another’s is not theirs to let go').toBeNull();
  await letOfferGo(first, reference);
  // Once for going on to the second, once for the third, once for finding nobody else.
  for (const _ of line) {
    await offerOpenTimes();
    const live = (await offers(sql)).find(({ ended_by }) => ended_by === null);
    if (live) itIs(live.expires_at.toISOString());
  }
  await offerOpenTimes();
  expect((await offers(sql)).map(({ client_id, ended_by }) => [client_id, ended_by])).toEqual(
    line.map(({ id }) => [id, id === first.id ? 'declined' : 'expired']),
  );
  // They still wait for another one, and this one is there for everybody.
  for (const client of line) expect(await ownWaitlist(client)).toMatchObject({ offer: null });
  expect((await freeTimes(cleo)).length).toBe(1);
});

test('it is kept for twelve waking hours, and never into the clinician’s notice', () => {
  const until = (startsAt: string, now: string, zone = 'Europe/London') =>
    offerEndsAt({ startsAt: new Date(startsAt), now: new Date(now), noticeHours: 24, zone, hours: 12 })
      ?.toISOString()
      .slice(0, 16) ?? null;
  // From ten on Monday: eleven hours until nine in the evening, and one in the morning.
  expect(until('2026-11-27T09:00Z', '2026-11-23T10:00Z')).toBe('2026-11-24T09:00');
  expect(until('2026-11-27T09:00Z', '2026-11-23T10:00Z', 'America/New_York')).toBe('2026-11-24T01:00');
  // In the night nothing passes.
  expect(until('2026-11-27T09:00Z', '2026-11-23T23:00Z')).toBe('2026-11-24T20:00');
  // The notice comes first; with less than one waking hour before it, nobody is asked.
  expect(until('2026-11-25T09:00Z', '2026-11-23T20:00Z')).toBe('2026-11-24T09:00');
  expect(until('2026-11-25T08:30Z', '2026-11-23T23:00Z')).toBeNull();
});

test('for how long is the clinic’s to say: an admin, in whole hours, and not what was promised already', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const { last } = await fullDiary(sql, 2);
  await madeUpWaiter(sql);
  const desk = await aStaffMember('front-desk');
  expect(await saveOfferHours(desk, '3')).toEqual({ ok: false, reason: 'not-allowed' });
  for (const typed of ['', '0', '49', '2.5', 'three', '-1', '1e1'])
    expect(await saveOfferHours(ADMIN, typed), typed).toEqual({ ok: false, reason: 'hours-wrong' });
  expect(await saveOfferHours(ADMIN, ' 3 ')).toEqual({ ok: true });
  expect(await offerHoursNow(desk)).toBe(3);
  await cancel(last);
  await offerOpenTimes();
  const until = new Date('2026-11-23T13:00Z');
  expect(await offers(sql)).toMatchObject([{ expires_at: until }]);
  expect(await saveOfferHours(ADMIN, '24')).toEqual({ ok: true });
  await offerOpenTimes();
  expect(await offers(sql)).toMatchObject([{ expires_at: until, ended_by: null }]);
});

test('a kept time whose clinician takes the day off is let go: they are told, keep their place, and the next is kept for them', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const { holders, last } = await fullDiary(sql, 3);
  const [waiter, behind] = [await madeUpWaiter(sql), await madeUpWaiter(sql)];
  await cancel(last);
  await offerOpenTimes();
  expect(await offers(sql)).toMatchObject([{ client_id: waiter.id, starts_at: last.slot.startsAt }]);

  const date = last.slot.startsAt.toISOString().slice(0, 10);
  const whole = { kind: 'off', from: date, until: date, startsLocal: null, endsLocal: null } as const;
  const asked = { clinician: await referenceOf(cleo), what: 'add', days: whole } as const;
  const looked = await previewDays(ADMIN, asked);
  if (!looked.ok) throw new Error(looked.reason);
  expect(await changeDays(ADMIN, { ...asked, shown: looked.shown, confirmed: '' })).toEqual({ ok: true });
  await Promise.all([offerOpenTimes(), offerOpenTimes()]);
  expect(await offers(sql)).toMatchObject([{ client_id: waiter.id, ended_by: 'taken-back' }]);
  expect(await takenTimes(sql)).not.toContain('held');
  expect(await ownWaitlist(waiter)).toMatchObject({ offer: null, takenBack: true, resting: false });
  const told =
    await sql`select kind from notice where account_id = ${waiter.id} and kind = 'offer-taken-back'`;
  expect(told).toHaveLength(1);

  // First in line still: what comes free next is theirs.
  const [other] = holders;
  if (!other) throw new Error('nobody holds a time');
  await cancel(other);
  await offerOpenTimes();
  expect((await offers(sql)).at(-1)).toMatchObject({
    client_id: waiter.id,
    starts_at: other.slot.startsAt,
    ended_by: null,
  });
  expect(await ownWaitlist(waiter)).toMatchObject({ takenBack: false });
  expect(await ownWaitlist(behind)).toMatchObject({ offer: null });
});

test('a time too near to be kept is passed over for a later one', async ({ database }) => {
  const sql = database.ownerSql;
  await sql`update availability_rule set ends_local = '12:00' where clinician_id = ${cleo}`;
  itIs('2026-11-24T08:29Z');
  await madeUpWaiter(sql);
  await offerOpenTimes();
  // At nine tomorrow half an hour is left before the clinician's notice; at ten it is more than an hour.
  expect((await offers(sql)).map(({ starts_at }) => starts_at.toISOString().slice(0, 16))).toEqual([
    '2026-11-25T10:00',
  ]);
});

test('only times that suit: the day, the part of the day, the clinician, and who may be seen', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const other = await madeUpClinician(sql, { name: 'Olu Other (made up)', from: '18:00', until: '19:00' });
  await madeUpClinician(sql, { name: 'Far Away (made up)', regions: ['US-CA'] });
  const tuesdays = await madeUpWaiter(sql, { weekdays: [2], partsOfDay: ['morning'] });
  const evenings = await madeUpWaiter(sql, { weekdays: [3], partsOfDay: ['evening'] });
  const named = await madeUpWaiter(sql, { with: await referenceOf(other), weekdays: [5] });
  // Sundays in Tokyo begin on Saturday here.
  const tokyo = await madeUpWaiter(sql, { weekdays: [6], partsOfDay: ['evening'], zone: 'Asia/Tokyo' });
  await madeUpWaiter(sql, { weekdays: [1], partsOfDay: ['afternoon'] });
  await offerOpenTimes();
  const made = new Map(
    (await offers(sql)).map((each) => [each.client_id, each.starts_at.toISOString().slice(0, 16)]),
  );
  expect(Object.fromEntries(made)).toEqual({
    [tuesdays.id]: '2026-12-01T09:00',
    [evenings.id]: '2026-11-25T18:00',
    [named.id]: '2026-11-27T18:00',
    [tokyo.id]: '2026-11-28T09:00',
  });
});

test('a daily maximum counts what is kept for somebody', async ({ database }) => {
  const sql = database.ownerSql;
  await sql`update clinician set daily_maximum = 1 where id = ${cleo}`;
  await sql`update availability_rule set ends_local = '12:00' where clinician_id = ${cleo}`;
  await madeUpWaiter(sql, { weekdays: [3] });
  await offerOpenTimes();
  expect(await takenTimes(sql)).toEqual(['held']);
  expect((await freeTimes(cleo)).map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).not.toContain(
    '2026-11-25',
  );
});

test('whoever books anything leaves the list, and what was kept for them is free', async ({ database }) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql);
  await offerOpenTimes();
  const [free] = await freeTimes(cleo);
  expect(await bookAppointment(client, askingFor(free))).toMatchObject({ ok: true });
  expect(await ownWaitlist(client)).toBeNull();
  expect((await offers(sql)).map(({ ended_by }) => ended_by)).toEqual(['declined']);
  expect(await takenTimes(sql)).toEqual(['appointment']);
});

test('a booking that comes too late leaves them where they were: in line, with their own time kept', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql);
  await offerOpenTimes();
  const [free] = await freeTimes(cleo);
  expect(await bookAppointment(await madeUpClient(sql), askingFor(free))).toMatchObject({ ok: true });
  expect(await bookAppointment(client, askingFor(free))).toEqual({ ok: false, reason: 'slot-taken' });
  expect((await ownWaitlist(client))?.offer).not.toBeNull();
  expect(await takenTimes(sql)).toEqual(['appointment', 'held']);
});

test('somebody who waits goes on with their tasks, and may send', async ({ database }) => {
  const client = await madeUpWaiter(database.ownerSql, { weekdays: [7], partsOfDay: ['evening'] });
  const facts = await as(client, (tx) => journeyFacts(tx, client.id));
  expect(facts.waits).toBe(true);
  expect(nextStep(facts)?.id).toBe('forms.relationships');
  expect(await sendSubmission(client)).toMatchObject({ ok: true });
});

test('joining twice is joining once; new wishes keep the place; leaving gives back what was kept', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql, { weekdays: [2] });
  const joinedAt = (await ownWaitlist(client))?.joinedAt;
  itIs('2026-11-23T12:00Z');
  await Promise.all(
    [1, 2, 3, 4, 5].map(() => joinWaitlist(client, { ...ANYTHING, weekdays: [3, 4], weeks: 2 })),
  );
  expect(await ownWaitlist(client)).toMatchObject({
    joinedAt,
    weekdays: [3, 4],
    weeks: 2,
  });
  await offerOpenTimes();
  await leaveWaitlist(client);
  await leaveWaitlist(client);
  expect(await ownWaitlist(client)).toBeNull();
  expect(await takenTimes(sql)).toEqual([]);
  const events =
    await sql`select event from audit_event where subject = ${client.id} and event ~ 'waitlist|offer' order by seq`;
  expect(events.map(({ event }) => event)).toEqual([
    'waitlist.joined',
    ...Array.from({ length: 5 }, () => 'waitlist.changed'),
    'offer.made',
    'offer.declined',
    'waitlist.left',
  ]);
});

test('three times unanswered, and nothing more is kept until they say that they still wait', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql);
  for (let round = 0; round < 5; round++) {
    await offerOpenTimes();
    const live = (await offers(sql)).find(({ ended_by }) => ended_by === null);
    if (live) itIs(live.expires_at.toISOString());
  }
  expect((await offers(sql)).map(({ ended_by }) => ended_by)).toEqual(['expired', 'expired', 'expired']);
  expect(await ownWaitlist(client)).toMatchObject({ resting: true, offer: null });
  await joinWaitlist(client, ANYTHING);
  await offerOpenTimes();
  expect(await ownWaitlist(client)).toMatchObject({ resting: false, offer: { startsAt: expect.any(Date) } });
});

test('the waiting ends when they said it would, and when staff gave them a time', async ({ database }) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql, { weekdays: [7], partsOfDay: ['evening'], weeks: 2 });
  const other = await madeUpWaiter(sql, { weekdays: [7], partsOfDay: ['evening'] });
  await sql`insert into clinician_time (id, clinician_id, occupied, kind)
    values ('01900000-0000-7000-8000-0000000000c1', ${cleo}, tstzrange('2026-11-30T09:00Z', '2026-11-30T10:00Z'), 'appointment')`;
  await sql`insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time, format, form_token, created_at)
    values ('01900000-0000-7000-8000-0000000000c2', 'MADEUP0001', ${other.id}, ${cleo}, '01900000-0000-7000-8000-0000000000c1',
      '2026-11-30T09:00Z', '2026-11-30T09:50Z', 'Europe/London', '2026-11-30T09:00', 'video', 'made up', now())`;
  await offerOpenTimes();
  expect(await ownWaitlist(client)).not.toBeNull();
  expect(await ownWaitlist(other)).toBeNull();
  itIs('2026-12-07T12:00Z');
  await offerOpenTimes();
  expect(await ownWaitlist(client)).toBeNull();
});

test('whom staff see waiting, they may reach; of an unsent form that is all they see, and only while it lasts', async ({
  database,
}) => {
  const desk = await aStaffMember('front-desk');
  const client = await madeUpWaiter(database.ownerSql, { weekdays: [6, 7] });
  const { items } = await readWaitingClients(desk);
  expect(items).toMatchObject([
    { name: 'Made up', reference: expect.any(String), waitlist: { weekdays: [6, 7], offer: null } },
  ]);
  expect(items[0]?.contact.map(({ id }) => id)).toContain('A4');
  const seen = () =>
    as(desk, (tx) =>
      tx.select({ question: answer.question }).from(answer).where(eq(answer.clientId, client.id)),
    );
  const questions = (await seen()).map(({ question }) => question);
  expect(questions.length).toBeGreaterThan(3);
  expect(questions.filter((question) => !/^(A\d+|B1)$/.test(question))).toEqual([]);
  await leaveWaitlist(client);
  expect(await seen()).toEqual([]);
});

test('one client’s waiting is nobody else’s to see, and nobody keeps a time for themselves', async ({
  database,
}) => {
  const sql = database.ownerSql;
  await madeUpWaiter(sql);
  await offerOpenTimes();
  const other = await madeUpClient(sql);
  const rows = await as(other, async (tx) => [
    ...(await tx.select().from(waitlistEntry)),
    ...(await tx.select().from(slotOffer)),
  ]);
  expect(rows).toEqual([]);
  const held = { id: newId(), clinicianId: cleo, kind: 'held' as const };
  await expect(
    as(other, (tx) =>
      tx.insert(clinicianTime).values({ ...held, occupied: '[2026-12-01T09:00Z,2026-12-01T10:00Z)' }),
    ),
  ).rejects.toThrow();
  const freed = await as(other, (tx) =>
    tx.update(clinicianTime).set({ active: false }).where(eq(clinicianTime.kind, 'held')).returning(),
  );
  expect(freed).toEqual([]);
});

test('whoever is forgotten leaves no time held', async ({ database }) => {
  const sql = database.ownerSql;
  const client = await madeUpWaiter(sql);
  await offerOpenTimes();
  expect(await takenTimes(sql)).toEqual(['held']);
  await sql`delete from waitlist_entry where client_id = ${client.id}`;
  await offerOpenTimes();
  expect(await takenTimes(sql)).toEqual([]);
});

test('nobody waits who has an appointment, has not agreed yet, or can’t be seen by anybody', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const booked = await madeUpClient(sql);
  await bookAppointment(booked, askingFor((await freeTimes(cleo))[0]));
  expect(await joinWaitlist(booked, ANYTHING)).toEqual({ ok: false, reason: 'has-appointment' });
  expect(await joinWaitlist(await madeUpClient(sql, { signed: [] }), ANYTHING)).toEqual({
    ok: false,
    reason: 'agreements-missing',
  });
  expect(await joinWaitlist(await madeUpClient(sql, { region: 'GB-SCT' }), ANYTHING)).toEqual({
    ok: false,
    reason: 'nobody',
  });
});
