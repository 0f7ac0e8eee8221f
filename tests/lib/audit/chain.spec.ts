// The record names the first row that does not hold, whoever changed it (P-06).
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { brokenChains } from '@/lib/audit/verify';
import { expect, test } from '../../support/database';
import { aClient, aJob } from '../../support/people';

/** A client with a chain of five links; the first is the making of their account. */
async function aChain() {
  const client = await aClient();
  for (let more = 0; more < 4; more += 1) {
    await as(client, (tx) =>
      record(tx, { event: 'answer.saved', subject: client.id, detail: { page: `${more}` } }),
    );
  }
  return client;
}

const broken = (subject: string) => as(aJob, (tx) => brokenChains(tx, subject));

test.describe('the audit chain', () => {
  test('holds when nobody touched it, also when many write at once', async ({ database }) => {
    const client = await aChain();
    await Promise.all(
      Array.from({ length: 30 }, () =>
        as(client, (tx) => record(tx, { event: 'answer.saved', subject: client.id })),
      ),
    );
    expect(await broken(client.id)).toEqual([]);
    const [count] =
      await database.ownerSql`select count(*)::int as n, max(seq)::int as last from audit_event where subject = ${client.id}`;
    expect({ ...count }).toEqual({ n: 35, last: 35 });
  });

  test('says who acted, as the database saw it and not as the app might say', async ({ database }) => {
    const client = await aChain();
    const [row] =
      await database.ownerSql`select actor_kind, actor_id from audit_event where subject = ${client.id} and seq = 2`;
    expect({ ...row }).toEqual({ actor_kind: 'client', actor_id: client.id });
  });

  test('a change that is rolled back leaves no link', async () => {
    const client = await aChain();
    await as(client, async (tx) => {
      await record(tx, { event: 'answer.saved', subject: client.id });
      throw new Error('undo');
    }).catch(() => {});
    expect(await broken(client.id)).toEqual([]);
  });

  for (const [what, change, expected] of [
    [
      'edited',
      `update audit_event set detail = '{"page":"9"}' where subject = $1 and seq = 3`,
      { seq: 3, why: 'changed' },
    ],
    ['deleted', 'delete from audit_event where subject = $1 and seq = 3', { seq: 3, why: 'missing' }],
    [
      'reordered',
      'update audit_event set seq = case seq when 3 then 14 when 4 then 3 else seq end where subject = $1 and seq in (3, 4)',
      { seq: 3, why: 'out-of-order' },
    ],
    [
      'inserted',
      `insert into audit_event select gen_random_uuid(), subject, 16, at, actor_kind, actor_id, event, detail, prev_hash, hash
         from audit_event where subject = $1 and seq = 3`,
      { seq: 6, why: 'missing' },
    ],
  ] as const) {
    test(`P-06 a row ${what} behind the app’s back is named`, async ({ database }) => {
      const client = await aChain();
      await database.superuserSql.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await sql.unsafe(change, [client.id]);
      });
      expect(await broken(client.id)).toMatchObject([{ subject: client.id, ...expected }]);
    });
  }

  test('P-06 a chain cut short is seen against its head', async ({ database }) => {
    const client = await aChain();
    await database.superuserSql.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`delete from audit_event where subject = ${client.id} and seq > 3`;
    });
    expect(await broken(client.id)).toMatchObject([{ seq: 4, why: 'missing' }]);
  });
});
