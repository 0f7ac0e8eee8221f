// What the client of an appointment has on file is kept beside it as their submissions say, also while both change at once.
import type postgres from 'postgres';
import { newId, newReference } from '@/lib/env/ids';
import { expect, type TestDatabase, test } from '../../support/database';
import { theTeam } from './made-up-intakes';

type Sql = postgres.Sql | postgres.TransactionSql;

const HOUR = 3_600_000;
let clinicianId: string;

test.beforeAll(async () => {
  clinicianId = (await theTeam()).clinician.id;
});

async function aClient(sql: Sql) {
  const id = newId();
  await sql`insert into account (id, kind, email_index, email, created_at) values (${id}, 'client', ${id}, 'made up', now())`;
  await sql`insert into client (id, created_at) values (${id}, now())`;
  return id;
}

async function aSubmission(sql: Sql, clientId: string, status: string) {
  const id = newId();
  await sql`insert into submission (id, reference, client_id, status, definition_version, created_at, changed_at, submitted_at)
    values (${id}, ${newReference()}, ${clientId}, ${status}, 'made up', now(), now(), ${status === 'draft' ? null : new Date()})`;
  return id;
}

async function anAppointment(sql: Sql, clientId: string) {
  const [id, time, startsAt] = [newId(), newId(), new Date(Date.now() + 24 * HOUR)];
  const endsAt = new Date(startsAt.getTime() + HOUR);
  await sql`insert into clinician_time (id, clinician_id, occupied, kind, active)
    values (${time}, ${clinicianId}, tstzrange(${startsAt}, ${endsAt}), 'appointment', false)`;
  await sql`insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time, format, status, form_token, created_at)
    values (${id}, ${newReference()}, ${clientId}, ${clinicianId}, ${time}, ${startsAt}, ${endsAt}, 'Europe/London', '2026-01-01T10:00',
      'video', 'booked', ${id}, now())`;
}

const filesOf = async (sql: Sql, clientId: string) =>
  (await sql`select file from appointment where client_id = ${clientId}`).map(({ file }) => file);

const become = (sql: Sql, id: string, status: string) =>
  sql`update submission set status = ${status}, submitted_at = coalesce(submitted_at, now()) where id = ${id}`;

test('it is nothing open, a draft, or an open submission, and follows each change of those', async ({
  database: { ownerSql: sql },
}) => {
  const clientId = await aClient(sql);
  const expectNow = async (file: string) => {
    await anAppointment(sql, clientId);
    expect([...new Set(await filesOf(sql, clientId))], file).toEqual([file]);
  };
  await expectNow('none');
  const first = await aSubmission(sql, clientId, 'draft');
  await expectNow('unsent');
  await become(sql, first, 'submitted');
  await expectNow('open');
  for (const [status, file] of [
    ['in-review', 'open'],
    ['declined', 'none'],
    ['in-review', 'open'],
    ['accepted', 'open'],
    ['closed', 'none'],
  ] as const) {
    await become(sql, first, status);
    await expectNow(file);
  }
  // A file that ended takes nothing from the next one.
  const second = await aSubmission(sql, clientId, 'draft');
  await expectNow('unsent');
  await sql`delete from submission where id = ${second}`;
  await expectNow('none');
});

test('nobody can say otherwise', async ({ database: { ownerSql: sql } }) => {
  const clientId = await aClient(sql);
  await aSubmission(sql, clientId, 'submitted');
  await anAppointment(sql, clientId);
  await sql`update appointment set file = 'none' where client_id = ${clientId}`;
  expect(await filesOf(sql, clientId)).toEqual(['open']);
});

/** Both at once: the second begins while the first has done its part and is not committed. */
async function atOnce(
  sql: postgres.Sql,
  first: (sql: Sql) => Promise<unknown>,
  second: (sql: Sql) => Promise<unknown>,
) {
  let both: Promise<unknown> = Promise.resolve();
  await sql.begin(async (tx) => {
    await first(tx);
    both = sql.begin(second);
    // Long enough for it to come as far as it can.
    await Promise.race([both, new Promise((answer) => setTimeout(answer, 150))]);
  });
  await both;
}

/** What changes on file while a time is booked. `before`: what there is already. */
const CHANGES = [
  {
    name: 'is begun',
    before: null,
    file: 'unsent',
    change: (sql: Sql, _: string, clientId: string) => aSubmission(sql, clientId, 'draft'),
  },
  {
    name: 'is sent',
    before: 'draft',
    file: 'open',
    change: (sql: Sql, id: string) => become(sql, id, 'submitted'),
  },
  {
    name: 'is closed',
    before: 'assigned',
    file: 'none',
    change: (sql: Sql, id: string) => become(sql, id, 'closed'),
  },
  {
    name: 'is opened again',
    before: 'closed',
    file: 'open',
    change: (sql: Sql, id: string) => become(sql, id, 'assigned'),
  },
  {
    name: 'is deleted',
    before: 'draft',
    file: 'none',
    change: (sql: Sql, id: string) => sql`delete from submission where id = ${id}`,
  },
] as const;

for (const { name, before, file, change } of CHANGES) {
  test(`a file that ${name} while a time is booked is known to the appointment, whichever comes first`, async ({
    database: { ownerSql: sql },
  }: {
    database: TestDatabase;
  }) => {
    for (const bookingFirst of [true, false]) {
      const clientId = await aClient(sql);
      const id = before ? await aSubmission(sql, clientId, before) : '';
      const [book, alter] = [
        (tx: Sql) => anAppointment(tx, clientId),
        (tx: Sql) => change(tx, id, clientId) as Promise<unknown>,
      ];
      await (bookingFirst ? atOnce(sql, book, alter) : atOnce(sql, alter, book));
      expect(await filesOf(sql, clientId), `booking ${bookingFirst ? 'first' : 'second'}`).toEqual([file]);
    }
  });
}
