// A sign-in that is under way with an address its account has left opens nothing, however close the two are in time.
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { as } from '@/db/client';
import { account } from '@/db/schema';
import { keepSession } from '@/lib/accounts/keep-session';
import { sessionOf } from '@/lib/accounts/session';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { emailIndex } from '@/lib/vault/indexes';
import { expect, type TestDatabase, test } from '../../support/database';
import { aClient, aStaffMember, openClinic } from '../../support/people';
import { anIntake, theTeam } from '../review/made-up-intakes';
import { anAddress, aSession, asksFor, eventsOf, sessionsOf } from './made-up-changes';

test.beforeAll(openClinic);

/** Signs in as the route does once a code for `email` was right. */
function signIn(accountId: string, email: string, kind: 'client' | 'staff' = 'client') {
  const token = newSecret();
  const kept = keepSession({ accountId, kind, email, token, by: 'code', ip: '192.0.2.1', userAgent: '' });
  return { token, kept };
}

/** Until that many of the app's transactions wait for somebody else's lock. */
async function waiting({ superuserSql: sql }: TestDatabase, many: number) {
  await expect
    .poll(async () => {
      const [row] = await sql`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and usename = 'foyer_app' and wait_event_type = 'Lock'`;
      return row?.n;
    })
    .toBe(many);
}

/** Holds what `lock` selects while `meanwhile` runs, then lets go. */
const holding = (sql: Sql, lock: (sql: Sql) => Promise<unknown>, meanwhile: (sql: Sql) => Promise<unknown>) =>
  sql.begin(async (tx) => {
    await lock(tx as unknown as Sql);
    await meanwhile(tx as unknown as Sql);
  });

test('it waits for the change that is under way, and then finds no way in', async ({ database }) => {
  const { ownerSql: sql } = database;
  const old = anAddress();
  const client = await aClient(old);
  let begun: ReturnType<typeof signIn> | undefined;
  await holding(
    sql,
    (tx) => tx`select 1 from account where id = ${client.id} for update`,
    async (tx) => {
      begun = signIn(client.id, old);
      await waiting(database, 1);
      await tx`update account set email_index = ${`left-${client.id}`} where id = ${client.id}`;
      await tx`update session set ended_at = now() where account_id = ${client.id}`;
    },
  );
  expect(await begun?.kept).toBe(false);
  expect(await sessionOf(begun?.token)).toBeNull();
  expect(await sessionsOf(sql, client.id)).toEqual([]);
  expect(await eventsOf(sql, client.id), 'and none is on record').toEqual(['account.made']);
});

test('one that was first is ended by the change', async ({ database }) => {
  const { ownerSql: sql } = database;
  const old = anAddress();
  const client = await aClient(old);
  const here = await aSession(sql, client.id);
  const { prove } = await asksFor(sql, client, anAddress(), { session: here });
  const { token, kept } = signIn(client.id, old);
  expect(await kept).toBe(true);
  expect(await prove()).toMatchObject({ ok: true });
  expect(await sessionOf(token)).toBeNull();
  expect(await sessionsOf(sql, client.id)).toEqual([here]);
});

test('an account that is disabled, or a proof of another address, begins none; staff sign in as before', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const email = anAddress();
  const client = await aClient(email);
  expect(await signIn(client.id, anAddress()).kept).toBe(false);
  await sql`update account set disabled_at = now() where id = ${client.id}`;
  expect(await signIn(client.id, email).kept).toBe(false);

  const staff = await aStaffMember('clinician');
  const work = anAddress();
  await sql`update account set email_index = ${emailIndex(work)} where id = ${staff.id}`;
  expect(await signIn(staff.id, work, 'staff').kept).toBe(true);
  await sql`update account set disabled_at = now() where id = ${staff.id}`;
  expect(await signIn(staff.id, work, 'staff').kept).toBe(false);
});

test('staff hold their own account while a session begins, and cannot change it', async () => {
  const { id } = await aStaffMember('clinician');
  const staff = { kind: 'staff', id, roles: [] } as const;
  const own = eq(account.id, id);
  expect(await as(staff, (tx) => tx.select().from(account).where(own).for('update'))).toHaveLength(1);
  await expect(
    as(staff, (tx) => tx.update(account).set({ emailIndex: 'another' }).where(own)),
  ).rejects.toMatchObject({ code: '42501' });
});

test('the two never wait for each other: neither fails, in whichever order they come', async ({
  database,
}) => {
  await theTeam();
  const { ownerSql: sql } = database;
  for (const first of ['change', 'sign-in']) {
    const { client, email } = await anIntake({ A1: 'only-me' }, { upTo: 'forms' });
    const here = await aSession(sql, client.id);
    const { prove } = await asksFor(sql, client, anAddress(), { session: here, inbox: 'others' });
    let both: Promise<unknown>[] = [];
    let token = '';
    await holding(
      sql,
      // Both write to the record: whoever comes to it first waits here, with all it holds by then.
      (tx) => tx`select 1 from audit_head where subject = ${client.id} for update`,
      async () => {
        const begin = () => {
          const begun = signIn(client.id, email);
          token = begun.token;
          return begun.kept;
        };
        const order = first === 'change' ? [prove, begin] : [begin, prove];
        for (const [at, start] of order.entries()) {
          both = [...both, start()];
          await waiting(database, at + 1);
        }
      },
    );
    const answers = await Promise.all(both);
    expect(answers, first).toContainEqual(expect.objectContaining({ ok: true }));
    expect(await sessionOf(token), first).toBeNull();
    expect(await sessionsOf(sql, client.id), first).toEqual([here]);
  }
});

test('side by side, a few milliseconds apart, no session of the old mailbox outlives the change', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  for (let apart = 0; apart < 12; apart += 1) {
    const old = anAddress();
    const client = await aClient(old);
    const here = await aSession(sql, client.id);
    const { prove } = await asksFor(sql, client, anAddress(), { session: here });
    const begun = signIn(client.id, old);
    await pause(apart);
    const [, proved] = await Promise.all([begun.kept, prove()]);
    expect(proved).toMatchObject({ ok: true });
    expect(await sessionsOf(sql, client.id)).toEqual([here]);
  }
});
