// What was signed can be withdrawn, and signed again: each act is one sealed record, and none of them is ever lost.
import { as } from '@/db/client';
import { defaultTexts } from '@/lib/documents/default-texts';
import { documentToSign } from '@/lib/documents/document-to-sign';
import { roundOf } from '@/lib/documents/newest-record';
import { ROUNDS_A_DAY } from '@/lib/documents/sign-document';
import { signaturesOf } from '@/lib/documents/signatures';
import { NEAR, ownCopy, signedCopy } from '@/lib/documents/signed-copy';
import { verifySeal } from '@/lib/documents/verify-seal';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { openIntake } from '@/lib/forms/open-intake';
import { mailPermissions } from '@/lib/notices/may-mail';
import { whatIsDone } from '@/lib/review/what-is-done';
import { bookingFacts } from '@/lib/scheduling/booking-facts';
import { atOnce } from '../../support/at-once';
import { expect, test } from '../../support/database';
import { madeUpClient, openClinic, publishAnother, sign, withdraw } from './made-up-people';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

type Client = { kind: 'client'; id: string };
const standingIn = async (client: Client, slug: string) =>
  (await as(client, (tx) => signaturesOf(tx, client.id))).find((one) => one.slug === slug)?.standing;
const missing = async (client: Client) =>
  (await as(client, (tx) => bookingFacts(tx, client.id))).agreementsMissing;

const lead = { kind: 'staff', id: newId(), roles: ['lead'] } as const;
const counted = (client: Client) =>
  as(lead, async (tx) => {
    const intake = await openIntake(tx, client.id);
    return intake && (await whatIsDone(tx, [intake])).get(intake.id)?.documents;
  });

async function somebodyWhoSigned(...slugs: ('agreement' | 'fees' | 'messages' | 'video' | 'information')[]) {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  for (const slug of slugs) await sign(client, slug);
  return client;
}

test('a withdrawal is one sealed record that names what it takes back, a line in the record and a task', async ({
  database: { ownerSql },
}) => {
  const client = await somebodyWhoSigned('agreement');
  const before = await as(client, (tx) => signedCopy(tx, client.id, 'agreement'));
  const withdrawn = await withdraw(client, 'agreement');
  if (!withdrawn.ok) throw new Error(withdrawn.reason);
  const [row] = await ownerSql`select * from signature where id = ${withdrawn.withdrawalId}`;
  if (!row) throw new Error('no row');
  const sealed = { record: row.record, seal: row.seal, keyId: row.key_id };
  expect(verifySeal(sealed, settings.signingKey.publicKey)).toMatchObject({
    ok: true,
    record: {
      kind: 'withdrawal',
      account: client.id,
      withdraws: before?.record.id,
      boxesTicked: [],
      document: before?.record.document,
    },
  });
  expect(await standingIn(client, 'agreement')).toBe('withdrawn');
  const tasks = await ownerSql`select kind, about_id, done_at from task where client_id = ${client.id}`;
  expect([...tasks]).toEqual([{ kind: 'withdrawal', about_id: withdrawn.withdrawalId, done_at: null }]);
  const events = await ownerSql`
    select event from audit_event where subject = ${client.id} and event = 'document.withdrawn'`;
  expect(events).toHaveLength(1);
});

test('booking closes with what is needed for it, and opens again once it is signed again', async () => {
  const client = await somebodyWhoSigned('agreement', 'fees', 'video', 'information');
  expect(await missing(client)).toEqual([]);
  expect(await counted(client)).toBe(5);
  await withdraw(client, 'agreement');
  expect(await missing(client)).toEqual(['agreement']);
  expect(await counted(client), 'nor does staff’s list count it').toBe(4);
  expect((await sign(client, 'agreement')).ok).toBe(true);
  expect(await missing(client)).toEqual([]);
  expect(await counted(client)).toBe(5);
  expect(await standingIn(client, 'agreement')).toBe('holds');
});

test('without electronic documents nothing else can be signed here; what was signed before stays', async () => {
  const client = await somebodyWhoSigned('agreement');
  await withdraw(client, 'electronic-records');
  expect(await sign(client, 'fees')).toEqual({ ok: false, reason: 'not-open-yet' });
  expect(await standingIn(client, 'agreement')).toBe('holds');
  expect((await sign(client, 'electronic-records')).ok).toBe(true);
  expect((await sign(client, 'fees')).ok).toBe(true);
});

test('every copy can be had, the oldest too, and every seal still holds', async () => {
  const client = await somebodyWhoSigned('fees');
  await withdraw(client, 'fees');
  await sign(client, 'fees', { boxes: ['agree'] });
  const newest = await ownCopy(client, 'fees');
  expect(newest?.near.map(({ number, kind }) => [number, kind])).toEqual([
    [3, 'signature'],
    [2, 'withdrawal'],
    [1, 'signature'],
  ]);
  for (const [number, kind] of [
    [1, 'signature'],
    [2, 'withdrawal'],
    [3, 'signature'],
  ] as const)
    expect(await ownCopy(client, 'fees', number)).toMatchObject({ number, holds: true, record: { kind } });
  for (const number of [0, 4, -1]) expect(await ownCopy(client, 'fees', number)).toBeNull();
  const stranger = await madeUpClient();
  expect(await ownCopy(stranger, 'fees', 1)).toBeNull();
});

test('withdrawn Messages stop every mail at once, whatever else allowed it', async () => {
  const client = await madeUpClient({ A4: 'email' });
  await sign(client, 'electronic-records');
  await sign(client, 'messages', { boxes: ['email-appointments', 'email-forms', 'call'] });
  const permissions = () => as({ kind: 'job', name: 'test' }, (tx) => mailPermissions(tx, client.id));
  expect(await permissions()).toMatchObject({ appointments: true, forms: true });
  await withdraw(client, 'messages');
  expect(await permissions()).toMatchObject({ appointments: false, forms: false, signIn: false });
  await sign(client, 'messages', { boxes: ['email-forms'] });
  expect(await permissions()).toMatchObject({ appointments: false, forms: true });
});

test('fifty posts of one withdrawal make one record and one task', async ({ database: { ownerSql } }) => {
  const client = await somebodyWhoSigned('fees');
  const results = await atOnce(50, () => withdraw(client, 'fees', { round: 0 }));
  expect(new Set(results.map((result) => result.ok && result.withdrawalId)).size).toBe(1);
  expect(results[0]?.ok).toBe(true);
  const [counted] = await ownerSql`
    select (select count(*)::int from signature where client_id = ${client.id} and kind = 'withdrawal') as records,
      (select count(*)::int from task where client_id = ${client.id}) as tasks`;
  expect(counted).toEqual({ records: 1, tasks: 1 });
});

test('an old page withdraws nothing that was signed since, and signs nothing that was withdrawn since', async () => {
  const client = await somebodyWhoSigned('fees');
  await withdraw(client, 'fees');
  expect(await sign(client, 'fees', { round: 0 })).toEqual({ ok: false, reason: 'taken-back' });
  expect(await standingIn(client, 'fees')).toBe('withdrawn');
  await sign(client, 'fees');
  // The withdrawal of before stands as it was; the new signature is not touched.
  expect((await withdraw(client, 'fees', { round: 0 })).ok).toBe(true);
  expect(await standingIn(client, 'fees')).toBe('holds');
});

test('signing and withdrawing at once, from many tabs: each round has one of each, and the newest decides', async ({
  database: { ownerSql },
}) => {
  const client = await somebodyWhoSigned('fees');
  const acts = Array.from({ length: 40 }, (_, n) =>
    n % 2 === 0
      ? sign(client, 'fees', { round: Math.floor(n / 8) })
      : withdraw(client, 'fees', { round: Math.floor(n / 8) }),
  );
  const results = await Promise.all(acts);
  expect(results.some(({ ok }) => ok)).toBe(true);
  const rows = await ownerSql`
    select kind, round, signed_at from signature where client_id = ${client.id} and slug = 'fees' order by round, kind`;
  const perRound = new Map<number, string[]>();
  for (const { round, kind } of rows) perRound.set(round, [...(perRound.get(round) ?? []), kind]);
  const rounds = [...perRound.entries()];
  expect(rounds.map(([round]) => round)).toEqual(rounds.map((_, index) => index));
  // Every round but the last was signed once and withdrawn once; the last may still stand.
  for (const [round, kinds] of rounds) {
    expect(kinds[0], `round ${round}`).toBe('signature');
    if (round < rounds.length - 1) expect(kinds).toEqual(['signature', 'withdrawal']);
    else expect(kinds.length).toBeLessThanOrEqual(2);
  }
  const last = rounds.at(-1)?.[1] ?? [];
  const open = (await as(client, (tx) => roundOf(tx, client.id, 'fees'))) === rounds.length;
  expect(open).toBe(last.includes('withdrawal'));
  expect(await standingIn(client, 'fees')).toBe(open ? 'withdrawn' : 'holds');
});

test('only what one has signed oneself can be withdrawn', async () => {
  const client = await somebodyWhoSigned('fees', 'information');
  const other = await somebodyWhoSigned();
  expect(await withdraw(other, 'fees')).toEqual({ ok: false, reason: 'nothing-to-withdraw' });
  expect(await withdraw(client, 'fees', { account: other.id })).toEqual({ ok: false, reason: 'not-yours' });
  expect(await withdraw(client, 'information')).toEqual({ ok: false, reason: 'nothing-to-withdraw' });
  expect(await withdraw(client, 'fees', { round: 7 })).toEqual({ ok: false, reason: 'nothing-to-withdraw' });
  expect(await standingIn(client, 'fees')).toBe('holds');
});

test('the database itself keeps a round to one signature a version and one withdrawal', async ({
  database: { appSql, ownerSql },
}) => {
  const client = await somebodyWhoSigned('fees');
  await withdraw(client, 'fees');
  const again = (kind: string) =>
    appSql.begin(async (sql) => {
      await sql`select set_config('foyer.actor_kind', 'client', true), set_config('foyer.actor_id', ${client.id}, true)`;
      await sql`insert into signature (id, client_id, document_version_id, kind, slug, version, round, sha256, locale, signed_at, personal, record, seal, key_id)
        select gen_random_uuid(), client_id, document_version_id, kind, slug, version, round, sha256, locale, signed_at, personal, record, seal, key_id
        from signature where client_id = ${client.id} and slug = 'fees' and kind = ${kind}`;
    });
  await expect(again('signature')).rejects.toThrow(/signature_once/);
  await expect(again('withdrawal')).rejects.toThrow(/signature_withdrawn_once/);
  const rows = await ownerSql`select 1 from signature where client_id = ${client.id} and slug = 'fees'`;
  expect(rows).toHaveLength(2);
});

test('after a legal change: asked before anything, shown what changed, signed, and the old copy still verifies', async () => {
  const client = await somebodyWhoSigned('agreement', 'fees', 'video', 'information');
  await publishAnother('video', 'legal', `${defaultTexts.video.body}\n\nNobody else may be in the room.`);
  expect(await standingIn(client, 'video')).toBe('again-first');
  expect(await missing(client)).toEqual(['video']);
  const shown = await documentToSign(client, 'video');
  expect(shown?.changes?.map(({ pieces }) => pieces)).toEqual([
    [{ kind: 'added', text: 'Nobody else may be in the room.' }],
  ]);
  expect((await sign(client, 'video')).ok).toBe(true);
  expect(await standingIn(client, 'video')).toBe('holds');
  expect(await ownCopy(client, 'video', 1)).toMatchObject({ holds: true, version: { version: 1 } });
  expect(await ownCopy(client, 'video')).toMatchObject({ holds: true, version: { version: 2 } });
  // Withdrawn and changed since: whoever signs again sees against what they had signed.
  await withdraw(client, 'video');
  await publishAnother('video', 'material', `${defaultTexts.video.body}\n\nNobody else may be near.`);
  expect((await documentToSign(client, 'video'))?.changes).toHaveLength(1);
});

test.describe('somebody who signs and withdraws again and again', () => {
  const DAY = 24 * 60 * 60 * 1000;
  async function round(client: Client) {
    expect(await sign(client, 'fees')).toMatchObject({ ok: true });
    expect(await withdraw(client, 'fees')).toMatchObject({ ok: true });
  }

  test('is one task for staff, about the newest withdrawal and due no later; seen to, the next is a new one', async ({
    database: { ownerSql },
  }) => {
    const client = await somebodyWhoSigned();
    const tasks = () =>
      ownerSql`select id, about_id, due_at from task where client_id = ${client.id} and done_at is null`;
    await round(client);
    const [first] = await tasks();
    shiftClock(60 * 60 * 1000);
    await round(client);
    const waiting = await tasks();
    expect(waiting).toHaveLength(1);
    expect(waiting[0]).toMatchObject({ id: first?.id, due_at: first?.due_at });
    const [newest] = await ownerSql`select id from signature
      where client_id = ${client.id} and kind = 'withdrawal' order by round desc limit 1`;
    expect(waiting[0]?.about_id).toBe(newest?.id);
    await withdraw(client, 'electronic-records');
    expect(await tasks(), 'another document is another task').toHaveLength(2);
    await ownerSql`update task set done_at = now() where client_id = ${client.id}`;
    await sign(client, 'electronic-records');
    await round(client);
    expect(await tasks()).toHaveLength(1);
  });

  test('waits a day before signing once more; what is signed can always be withdrawn', async () => {
    const client = await somebodyWhoSigned();
    for (let rounds = 0; rounds < ROUNDS_A_DAY; rounds += 1) await round(client);
    expect(await sign(client, 'fees')).toEqual({ ok: false, reason: 'too-many-rounds' });
    expect(await sign(client, 'messages', { boxes: [] }), 'another document is free').toMatchObject({
      ok: true,
    });
    shiftClock(DAY + 1000);
    await round(client);
  });

  test('has every copy, a few of them listed beside each and a way to the older ones', async () => {
    const client = await somebodyWhoSigned();
    const rounds = NEAR;
    for (let done = 0; done < rounds; done += 1) {
      shiftClock(Math.floor(done / ROUNDS_A_DAY) * (DAY + 1000));
      await round(client);
    }
    const seen = new Set<number>();
    for (let number: number = rounds * 2; number >= 1; ) {
      const copy = await ownCopy(client, 'fees', number);
      expect(copy).toMatchObject({ number, total: rounds * 2, holds: true });
      const kinds = copy?.near.map((one) => one.kind === (one.number % 2 ? 'signature' : 'withdrawal'));
      expect(new Set(kinds)).toEqual(new Set([true]));
      expect(copy?.near.length).toBeLessThanOrEqual(NEAR);
      expect(copy?.near.map((one) => one.number)).toContain(number);
      expect(JSON.stringify(copy?.near)).not.toContain('body');
      for (const one of copy?.near ?? []) seen.add(one.number);
      number = (copy?.near.at(-1)?.number ?? 1) - 1;
    }
    expect(seen.size, 'no copy is out of reach').toBe(rounds * 2);
    expect(await as(client, (tx) => signaturesOf(tx, client.id))).toHaveLength(2);
  });
});
