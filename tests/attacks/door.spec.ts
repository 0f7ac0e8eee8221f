// Nothing opens without an actor, and nobody can rewrite what happened (Z-07, Z-08).
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { record } from '@/lib/audit/record';
import { expect, test } from '../support/database';
import { aClient, aStaffMember } from '../support/people';

const whoAsks = async (tx: Tx) =>
  (await tx.execute<{ id: string }>(sql`select current_setting('foyer.actor_id', true) as id`))[0]?.id;

/** What is written once and stands: a record, a seal, a danger sign and what was done about it. */
const ONLY_GROWS = [
  ...['audit_event', 'signature', 'flag', 'flag_event', 'estimate', 'estimate_diagnosis'],
  ...['document_version', 'questionnaire_version', 'going_live_event'],
];

const causeOf = (error: Error) => error.cause ?? error;

test.describe('the door to the data', () => {
  test('Z-07 the app’s role without an actor reads no row of any table', async ({ database }) => {
    await aClient();
    await aStaffMember('lead');
    const tables = await database.ownerSql<
      { name: string }[]
    >`select tablename as name from pg_tables where schemaname = 'public'`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await database.appSql`select count(*)::int as n from ${database.appSql(name)}`.catch(
        () => [{ n: 0 }],
      );
      expect(rows[0]?.n, name).toBe(0);
    }
    const [owned] = await database.ownerSql`select count(*)::int as n from account`;
    expect(owned?.n, 'there was something to read').toBeGreaterThan(0);
  });

  test('row-level security is on and forced on every table', async ({ database }) => {
    const open = await database.ownerSql`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`;
    expect([...open]).toEqual([]);
  });

  test('the app’s role owns nothing, and cannot bypass a policy or make a role', async ({ database }) => {
    const [role] = await database.appSql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    expect({ ...role }).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
    const owned = await database.appSql`select relname from pg_class where relowner = current_user::regrole`;
    expect([...owned]).toEqual([]);
    await expect(database.appSql`set role foyer_owner`.execute()).rejects.toThrow(/permission denied/);
  });

  test('P-01 what Postgres refuses is told by its code, and not by the words that were written', async () => {
    const client = await aClient();
    const broken = as(client, (tx) =>
      tx.execute(
        sql`insert into chapter_read (client_id, chapter) values (${'Quetzalmark'}, ${'Quetzalmark'})`,
      ),
    );
    const fault = await broken.catch((error: unknown) => error);
    expect(inspect(fault, { depth: 10, showHidden: true })).not.toContain('Quetzalmark');
    expect(fault).toMatchObject({ name: 'RefusedQuery', code: '22P02' });
  });

  test('a client sees their own account and key, and nobody else’s', async () => {
    const [mine, other] = [await aClient(), await aClient()];
    const seen = await as(mine, (tx) =>
      tx.execute(
        sql`select id from account union all select subject_id from vault_key where subject_id <> '00000000-0000-7000-8000-000000000001'`,
      ),
    );
    expect(new Set(seen.map((row) => row.id))).toEqual(new Set([mine.id]));
    expect(seen.map((row) => row.id)).not.toContain(other.id);
  });

  test('staff who have not given their second factor see nobody', async () => {
    await aClient();
    const staff = await aStaffMember('lead', 'admin');
    const seen = await as({ ...staff, roles: [] }, (tx) => tx.execute(sql`select id from account`));
    expect(seen.map((row) => row.id)).toEqual([staff.id]);
  });

  test('whoever asks in the same breath as they are made known is read as themselves, however many come at once', async () => {
    const clients = [await aClient(), await aClient(), await aClient()];
    const asked = Array.from({ length: 60 }, (_, i) => clients[i % clients.length] ?? clients[0]);
    const seen = await Promise.all(
      asked.map((client) => client && as(client, (tx) => Promise.all([whoAsks(tx), whoAsks(tx)]))),
    );
    expect(seen).toEqual(asked.map((client) => [client?.id, client?.id]));
  });

  test('who can’t be made known to Postgres reads nothing', async () => {
    const reads: Promise<unknown>[] = [];
    const asked = as({ kind: 'bearer', secret: 'no\0body' }, (tx) => {
      reads.push(Promise.resolve(tx.execute(sql`select data from clinic_setting`)));
      return Promise.all(reads);
    });
    await expect(asked).rejects.toThrow();
    expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(['rejected']);
  });

  test('what is asked through a transaction that is over is refused, and not sent', async () => {
    const [mine, other] = [await aClient(), await aClient()];
    let over: Tx | undefined;
    await as(mine, async (tx) => {
      over = tx;
    });
    // Whichever connection it was: all of them are somebody else's now.
    const late = await Promise.all(
      Array.from({ length: 10 }, () =>
        as(other, async (tx) => [await over?.execute(sql`select 1`).catch(causeOf), await whoAsks(tx)]),
      ),
    );
    for (const [fault, who] of late) {
      expect(fault).toMatchObject({ name: 'AfterTheEnd' });
      expect(who).toBe(other.id);
    }
  });

  test('of what is asked together one fails: the others are answered before it ends, and ask nothing after', async () => {
    const [mine, other] = [await aClient(), await aClient()];
    let goOn = () => {};
    const until = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const answered: string[] = [];
    let slow: Promise<unknown> = Promise.resolve();
    const broken = as(mine, (tx) => {
      slow = until.then(() => whoAsks(tx)).catch(causeOf);
      const sent = tx.execute(sql`select pg_sleep(0.2)`).then(() => answered.push('slept'));
      return Promise.all([sent.then(() => tx.execute(sql`select 1 / 0`)), tx.execute(sql`select 1`), slow]);
    });
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    expect(answered).toEqual(['slept']);
    const seen = await as(other, async (tx) => {
      goOn();
      return [await slow, await whoAsks(tx)];
    });
    expect(seen).toEqual([expect.objectContaining({ name: 'AfterTheEnd' }), other.id]);
  });

  test('what the driver cannot send is refused before it is sent, and the connection goes on', async () => {
    const client = await aClient();
    for (const value of [undefined, new Date(), { made: 'up' }]) {
      const asked = as(client, (tx) =>
        Promise.all([whoAsks(tx), tx.execute(sql`select ${sql.param(value)}::text`), whoAsks(tx)]),
      );
      await expect(asked.catch(causeOf)).resolves.toMatchObject({ name: 'CannotBeSent' });
    }
    expect(await as(client, whoAsks)).toBe(client.id);
    // Nobody can be told as whom: then nothing at all is asked.
    let ran = false;
    const nobody = as({ kind: 'client', id: undefined as unknown as string }, async () => {
      ran = true;
    });
    await expect(nobody.catch(causeOf)).resolves.toMatchObject({ name: 'CannotBeSent' });
    expect(ran).toBe(false);
  });

  test('a transaction whose work has its answer still waits for all it has sent', async () => {
    const client = await aClient();
    let answered = false;
    await as(client, async (tx) => {
      void tx.execute(sql`select pg_sleep(0.2)`).then(() => {
        answered = true;
      });
      return whoAsks(tx);
    });
    expect(answered).toBe(true);
  });

  test('what is sent behind a lock is read when the lock is had', async ({ database }) => {
    const client = await aClient();
    const key = 4711;
    let read: Promise<unknown> = Promise.resolve();
    await database.superuserSql.begin(async (other) => {
      await other`select pg_advisory_xact_lock(${key})`;
      read = as(client, (tx) =>
        behind(tx.execute(sql`select pg_advisory_xact_lock(${key})`), () =>
          tx.execute<{ later: boolean }>(sql`select second_key_later_at is not null as later from client`),
        ),
      ).then((rows) => rows.map(({ later }) => later));
      const waiting = () =>
        database.superuserSql`select from pg_locks where not granted and locktype = 'advisory' and objid = ${key}`;
      await expect.poll(async () => (await waiting()).length).toBe(1);
      await other`update client set second_key_later_at = now() where id = ${client.id}`;
    });
    expect(await read).toEqual([true]);
  });

  test('Z-08 the app’s role may empty no table, nor change its shape, and takes nothing back of what only grows', async ({
    database,
  }) => {
    const may = await database.appSql<
      { name: string; truncates: boolean; refers: boolean; changes: boolean }[]
    >`
      select tablename as name, has_table_privilege(quote_ident(tablename), 'truncate') as truncates,
        has_table_privilege(quote_ident(tablename), 'references, trigger') as refers,
        has_table_privilege(quote_ident(tablename), 'delete') or has_any_column_privilege(quote_ident(tablename), 'update')
          as changes
      from pg_tables where schemaname = 'public'`;
    expect(may.length).toBeGreaterThan(40);
    expect(may.filter(({ truncates, refers }) => truncates || refers)).toEqual([]);
    expect(
      may.filter(({ name, changes }) => ONLY_GROWS.includes(name) && changes).map(({ name }) => name),
    ).toEqual([]);
    expect(ONLY_GROWS.filter((name) => !may.some((table) => table.name === name))).toEqual([]);
  });

  for (const change of [
    'update audit_event set event = event',
    'delete from audit_event',
    'truncate audit_event',
    'update signature set version = 1',
    'delete from signature',
    'truncate signature cascade',
    'update flag set level = level',
    'delete from flag',
    'update audit_head set seq = 0',
    'delete from document_version',
    'alter table audit_event disable trigger all',
  ]) {
    test(`Z-08 the app’s role may not: ${change}`, async ({ database }) => {
      const client = await aClient();
      await as(client, (tx) => record(tx, { event: 'session.begun', subject: client.id }));
      await expect(database.appSql.unsafe(change)).rejects.toThrow(
        /permission denied|must be owner|append-only/,
      );
    });
  }

  test('even the owner cannot change the record without taking the trigger away first', async ({
    database,
  }) => {
    await aClient();
    await expect(
      database.ownerSql`update audit_event set event = 'submission.read'`.execute(),
    ).rejects.toThrow(/append-only/);
  });
});
