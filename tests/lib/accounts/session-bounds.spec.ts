// A session shows what was given in it and no more, by Postgres too: no query of the app's role says that a key was given which wasn't.
import { sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { enrolSecondFactor, giveSecondFactor, secretToEnrol } from '@/lib/accounts/second-factor';
import { sessionOf } from '@/lib/accounts/session';
import { hashOfSecret } from '@/lib/accounts/sign-in-secrets';
import { totpCode } from '@/lib/accounts/totp';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { expect, test } from '@/tests/support/database';
import { aClient, aStaffMember, openClinic } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

const run = (actor: Actor, ...texts: string[]) =>
  as(actor, async (tx: Tx) => {
    for (const text of texts) await tx.execute(sql.raw(text));
  });
const FORBIDDEN = { code: '42501' };

/** Signed in by mail, with an app set up and not given here. */
async function byMail() {
  const staff = { ...(await aStaffMember('lead')), roles: [] };
  const secret = (await secretToEnrol(staff)) ?? '';
  const first = await openSession(await signedIn(staff));
  const enrolled = await enrolSecondFactor(staff, first.id, totpCode(secret, clock.now()));
  expect(enrolled.ok).toBe(true);
  shiftClock(2 * 60_000);
  const token = await signedIn(staff);
  const { id } = await openSession(token);
  return { staff, secret, token, id };
}

/** Signed in by mail, with a PIN that was not given here. */
async function clientByMail() {
  const client = await aClient();
  const now = clock.now().toISOString();
  await run(
    client,
    `insert into client_pin (client_id, verifier, set_at) values ('${client.id}', 'made up', '${now}')`,
  );
  const token = await signedIn(client);
  const { id } = await openSession(token);
  return { client, token, id, asked: { kind: 'first-step', id: client.id } as const };
}

const nowText = () => clock.now().toISOString();

test('of staff who came by mail no query says that the second step was given; a code that is spent does', async () => {
  const { staff, secret, token, id } = await byMail();
  const say = `update session set second_factor_at = '${nowText()}' where id = '${id}'`;
  const wrong = 'update staff_second_factor set wrong_elsewhere = wrong_elsewhere + 1';
  const touch = 'update staff_second_factor set last_step = last_step';
  for (const before of [[], [wrong], [touch], [`select set_config('foyer.secret', 'mine', true)`]])
    await expect(run(staff, ...before, say), before.join()).rejects.toMatchObject(FORBIDDEN);
  const bearer = { kind: 'bearer', secret: hashOfSecret(token) } as const;
  await expect(run(bearer, say)).rejects.toMatchObject(FORBIDDEN);
  const given = await giveSecondFactor(staff, id, totpCode(secret, clock.now()));
  expect(given.ok && (await sessionOf(given.token))?.secondFactorAt).toBeInstanceOf(Date);
  // Given, it is not moved: neither back, to hide, nor on, to stay fresh; nor is it another's.
  for (const at of ["now() - interval '1 year'", "now() + interval '1 day'", 'null'])
    await expect(
      run(staff, `update session set second_factor_at = ${at} where id = '${id}'`),
      at,
    ).rejects.toMatchObject(FORBIDDEN);
});

test('a colleague’s code opens no session of one’s own', async () => {
  const [mine, other] = [await byMail(), await byMail()];
  await expect(
    run(
      mine.staff,
      `select set_config('foyer.actor_id', '${other.staff.id}', true)`,
      `update staff_second_factor set last_step = last_step + 1 where staff_id = '${other.staff.id}'`,
      `select set_config('foyer.actor_id', '${mine.staff.id}', true)`,
      `update session set second_factor_at = '${nowText()}' where id = '${mine.id}'`,
    ),
  ).rejects.toMatchObject(FORBIDDEN);
});

test('a client’s session says of a key only what was given, and that there is none only while there is none', async () => {
  const { client, asked, id } = await clientByMail();
  const at = nowText();
  const here = `where id = '${id}'`;
  const right = `update client_pin set given_at = '${at}', wrong_in_a_row = 0`;
  for (const texts of [
    [`update session set second_factor_at = '${at}', second_key_by = 'pin' ${here}`],
    [`update session set second_factor_at = '${at}' ${here}`],
    [right, `update session set second_factor_at = '${at}', second_key_by = 'passkey' ${here}`],
    [right, `update session set second_factor_at = '${at}' ${here}`],
  ])
    await expect(run(asked, ...texts), texts.join()).rejects.toMatchObject(FORBIDDEN);
  await run(asked, right, `update session set second_factor_at = '${at}', second_key_by = 'pin' ${here}`);
  await expect(
    run(client, `update session set second_factor_at = null, second_key_by = null ${here}`),
  ).rejects.toMatchObject(FORBIDDEN);
  await run(
    client,
    'delete from client_pin',
    `update session set second_factor_at = null, second_key_by = null ${here}`,
  );
});

test('wrong tries are counted one by one, and put aside only by a key', async ({
  database: { ownerSql },
}) => {
  const { asked, id } = await clientByMail();
  const here = `where id = '${id}'`;
  await run(asked, `update session set wrong_here = wrong_here + 1 ${here}`);
  await run(asked, 'update client_pin set wrong_in_a_row = wrong_in_a_row + 1');
  for (const text of [
    `update session set wrong_here = 0 ${here}`,
    `update session set wrong_here = 20 ${here}`,
    `update session set wrong_elsewhere = 3 ${here}`,
    `update session set wrong_since = now() ${here}`,
    'update client_pin set wrong_in_a_row = 0',
    'update client_pin set wrong_in_a_row = 20',
    "update client_pin set shut_at = now() - interval '1 year'",
    "update client_pin set given_at = now() + interval '1 year', wrong_in_a_row = 0",
    "update client_pin set set_at = set_at - interval '1 day'",
  ])
    await expect(run(asked, text), text).rejects.toMatchObject(FORBIDDEN);
  await ownerSql`update client_pin set shut_at = now() where client_id = ${asked.id}`;
  await expect(run(asked, 'update client_pin set shut_at = null')).rejects.toMatchObject(FORBIDDEN);

  const { staff } = await byMail();
  await run(staff, 'update staff_second_factor set wrong_elsewhere = wrong_elsewhere + 1');
  for (const set of [
    'wrong_elsewhere = 0',
    'wrong_elsewhere = 50',
    'wrong_at_known = -1',
    'last_step = last_step + 1000000',
  ])
    await expect(run(staff, `update staff_second_factor set ${set}`), set).rejects.toMatchObject(FORBIDDEN);
});

test('a session begins with nothing given, is made by nobody’s token, and once ended stays so', async () => {
  const client = await aClient();
  const insert = (columns: string, values: string, account = client.id) =>
    `insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at, signed_in_by${columns})
      values ('${newId()}', '${newId()}', '${account}', '${nowText()}', '${nowText()}', '${nowText()}', 'code'${values})`;
  const plain = insert('', '');
  await run(client, plain);
  for (const [columns, value] of [
    ['second_factor_at', `'${nowText()}'`],
    ['second_key_by', "'pin'"],
    ['wrong_here', '-5'],
    ['challenge', "'mine'"],
  ])
    await expect(run(client, insert(`, ${columns}`, `, ${value}`)), columns).rejects.toMatchObject(FORBIDDEN);
  await expect(run(client, plain.replaceAll(nowText().slice(0, 4), '2099'))).rejects.toMatchObject(FORBIDDEN);
  const hash = hashOfSecret('of my own making');
  await expect(
    run(
      { kind: 'bearer', secret: hash },
      insert('', '').replace(/values \('([^']+)', '[^']+'/, `values ('$1', '${hash}'`),
    ),
  ).rejects.toMatchObject(FORBIDDEN);

  const token = await signedIn(client);
  const bearer = { kind: 'bearer', secret: hashOfSecret(token) } as const;
  for (const set of [
    "token_hash = 'other'",
    "challenge = 'mine', challenge_until = now()",
    'wrong_here = 1',
    "last_seen_at = now() + interval '1 day'",
  ])
    await expect(run(bearer, `update session set ${set}`), set).rejects.toThrow();
  await run(bearer, `update session set ended_at = '${nowText()}'`);
  for (const set of ['ended_at = null', "token_hash = 'anew'"])
    await expect(
      run(client, `update session set ${set} where ended_at is not null`),
      set,
    ).rejects.toMatchObject(FORBIDDEN);
});

test('a session’s owner deletes none: what was signed in stays to be looked at', async ({
  database: { ownerSql },
}) => {
  const client = await aClient();
  const token = await signedIn(client);
  await run(client, 'delete from session');
  await run({ kind: 'bearer', secret: hashOfSecret(token) }, 'delete from session');
  expect(await ownerSql`select 1 from session where account_id = ${client.id}`).toHaveLength(1);
});

test('a challenge lasts its minutes, and the same one is not put back', async () => {
  const client = await aClient();
  const { id } = await openSession(await signedIn(client));
  const put = (text: string, minutes: number) =>
    run(
      client,
      `update session set challenge = '${text}', challenge_until = '${new Date(clock.now().getTime() + minutes * 60_000).toISOString()}' where id = '${id}'`,
    );
  await put('one', 5);
  await expect(put('two', 60)).rejects.toMatchObject(FORBIDDEN);
  shiftClock(3 * 60_000);
  await expect(put('one', 5), 'made to last').rejects.toMatchObject(FORBIDDEN);
});

test('a passkey’s counter never goes back, and it is used now', async ({ database: { ownerSql } }) => {
  const client = await aClient();
  await ownerSql`insert into client_passkey (id, client_id, reference, credential_id, public_key, counter, transports, label, added_at)
    values (${newId()}, ${client.id}, ${newId()}, ${newId()}, 'made up', 7, '{}', 'sealed', now())`;
  for (const set of ['counter = 6', `counter = 8, last_used_at = now() + interval '1 day'`])
    await expect(run(client, `update client_passkey set ${set}`), set).rejects.toMatchObject(FORBIDDEN);
  await run(client, `update client_passkey set counter = 8, last_used_at = '${nowText()}'`);
});
