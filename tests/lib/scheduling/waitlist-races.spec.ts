// Whatever happens at once with a time that is kept for somebody, it ends in one state, and nobody has it twice.
import type { Sql } from 'postgres';
import { isBusy } from '@/db/busy';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { leaveWaitlist } from '@/lib/scheduling/leave-waitlist';
import { letOfferGo } from '@/lib/scheduling/let-offer-go';
import { offerOpenTimes } from '@/lib/scheduling/offer-open-times';
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
import { madeUpWaiter, offers, takenTimes } from './made-up-line';

// A database of its own: others would wait here too.

const ROUNDS = 6;
const NOW = '2026-11-23T10:00Z';
let cleo: string;

test.beforeEach(async ({ database }) => {
  await openKeys();
  itIs(NOW);
  await openClinic(database.ownerSql);
  cleo = await madeUpClinician(database.ownerSql, { from: '09:00', until: '10:00' });
});
test.afterAll(() => itIs(new Date().toISOString()));

/** One morning is left in all the diary. */
async function oneTime(sql: Sql, onDate = '2026-11-27') {
  await sql`update availability_rule set effective_from = ${onDate}, effective_until = ${onDate} where clinician_id = ${cleo}`;
  const [slot] = await freeTimes(cleo);
  if (!slot) throw new Error('no time');
  return slot;
}

const bookedBy = async (sql: Sql) =>
  (await sql`select client_id from appointment where status = 'booked'`).map(
    ({ client_id }) => client_id as string,
  );

const keptFor = async (sql: Sql) =>
  (await offers(sql)).filter(({ ended_by }) => ended_by === null).map(({ client_id }) => client_id);

/** As it was before the round, but for the people. */
async function startAgain(sql: Sql) {
  itIs(NOW);
  await sql`delete from waitlist_entry`;
  await sql`update appointment set status = 'cancelled'`;
  await sql`update clinician_time set active = false`;
}

test('taken fifty times at once it is booked once', async ({ database }) => {
  const sql = database.ownerSql;
  const slot = await oneTime(sql);
  const client = await madeUpWaiter(sql);
  await offerOpenTimes();
  const same = askingFor(slot);
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, i) => bookAppointment(client, i % 2 ? same : askingFor(slot))),
  );
  for (const result of results) {
    // Where the machine is slow, some are asked to come again.
    if (result.status === 'rejected') expect(isBusy(result.reason)).toBe(true);
    else if (!result.value.ok) expect(result.value.reason).toBe('has-appointment');
  }
  expect(await bookedBy(sql)).toEqual([client.id]);
  expect(await takenTimes(sql)).toEqual(['appointment']);
  expect((await offers(sql)).map(({ ended_by }) => ended_by)).toEqual(['accepted']);
  const told =
    await sql`select 1 from notice where account_id = ${client.id} and kind = 'appointment-booked'`;
  expect(told).toHaveLength(1);
});

test('taken as it runs out: theirs, or the next one’s, and never both’s', async ({ database }) => {
  const sql = database.ownerSql;
  const slot = await oneTime(sql);
  for (let round = 0; round < ROUNDS; round++) {
    const [client, next] = [await madeUpWaiter(sql), await madeUpWaiter(sql)];
    await offerOpenTimes();
    itIs((await offers(sql))[0]?.expires_at.toISOString() ?? '');
    const [booked] = await Promise.all([
      bookAppointment(client, askingFor(slot)),
      offerOpenTimes(),
      round % 2 ? offerOpenTimes() : undefined,
    ]);
    await offerOpenTimes();
    expect([...(await bookedBy(sql)), ...(await keptFor(sql))]).toEqual([booked.ok ? client.id : next.id]);
    expect(await takenTimes(sql)).toEqual([booked.ok ? 'appointment' : 'held']);
    await startAgain(sql);
  }
});

test('two workers at once ask as one would: the first in line, each once', async ({ database }) => {
  const sql = database.ownerSql;
  await sql`update availability_rule set effective_from = '2026-11-26', effective_until = '2026-11-27' where clinician_id = ${cleo}`;
  for (let round = 0; round < ROUNDS; round++) {
    const line: Client[] = [];
    for (let place = 0; place < 4; place++) line.push(await madeUpWaiter(sql));
    await Promise.all([offerOpenTimes(), offerOpenTimes(), offerOpenTimes()]);
    expect((await keptFor(sql)).sort()).toEqual(
      line
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await takenTimes(sql)).toEqual(['held', 'held']);
    await startAgain(sql);
  }
});

test('given back while the line is walked, it goes to whoever stands first', async ({ database }) => {
  const sql = database.ownerSql;
  const slot = await oneTime(sql);
  for (let round = 0; round < ROUNDS; round++) {
    const holder = await madeUpClient(sql);
    const held = await bookAppointment(holder, askingFor(slot));
    if (!held.ok) throw new Error(held.reason);
    const [first] = [await madeUpWaiter(sql), await madeUpWaiter(sql), await madeUpWaiter(sql)];
    await Promise.all([offerOpenTimes(), cancelAppointment(holder, held.reference), offerOpenTimes()]);
    await offerOpenTimes();
    expect(await keptFor(sql)).toEqual([first.id]);
    expect(await takenTimes(sql)).toEqual(['held']);
    await startAgain(sql);
  }
});

test('let go, left and taken all at once: it is theirs, or the next one’s', async ({ database }) => {
  const sql = database.ownerSql;
  const slot = await oneTime(sql);
  for (let round = 0; round < ROUNDS; round++) {
    const [client, next] = [await madeUpWaiter(sql), await madeUpWaiter(sql)];
    await offerOpenTimes();
    const reference = (await offers(sql))[0]?.reference ?? '';
    const [booked] = await Promise.all([
      bookAppointment(client, askingFor(slot)),
      letOfferGo(client, reference),
      round % 2 ? leaveWaitlist(client) : undefined,
      offerOpenTimes(),
    ]);
    await offerOpenTimes();
    expect([...(await bookedBy(sql)), ...(await keptFor(sql))]).toEqual([booked.ok ? client.id : next.id]);
    expect((await takenTimes(sql)).length).toBe(1);
    await startAgain(sql);
  }
});

test('asked for by strangers while it is being kept for somebody: one has it', async ({ database }) => {
  const sql = database.ownerSql;
  const slot = await oneTime(sql);
  const strangers: Client[] = [];
  for (let i = 0; i < 8; i++) strangers.push(await madeUpClient(sql));
  for (let round = 0; round < ROUNDS; round++) {
    const waiter = await madeUpWaiter(sql);
    const results = await Promise.all([
      offerOpenTimes(),
      ...strangers.map((client) => bookAppointment(client, askingFor(slot))),
    ]);
    await offerOpenTimes();
    const booked = results.filter((result) => result?.ok).length;
    expect(booked).toBeLessThanOrEqual(1);
    expect(await keptFor(sql)).toEqual(booked === 0 ? [waiter.id] : []);
    expect((await takenTimes(sql)).length).toBe(1);
    await startAgain(sql);
  }
});
