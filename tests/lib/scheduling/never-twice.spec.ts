// A slot is never given twice, however many ask for it at once and from wherever.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { clock } from '@/lib/env/clock';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { atOnce } from '@/tests/support/at-once';
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
import type { Outcome, Race } from './race-process';

// A database of its own: other files' clinicians would be free at these times too.

const RACERS = 50;
const ROUNDS = 20;

test.beforeEach(async ({ database }) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(database.ownerSql);
});
test.afterAll(() => itIs(new Date().toISOString()));

test('the database itself refuses a clinician’s time that is taken', async ({ database }) => {
  const [constraint] = await database.ownerSql`
    select contype, pg_get_constraintdef(oid) as says from pg_constraint
    where conrelid = 'clinician_time'::regclass and contype = 'x'`;
  expect(constraint?.says).toBe('EXCLUDE USING gist (clinician_id WITH =, occupied WITH &&) WHERE (active)');
  const id = await madeUpClinician(database.ownerSql);
  const take = (from: string, until: string) => database.ownerSql`
    insert into clinician_time (id, clinician_id, occupied, kind)
    values (gen_random_uuid(), ${id}, tstzrange(${from}, ${until}), 'appointment')`;
  await take('2026-11-24T10:00Z', '2026-11-24T11:00Z');
  await take('2026-11-24T11:00Z', '2026-11-24T12:00Z');
  await expect(take('2026-11-24T10:30Z', '2026-11-24T10:31Z')).rejects.toThrow(/clinician_time_never_twice/);
});

/** Two processes with 25 connections each. */
async function twoProcesses(use: (race: (asks: Race['asks']) => Promise<Outcome>) => Promise<void>) {
  const children: ChildProcess[] = [0, 1].map(() =>
    fork(join(import.meta.dirname, 'race-process.ts'), {
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: resolve(import.meta.dirname, '../../tsconfig.json'),
        DATABASE_CONNECTIONS: String(RACERS / 2),
      },
    }),
  );
  try {
    await Promise.all(children.map((child) => once(child, 'message')));
    await use(async (asks) => {
      const halves = [asks.filter((_, i) => i % 2 === 0), asks.filter((_, i) => i % 2 === 1)];
      const outcomes = await Promise.all(
        children.map(async (child, i) => {
          const answer = once(child, 'message') as Promise<[Outcome]>;
          child.send({ now: clock.now().toISOString(), asks: halves[i] ?? [] } satisfies Race);
          return (await answer)[0];
        }),
      );
      return {
        results: outcomes.flatMap(({ results }) => results),
        milliseconds: Math.max(...outcomes.map(({ milliseconds }) => milliseconds)),
      };
    });
  } finally {
    for (const child of children) child.kill();
  }
}

test('B-01: a slot asked for by fifty people at once goes to one, twenty times over, and nobody waits long', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const clients: Client[] = [];
  for (let i = 0; i < RACERS; i++) clients.push(await madeUpClient(sql));
  const slots = await freeTimes(clinician);
  const [lost] = slots;
  if (!lost) throw new Error('no slot');
  const asks = (slotOf: (i: number) => { startsAt: Date } | undefined) =>
    clients.map(({ id }, i) => ({
      client: id,
      clinician: lost.clinician.reference,
      startsAt: slotOf(i)?.startsAt.toISOString() ?? '',
    }));
  const startAgain = async () => {
    await sql`update appointment set status = 'cancelled'`;
    await sql`update clinician_time set active = false`;
  };

  await twoProcesses(async (race) => {
    // To each their own: how long fifty bookings take when nobody is in the way.
    const apart = await race(asks((i) => slots[i]));
    expect(apart.results.filter((result) => result === 'booked')).toHaveLength(RACERS);
    await startAgain();
    for (let round = 0; round < ROUNDS; round++) {
      const { results, milliseconds } = await race(asks(() => slots[round]));
      expect(results.filter((result) => result === 'booked')).toHaveLength(1);
      expect(results.filter((result) => result === 'slot-taken')).toHaveLength(RACERS - 1);
      // A deadlock costs a second at least, and a stall of them costs dozens.
      expect(milliseconds).toBeLessThan(Math.max(5_000, apart.milliseconds * 5));
      await startAgain();
    }
  });
  const [overlapping] = await sql`select count(*)::int as pairs from appointment a join appointment b
    on a.clinician_id = b.clinician_id and a.id < b.id and a.status = 'booked' and b.status = 'booked'
    and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`;
  expect(overlapping?.pairs).toBe(0);
});

test('B-02: overlapping lengths and buffers never overlap in the diary', async ({ database }) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql, { session: 50, before: 5, after: 5 });
  const clients: Client[] = [];
  for (let i = 0; i < 12; i++) clients.push(await madeUpClient(sql));
  const short = (await freeTimes(clinician)).slice(0, 12);
  await sql`update clinician set session_minutes = 80, buffer_before_minutes = 10, buffer_after_minutes = 15 where id = ${clinician}`;
  const long = (await freeTimes(clinician)).slice(0, 12);
  // Half of them ask while it is the one length, half while it is the other.
  const [first, second] = [clients.slice(0, 6), clients.slice(6)];
  await Promise.all(first.map((client, i) => bookAppointment(client, askingFor(long[i]))));
  await sql`update clinician set session_minutes = 50, buffer_before_minutes = 5, buffer_after_minutes = 5 where id = ${clinician}`;
  const results = await Promise.all(second.map((client, i) => bookAppointment(client, askingFor(short[i]))));
  for (const result of results) if (!result.ok) expect(result.reason).toBe('slot-taken');
  const [row] = await sql`select count(*)::int as pairs from clinician_time a join clinician_time b
    on a.clinician_id = b.clinician_id and a.id < b.id and a.active and b.active and a.occupied && b.occupied`;
  expect(row?.pairs).toBe(0);
  expect((await sql`select 1 from appointment`).length).toBeGreaterThanOrEqual(6);
});

test('B-03: two clients who swap their times at once each end with one time, and see no error', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  for (let round = 0; round < 5; round++) {
    const slots = await freeTimes(clinician);
    const [one, other] = [slots[0], slots[10]];
    if (!one || !other) throw new Error('no slots');
    const mine = await bookAppointment(a, askingFor(one));
    const theirs = await bookAppointment(b, askingFor(other));
    if (!mine.ok || !theirs.ok) throw new Error('not booked');
    const swaps = await Promise.all([
      moveAppointment(a, mine.reference, askingFor(other)),
      moveAppointment(b, theirs.reference, askingFor(one)),
    ]);
    for (const swap of swaps) if (!swap.ok) expect(swap.reason).toBe('slot-taken');
    const booked = await sql`select a.client_id from appointment a join clinician_time t on t.id = a.time_id
      where a.status = 'booked' and t.active and lower(t.occupied) = a.starts_at`;
    expect(booked.map((row) => row.client_id).sort()).toEqual([a.id, b.id].sort());
    expect((await sql`select 1 from clinician_time where active`).length).toBe(2);
    await sql`update appointment set status = 'cancelled'`;
    await sql`update clinician_time set active = false`;
  }
});

test('B-04: a cancellation against a booking of the same time ends in one state', async ({ database }) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const [a, b] = [await madeUpClient(sql), await madeUpClient(sql)];
  for (let round = 0; round < 5; round++) {
    const [slot] = await freeTimes(clinician);
    if (!slot) throw new Error('no slot');
    const mine = await bookAppointment(a, askingFor(slot));
    if (!mine.ok) throw new Error('not booked');
    const [cancelled, booked] = await Promise.all([
      cancelAppointment(a, mine.reference),
      bookAppointment(b, askingFor(slot)),
    ]);
    expect(cancelled).toEqual({ ok: true });
    const rows = await sql`select client_id from appointment where status = 'booked'`;
    expect(rows.map((row) => row.client_id)).toEqual(booked.ok ? [b.id] : []);
    expect((await sql`select 1 from clinician_time where active`).length).toBe(booked.ok ? 1 : 0);
    await sql`update appointment set status = 'cancelled'`;
    await sql`update clinician_time set active = false`;
  }
});

test('B-05: one client who books two clinicians at once gets one', async ({ database }) => {
  const sql = database.ownerSql;
  const [one, other] = [await madeUpClinician(sql), await madeUpClinician(sql)];
  const client = await madeUpClient(sql);
  const slots = [(await freeTimes(one))[0], (await freeTimes(other))[3]];
  const results = await Promise.all(slots.map((slot) => bookAppointment(client, askingFor(slot))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'has-appointment' });
  expect((await sql`select 1 from clinician_time where active`).length).toBe(1);
});

test('B-06: the same form sent fifty times books once and mails once', async ({ database }) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql);
  const client = await madeUpClient(sql);
  const [slot] = await freeTimes(clinician);
  const booking = askingFor(slot);
  const results = await atOnce(50, () => bookAppointment(client, booking));
  const references = new Set(results.map((result) => (result.ok ? result.reference : result.reason)));
  expect([...references]).toEqual([expect.stringMatching(/^[0-9A-Z]{10}$/)]);
  expect((await sql`select 1 from appointment`).length).toBe(1);
  const notices = await sql`select id from notice where account_id = ${client.id}`;
  expect(notices).toHaveLength(1);
  const jobs = await sql`select 1 from pgboss.job where data->>'noticeId' = ${notices[0]?.id}`;
  expect(jobs).toHaveLength(1);
});

test('the last place of a clinician’s day goes to one, whichever times are asked for', async ({
  database,
}) => {
  const sql = database.ownerSql;
  const clinician = await madeUpClinician(sql, { maximum: 2 });
  const slots = (await freeTimes(clinician)).slice(0, 6);
  expect(new Set(slots.map(({ startsAt }) => startsAt.toISOString().slice(0, 10))).size).toBe(1);
  const clients: Client[] = [];
  for (const _ of slots) clients.push(await madeUpClient(sql));
  const results = await Promise.all(clients.map((client, i) => bookAppointment(client, askingFor(slots[i]))));
  expect(results.filter(({ ok }) => ok)).toHaveLength(2);
  expect(results.filter((result) => !result.ok && result.reason === 'slot-taken')).toHaveLength(4);
});
