// A client's PIN: with one, e-mail alone opens nothing, and nobody finds it by trying, not even in a stolen dump.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { addPasskey } from '@/lib/accounts/add-passkey';
import * as giving from '@/lib/accounts/give-pin';
import { LIMITS } from '@/lib/accounts/limits';
import { rememberNetwork } from '@/lib/accounts/mail-share';
import { rememberPinNetwork } from '@/lib/accounts/pin-network';
import { normalisePin, pinFault } from '@/lib/accounts/pin-rules';
import { PIN_TRIES } from '@/lib/accounts/pin-tries';
import { MOST_WAITING, pinFits, pinVerifier } from '@/lib/accounts/pin-verifier';
import { removeSecondKey } from '@/lib/accounts/remove-second-key';
import { resetSecondKey } from '@/lib/accounts/reset-second-key';
import { isFresh, keysToGive } from '@/lib/accounts/second-key';
import { actorOf, clientOf, firstStepOf, type Session, sessionOf } from '@/lib/accounts/session';
import * as setting from '@/lib/accounts/set-pin';
import { wrongTriesOf } from '@/lib/accounts/wrong-tries';
import { clock, shiftClock } from '@/lib/env/clock';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { homeOf } from '@/lib/onboarding/home';
import { openPost, somebodyWho } from '@/tests/lib/notices/made-up-post';
import { expect, test as inDatabase, type TestDatabase } from '@/tests/support/database';
import { countingHashes, quickHashes } from '@/tests/support/hashes';
import { aClient, aStaffMember, openClinic } from '@/tests/support/people';
import { atAQuarter, QUARTER } from '@/tests/support/quarter';
import { openSession, signedIn } from '@/tests/support/sessions';

const PIN = '604917';
const WRONG = '604918';
/** Where its owner sets it, and where somebody else is. */
const [HOME, AWAY] = ['192.0.2.1', '203.0.113.9'];

type SetWith = Omit<Parameters<typeof setting.setPin>[2], 'ip'>;
const setPin = (client: Actor & { kind: 'client' }, session: Session, given: SetWith) =>
  setting.setPin(client, session, { ...given, ip: HOME });
const givePin = (actor: Actor & { kind: 'first-step' }, sessionId: string, typed: string, ip = AWAY) =>
  giving.givePin({ actor, sessionId, ip }, typed);

/** What follows from a PIN is tried with hashes that are soon made; how slow a real one is, where that is the matter. */
const test = inDatabase.extend<{ slowHashes: boolean; hashes: null }>({
  slowHashes: [false, { option: true }],
  hashes: [
    async ({ slowHashes }, use) => {
      const end = slowHashes ? () => {} : quickHashes();
      await use(null);
      end();
    },
    { auto: true },
  ],
});

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

/** A client who has set a PIN: the token of that session, and of one begun by e-mail since. */
async function withPin() {
  const client = await aClient();
  const own = await setPin(client, await openSession(await signedIn(client)), { typed: PIN, again: PIN });
  if (!own.ok) throw new Error(own.reason);
  const token = await signedIn(client);
  const { id } = await openSession(token);
  return {
    client,
    own: own.token,
    token,
    sessionId: id,
    asked: { kind: 'first-step', id: client.id } as const,
  };
}

/** Gives the PIN once more in a session: its new token. */
async function gives(client: Actor & { kind: 'client' }, token: string, pin = PIN): Promise<string> {
  const given = await givePin({ kind: 'first-step', id: client.id }, (await openSession(token)).id, pin);
  if (!given.ok) throw new Error(given.reason);
  return given.token;
}

const eventsOf = async ({ ownerSql }: TestDatabase, id: string) =>
  (await ownerSql`select event from audit_event where subject = ${id} order by seq`).map(
    ({ event }) => event,
  );

test.describe('which PINs there are', () => {
  for (const [typed, fault] of [
    ['', 'empty'],
    ['12345', 'too-short'],
    ['1234567890123', 'too-long'],
    ['60491a', 'not-digits'],
    ['٦٠٤٩١٧', 'not-digits'],
    ['777777', 'too-simple'],
    ['456789', 'too-simple'],
    ['890123', 'too-simple'],
    ['543210', 'too-simple'],
    ['121212', 'too-simple'],
    ['123123123', 'too-simple'],
    ['123457', 'too-simple'],
    ['123789', 'too-simple'],
    ['654320', 'too-simple'],
    ['112233', 'too-simple'],
    ['111222', 'too-simple'],
    ['11223344', 'too-simple'],
    ['25121970', 'a-date'],
    ['12251970', 'a-date'],
    ['19701225', 'a-date'],
    // Too many six figures are somebody's day; a year to come is nobody's birthday.
    ['251270', null],
    ['25122070', null],
    ['45137019', null],
    ['604917', null],
    ['001934567', null],
    [' 60 49-17 ', null],
    ['６０４９１７', null],
  ] as const) {
    test(`“${typed}” is ${fault ?? 'taken'}`, () => {
      expect(pinFault(normalisePin(typed), { birthDate: null, thisYear: 2026 })).toBe(fault);
    });
  }

  for (const pin of [
    ...['050388', '030588', '880305', '880503', '05031988', '03051988', '19880305', '19880503'],
    ...['531988', '351988', '05030503', '03050305', '0503198800', '7705031988'],
  ]) {
    test(`${pin} is refused to who was born on 5 March 1988`, () => {
      expect(pinFault(pin, { birthDate: '1988-03-05', thisYear: 2026 })).toBe('a-date');
    });
  }

  test('six figures of somebody else’s birthday are taken', () => {
    expect(pinFault('050388', { birthDate: '1990-01-31', thisYear: 2026 })).toBeNull();
  });
});

test.describe('what is kept of a PIN', () => {
  test.use({ slowHashes: true });

  test('opens to that PIN, in that account, and to nothing else', async () => {
    const kept = await pinVerifier('one', PIN);
    expect(await pinFits('one', PIN, kept)).toBe(true);
    expect(await pinFits('one', WRONG, kept)).toBe(false);
    expect(await pinFits('other', PIN, kept)).toBe(false);
    expect(await pinVerifier('one', PIN), 'twice the same PIN is two different rows').not.toBe(kept);
  });

  test('is no PIN in a dump, nor one that can be tried without the server’s key', async ({ database }) => {
    const { client, asked, sessionId } = await withPin();
    await givePin(asked, sessionId, WRONG);
    const tables = await database.ownerSql`select tablename from pg_tables where schemaname = 'public'`;
    for (const { tablename } of tables) {
      const rows =
        await database.superuserSql`select t::text as row from ${database.superuserSql(tablename)} t`;
      for (const { row } of rows) {
        // As a value of its own: six figures may well stand inside an id.
        expect(row, tablename).not.toMatch(new RegExp(`[,("]${PIN}[,)"]`));
      }
    }
    const [row] = await database.superuserSql`select verifier from client_pin where client_id = ${client.id}`;
    const [, N, r, p, salt, hash] = row?.verifier.split('$') ?? [];
    const { scryptSync } = await import('node:crypto');
    const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: 2 ** 27 };
    const tried = scryptSync(PIN, Buffer.from(salt, 'base64url'), 32, cost).toString('base64url');
    expect(tried).not.toBe(hash);
    expect(cost.N * cost.r * cost.p, 'a try takes its time').toBeGreaterThanOrEqual(2 ** 19);
  });
});

test.describe('a hash is slow', () => {
  test.use({ slowHashes: true });

  test('of a dozen PINs set at once no more are hashed than may be tried, one after the other', async () => {
    const client = await aClient();
    const session = await openSession(await signedIn(client));
    const hashes = countingHashes();
    const set = await Promise.all(
      Array.from({ length: 12 }, () => setPin(client, session, { typed: PIN, again: PIN })),
    );
    const { begun, most } = hashes.end();
    expect(set.filter(({ ok }) => ok)).toHaveLength(1);
    expect(begun).toBeLessThanOrEqual(LIMITS['second-key.account']);
    expect(most, 'at once').toBe(1);
  });

  test('meanwhile everything else that needs a thread has one, and who comes too many is told so and loses no try', async ({
    database: { ownerSql },
  }) => {
    const { client, asked, sessionId } = await withPin();
    const ended: string[] = [];
    // What fits: one at work, and those that wait.
    const hashes = Array.from({ length: 1 + MOST_WAITING }, () =>
      pinVerifier('made-up', PIN).then(() => ended.push('hash')),
    );
    const packed = promisify(gzip)('urgent help').then(() => ended.push('gzip'));
    const busy = expect.objectContaining({ name: 'Busy' });
    await expect(givePin(asked, sessionId, PIN)).rejects.toEqual(busy);
    await expect(pinVerifier('made-up', PIN)).rejects.toEqual(busy);
    await packed;
    expect(ended.indexOf('gzip'), 'the page did not wait for them').toBeLessThanOrEqual(1);
    await Promise.all(hashes);
    const [row] =
      await ownerSql`select wrong_in_a_row as wrong from client_pin where client_id = ${client.id}`;
    expect(row?.wrong).toBe(0);
    expect(await givePin(asked, sessionId, PIN)).toMatchObject({ ok: true });
  });
});

test.describe('with a PIN', () => {
  test('a sign-in by e-mail is nobody’s client until the PIN is given', async () => {
    const { asked, token, sessionId } = await withPin();
    const before = await openSession(token);
    expect(before.secondKey).toBe('wanted');
    expect(clientOf(before)).toBeNull();
    expect(actorOf(before)).toEqual(asked);
    expect(await givePin(asked, sessionId, WRONG)).toEqual({ ok: false, reason: 'wrong' });
    expect(clientOf(await openSession(token))).toBeNull();
    const given = await givePin(asked, sessionId, `  ${PIN.slice(0, 3)} ${PIN.slice(3)} `);
    if (!given.ok) throw new Error(given.reason);
    const after = await openSession(given.token);
    expect(after).toMatchObject({ id: sessionId, secondKey: 'given', secondKeyBy: 'pin' });
    expect(clientOf(after)).toEqual({ kind: 'client', id: asked.id });
  });

  test('A-07 the token from before the PIN opens nothing after it: a planted cookie is worth nothing', async () => {
    const { asked, token, sessionId } = await withPin();
    expect(await givePin(asked, sessionId, PIN)).toMatchObject({ ok: true });
    expect(await sessionOf(token)).toBeNull();
  });

  test('setting it puts everybody else out who is signed in as this client', async () => {
    const client = await aClient();
    const [mine, other] = [await signedIn(client), await signedIn(client)];
    const set = await setPin(client, await openSession(mine), { typed: PIN, again: PIN });
    expect(await sessionOf(other)).toBeNull();
    expect(await sessionOf(mine)).toBeNull();
    expect(set.ok && (await sessionOf(set.token))).toMatchObject({ secondKey: 'given' });
  });

  test('in Postgres too, e-mail alone reads the account, its sessions, its keys and where they were right, and no other row', async ({
    database,
  }) => {
    const { asked, client } = await withPin();
    await as(client, async (tx) => {
      await tx.execute(sql`insert into form_draft (id, account_id, form, content, changed_at)
        values (gen_random_uuid(), ${client.id}, 'forms/4/c1', 'sealed', now())`);
    });
    const tables = await database.ownerSql`
      select table_name as name from information_schema.columns where table_schema = 'public'
      and column_name in ('client_id', 'account_id', 'subject_id', 'staff_id') group by 1`;
    expect(tables.length).toBeGreaterThan(10);
    const seen: string[] = [];
    for (const { name } of tables) {
      const mine = name === 'vault_key' ? sql`subject_id = ${client.id}` : sql`true`;
      const [row] = await as(asked, (tx) =>
        tx.execute(sql`select count(*)::int as n from ${sql.identifier(name)} where ${mine}`),
      );
      if (row?.n) seen.push(name);
    }
    // The networks are marks that name none.
    expect(seen.sort()).toEqual(['client_pin', 'known_network', 'session']);
  });

  test('e-mail alone cannot put another PIN in its place, not even in Postgres', async () => {
    const { asked } = await withPin();
    const put = (change: ReturnType<typeof sql>) => as(asked, (tx) => tx.execute(change));
    await expect(put(sql`update client_pin set verifier = 'mine'`)).rejects.toThrow();
    expect(await put(sql`delete from client_pin returning 1`)).toHaveLength(0);
    await expect(
      put(sql`insert into client_passkey (id, client_id, reference, credential_id, public_key, counter, transports, label, added_at)
        values (gen_random_uuid(), ${asked.id}, 'x', 'x', 'x', 0, '{}', 'x', now())`),
    ).rejects.toThrow();
  });
});

test.describe('trying', () => {
  test('five in a quarter of an hour; then even the right one waits', async () => {
    const begins = atAQuarter();
    const { asked, sessionId } = await withPin();
    const answers = await Promise.all(Array.from({ length: 12 }, () => givePin(asked, sessionId, WRONG)));
    expect(answers.filter((each) => !each.ok && each.reason === 'wrong')).toHaveLength(5);
    expect(await givePin(asked, sessionId, PIN)).toEqual({ ok: false, reason: 'too-many' });
    shiftClock(begins + QUARTER);
    expect(await givePin(asked, sessionId, PIN)).toMatchObject({ ok: true });
  });

  test('twenty wrong ones in a row shut it, also for the right one; a right one in between begins anew', async ({
    database,
  }) => {
    const { ownerSql: owner } = database;
    const { client, asked, sessionId } = await withPin();
    const further = '198.51.100.3';
    const wrongBefore = (tries: number) =>
      owner`update client_pin set wrong_in_a_row = ${tries} where client_id = ${client.id}`;
    await wrongBefore(PIN_TRIES.elsewhere - 1);
    expect(await givePin(asked, sessionId, PIN)).toMatchObject({ ok: true });
    const [begun] = await owner`select wrong_in_a_row as n from client_pin where client_id = ${client.id}`;
    expect(begun?.n).toBe(0);
    await wrongBefore(PIN_TRIES.elsewhere - 2);
    expect(await givePin(asked, sessionId, WRONG, further)).toEqual({ ok: false, reason: 'wrong' });
    expect(await givePin(asked, sessionId, WRONG, further)).toEqual({ ok: false, reason: 'shut' });
    shiftClock(10 * QUARTER);
    expect(await givePin(asked, sessionId, PIN, further)).toEqual({ ok: false, reason: 'shut' });
    expect(await eventsOf(database, client.id)).toContain('second-key.shut');
  });

  test('whoever shuts it from afar shuts out nobody where it was set or right before, and uses up no try there', async () => {
    const { client, asked, sessionId } = await withPin();
    const sessions = async () => (await openSession(await signedIn(client))).id;
    for (let tries = 0; tries < PIN_TRIES.elsewhere; tries += 1) {
      if (tries % LIMITS['pin.account'] === 0) shiftClock((tries / LIMITS['pin.account']) * QUARTER);
      await givePin(asked, await sessions(), WRONG);
    }
    expect(await givePin(asked, await sessions(), PIN)).toEqual({ ok: false, reason: 'shut' });
    expect([(await keysToGive(asked, AWAY)).pinShut, (await keysToGive(asked, HOME)).pinShut]).toEqual([
      true,
      false,
    ]);
    expect(await givePin(asked, await sessions(), WRONG, HOME)).toEqual({ ok: false, reason: 'wrong' });
    expect(await givePin(asked, await sessions(), PIN, HOME)).toMatchObject({ ok: true });
    expect((await keysToGive(asked, AWAY)).pinShut, 'right, it begins anew').toBe(false);
    shiftClock(5 * QUARTER);
    expect(await givePin(asked, sessionId, PIN), 'and it opens here once more').toMatchObject({ ok: true });
  });

  test('where it was right before it stands ten tries more, and is shut there too', async ({
    database: { ownerSql: owner },
  }) => {
    const { client, asked, sessionId } = await withPin();
    const last = PIN_TRIES.whereItWasRight - 1;
    await owner`update client_pin set wrong_in_a_row = ${last - 1}, shut_at = now() where client_id = ${client.id}`;
    expect(await givePin(asked, sessionId, WRONG, HOME)).toEqual({ ok: false, reason: 'wrong' });
    expect(await givePin(asked, sessionId, WRONG, HOME)).toEqual({ ok: false, reason: 'shut' });
    expect(await givePin(asked, sessionId, PIN, HOME)).toEqual({ ok: false, reason: 'shut' });
  });

  test('with another PIN nothing is known of where the one before was right', async ({
    database: { ownerSql: owner },
  }) => {
    const { client, asked, token } = await withPin();
    const given = await openSession(await gives(client, token));
    const changed = await setPin(client, given, { typed: '918273', again: '918273' });
    expect(changed.ok).toBe(true);
    await owner`update client_pin set wrong_in_a_row = ${PIN_TRIES.elsewhere}, shut_at = now() where client_id = ${client.id}`;
    expect((await keysToGive(asked, AWAY)).pinShut, 'where the one before was typed').toBe(true);
    expect((await keysToGive(asked, HOME)).pinShut, 'where this one was set').toBe(false);
  });

  test('reading the mail somewhere makes it no place where the PIN was right, not even in Postgres', async ({
    database: { ownerSql: owner },
  }) => {
    const { client, asked, sessionId } = await withPin();
    await owner`update client_pin set wrong_in_a_row = ${PIN_TRIES.elsewhere}, shut_at = now() where client_id = ${client.id}`;
    await as(client, (tx) => rememberNetwork(tx, client.id, 'their address', AWAY));
    expect(await givePin(asked, sessionId, PIN, AWAY)).toEqual({ ok: false, reason: 'shut' });
    await expect(
      as(asked, (tx) => rememberPinNetwork(tx, { clientId: client.id, setAt: clock.now() }, AWAY)),
    ).rejects.toThrow();
  });
});

test.describe('changing and taking away', () => {
  test('it goes with its owner, when they are forgotten', async ({ database: { ownerSql } }) => {
    await openPost(ownerSql);
    const client = await somebodyWho({ B3: '2015-01-01' });
    const set = await setPin(client, await openSession(await signedIn(client)), { typed: PIN, again: PIN });
    expect(set.ok).toBe(true);
    const [intake] =
      await ownerSql`update submission set not_for_us_at = now() where client_id = ${client.id} returning id`;
    shiftClock(25 * 60 * 60_000);
    await forgetSubmission({ submissionId: intake?.id as string, clientId: client.id });
    expect(await ownerSql`select 1 from account where id = ${client.id}`).toHaveLength(0);
    expect(await ownerSql`select 1 from client_pin where client_id = ${client.id}`).toHaveLength(0);
  });

  test('the two must be the same, and a session left open for long changes nothing', async () => {
    const client = await aClient();
    const session = await openSession(await signedIn(client));
    expect(await setPin(client, session, { typed: PIN, again: WRONG })).toMatchObject({
      reason: 'not-the-same',
    });
    expect(await setPin(client, session, { typed: '111111', again: '111111' })).toMatchObject({
      reason: 'too-simple',
    });
    shiftClock(31 * 60_000);
    expect(await setPin(client, session, { typed: PIN, again: PIN })).toEqual({
      ok: false,
      reason: 'not-fresh',
    });
  });

  test('an open session is not enough to change it: it is given first, and that holds for some minutes', async () => {
    const { client, own } = await withPin();
    const other = { typed: '918273', again: '918273' };
    const notFresh = { ok: false, reason: 'not-fresh' };
    const set = await openSession(own);
    expect(set, 'no record says that it was given').toMatchObject({ secondKey: 'given', secondKeyBy: null });
    expect(isFresh(set), 'to have set it is not to have given it').toBe(false);
    expect(await setPin(client, set, other)).toEqual(notFresh);
    expect(await removeSecondKey(client, set, 'pin')).toEqual(notFresh);
    const posted = '{"id":"x","response":{}}';
    expect(await addPasskey(client, set, { label: '', posted })).toEqual(notFresh);
    const given = await openSession(await gives(client, own));
    expect(isFresh(given)).toBe(true);
    shiftClock(5 * 60_000);
    expect(isFresh(given), 'no page of a change opens').toBe(false);
    shiftClock(10 * 60_000);
    expect(await removeSecondKey(client, given, 'pin')).toEqual(notFresh);
    shiftClock(9 * 60_000);
    expect(await setPin(client, given, other), 'one that was open may still be sent').toMatchObject({
      ok: true,
    });
  });

  test('a change is told at home for a week, with its time', async () => {
    const { client } = await withPin();
    expect((await homeOf(client)).wayInChanged?.at).toBeInstanceOf(Date);
    shiftClock(8 * 86_400_000);
    expect((await homeOf(client)).wayInChanged).toBeNull();
    expect((await homeOf(await aClient())).wayInChanged).toBeNull();
  });

  test('every change is on the record, with no figure of it', async ({ database }) => {
    const { client, own } = await withPin();
    const given = await openSession(await gives(client, own));
    const changed = await setPin(client, given, { typed: '918273', again: '918273' });
    if (!changed.ok) throw new Error(changed.reason);
    const removed = await removeSecondKey(client, await openSession(changed.token), 'pin');
    if (!removed.ok) throw new Error(removed.reason);
    expect(await openSession(removed.token)).toMatchObject({ secondKey: 'none', secondFactorAt: null });
    expect(await removeSecondKey(client, await openSession(removed.token), 'pin')).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect((await eventsOf(database, client.id)).filter((event) => event.startsWith('second-key.'))).toEqual([
      'second-key.added',
      'second-key.given',
      'second-key.changed',
      'second-key.removed',
    ]);
    const [told] = await database.ownerSql`
      select count(*)::int as n from notice where account_id = ${client.id} and kind = 'sign-in-changed'`;
    expect(told?.n).toBe(3);
  });

  test('nobody but its owner sees one or takes it away: no staff, no other client, nobody known by e-mail alone', async () => {
    const { client, asked } = await withPin();
    const staff = await aStaffMember('front-desk', 'admin', 'clinician', 'lead');
    const [seen] = await as(staff, (tx) => tx.execute(sql`select count(*)::int as n from client_pin`));
    expect(seen?.n).toBe(0);
    const others: Actor[] = [staff, await aClient(), asked];
    for (const actor of others) expect(await as(actor, (tx) => resetSecondKey(tx, client.id))).toBe(0);
    expect(await openSession(await signedIn(client))).toMatchObject({ secondKey: 'wanted' });
  });

  test('another client’s actor changes nothing of this one', async () => {
    const { client } = await withPin();
    const other = await aClient();
    const session = await openSession(await signedIn(other));
    expect(await removeSecondKey(other, session, 'pin')).toEqual({ ok: false, reason: 'gone' });
    expect(firstStepOf(session)).toEqual({ kind: 'first-step', id: other.id });
    expect(await openSession(await signedIn(client))).toMatchObject({ secondKey: 'wanted' });
  });
});

test.describe('a change is made by a session that still stands', () => {
  const sets = (client: Actor & { kind: 'client' }, session: Session, typed = PIN) =>
    setPin(client, session, { typed, again: typed });
  const pinOpens = async (client: Actor & { kind: 'client' }, pin: string) => {
    const { id } = await openSession(await signedIn(client));
    return (await givePin({ kind: 'first-step', id: client.id }, id, pin)).ok;
  };

  test('a request judged before its owner set a PIN does not put another in its place', async () => {
    const client = await aClient();
    const [own, stale] = [
      await openSession(await signedIn(client)),
      await openSession(await signedIn(client)),
    ];
    expect(await sets(client, own)).toMatchObject({ ok: true });
    expect(await sets(client, stale, '918273')).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await pinOpens(client, PIN)).toBe(true);
    expect(await pinOpens(client, '918273')).toBe(false);
  });

  test('of ten at once, from one session or from ten, one is done and one mail goes out', async ({
    database,
  }) => {
    for (const many of [false, true]) {
      const client = await aClient();
      const first = await openSession(await signedIn(client));
      const sessions = [first];
      // All before the first is done, which ends the others.
      while (sessions.length < 10) sessions.push(many ? await openSession(await signedIn(client)) : first);
      const answers = await Promise.all(sessions.map((session) => sets(client, session)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const told = await database.ownerSql`
        select 1 from notice where account_id = ${client.id} and kind = 'sign-in-changed'`;
      expect(told).toHaveLength(1);
    }
  });

  test('a session that was ended, or renewed, takes no key away either', async () => {
    const { client, own } = await withPin();
    const session = await openSession(await gives(client, own));
    expect(await sets(client, session, '918273')).toMatchObject({ ok: true });
    expect(await removeSecondKey(client, session, 'pin')).toEqual({ ok: false, reason: 'changed-meanwhile' });
  });

  test('five changes in a quarter of an hour, and no sixth', async () => {
    const begins = atAQuarter();
    const client = await aClient();
    let token = await signedIn(client);
    for (let changes = 0; changes < 5; changes += 1) {
      const set = await sets(client, await openSession(token), `60491${changes}`);
      if (!set.ok) throw new Error(set.reason);
      token = changes === 0 ? await gives(client, set.token, '604910') : set.token;
    }
    const session = await openSession(token);
    expect(await sets(client, session)).toEqual({ ok: false, reason: 'too-many' });
    expect(await removeSecondKey(client, session, 'pin')).toEqual({ ok: false, reason: 'too-many' });
    shiftClock(begins + QUARTER);
    const later = await openSession(await gives(client, token, '604914'));
    expect(await sets(client, later)).toMatchObject({ ok: true });
  });
});

test.describe('wrong tries are told to its owner', () => {
  const tries = async (id: string, pin: string, token?: string) => {
    const session = await openSession(token ?? (await signedIn({ kind: 'client', id })));
    return givePin({ kind: 'first-step', id }, session.id, pin);
  };
  const toldIn = async (client: Actor & { kind: 'client' }, token: string) =>
    wrongTriesOf(client, await openSession(token));

  test('those typed elsewhere since they were last in, and none of their own slips', async ({ database }) => {
    const { client } = await withPin();
    const lastIn = await tries(client.id, PIN);
    if (!lastIn.ok) throw new Error(lastIn.reason);
    expect(await toldIn(client, lastIn.token)).toBeNull();
    for (let wrong = 0; wrong < 2; wrong += 1) await tries(client.id, WRONG);
    expect(await toldIn(client, lastIn.token), 'while they are in').toMatchObject({ count: 2 });
    const own = await signedIn(client);
    await tries(client.id, WRONG, own);
    const given = await tries(client.id, PIN, own);
    if (!given.ok) throw new Error(given.reason);
    const [pin] = await database.ownerSql`
      select set_at, given_at from client_pin where client_id = ${client.id}`;
    const told = await toldIn(client, given.token);
    expect(told?.count, 'the two, and not the slip').toBe(2);
    expect(told?.since.getTime()).toBeLessThan(pin?.given_at.getTime());
    expect(told?.since.getTime()).toBeGreaterThanOrEqual(pin?.set_at.getTime());
  });

  test('with another PIN they are of no account', async () => {
    const { client, own } = await withPin();
    await tries(client.id, WRONG);
    expect(await toldIn(client, own)).toMatchObject({ count: 1 });
    const given = await openSession(await gives(client, own));
    const set = await setPin(client, given, { typed: '918273', again: '918273' });
    if (!set.ok) throw new Error(set.reason);
    expect(await toldIn(client, set.token)).toBeNull();
  });
});
