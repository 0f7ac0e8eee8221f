// A client's passkey: made for this site and this account, asked for afresh each time, and good for nothing else.
import { as } from '@/db/client';
import { addPasskey, passkeyToMake } from '@/lib/accounts/add-passkey';
import { givePasskey, passkeyToGive } from '@/lib/accounts/give-passkey';
import { removeSecondKey } from '@/lib/accounts/remove-second-key';
import { secondKeysOf } from '@/lib/accounts/second-key';
import { clientOf, firstStepOf } from '@/lib/accounts/session';
import { shiftClock } from '@/lib/env/clock';
import { openPost } from '@/tests/lib/notices/made-up-post';
import { atOnce } from '@/tests/support/at-once';
import { makeAuthenticator } from '@/tests/support/authenticator';
import { expect, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';

const HERE = { origin: 'http://localhost:3000', host: 'localhost' };
const NAMES = { site: 'Made-up Practice', user: 'Forms' };

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

/** A client with a passkey, and a session of theirs begun by e-mail since. */
async function withPasskey() {
  const client = await aClient();
  const device = makeAuthenticator();
  const session = await openSession(await signedIn(client));
  const { challenge } = await passkeyToMake(client, session, NAMES);
  const added = await addPasskey(client, session, {
    label: 'My phone',
    posted: device.make({ ...HERE, challenge }),
  });
  if (!added.ok) throw new Error(added.reason);
  return { client, device, own: added.token, ...(await asked(client)) };
}

async function asked(client: Awaited<ReturnType<typeof aClient>>) {
  const session = await openSession(await signedIn(client));
  const actor = firstStepOf(session);
  const challenge = async () => (await passkeyToGive(actor, session.id)).challenge;
  const give = (posted: string) => givePasskey(actor, session.id, posted);
  return { session, actor, challenge, give };
}

test.describe('making one', () => {
  test('the device is told nothing about its owner', async () => {
    const [one, other] = [await aClient('marigold@example.org'), await aClient()];
    const make = async (client: typeof one) =>
      passkeyToMake(client, await openSession(await signedIn(client)), NAMES);
    const asks = await make(one);
    expect(asks.user).toMatchObject({ name: 'Forms', displayName: 'Forms' });
    expect(asks.rp).toEqual({ id: 'localhost', name: 'Made-up Practice' });
    expect(asks).toMatchObject({
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
    });
    expect(JSON.stringify(asks)).not.toContain('marigold');
    expect(JSON.stringify(asks)).not.toContain(Buffer.from(one.id).toString('base64url'));
    expect((await make(one)).user.id, 'one handle a client').toBe(asks.user.id);
    expect((await make(other)).user.id).not.toBe(asks.user.id);
  });

  test('then e-mail alone opens nothing, and the label is its owner’s to read', async ({ database }) => {
    const { client, session } = await withPasskey();
    expect(clientOf(session)).toBeNull();
    expect((await secondKeysOf(client)).passkeys).toMatchObject([{ label: 'My phone', lastUsedAt: null }]);
    const [row] = await database.superuserSql`select * from client_passkey where client_id = ${client.id}`;
    expect(JSON.stringify(row)).not.toContain('My phone');
  });

  for (const [what, wrong] of [
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { host: 'evil.example' }],
    ['somebody their device did not verify', { verified: false }],
  ] as const) {
    test(`for ${what} it is refused`, async () => {
      const client = await aClient();
      const session = await openSession(await signedIn(client));
      const { challenge } = await passkeyToMake(client, session, NAMES);
      const posted = makeAuthenticator().make({ ...HERE, challenge, ...wrong });
      expect(await addPasskey(client, session, { label: '', posted })).toEqual({
        ok: false,
        reason: 'not-accepted',
      });
      expect((await openSession(await signedIn(client))).secondKey).toBe('none');
    });
  }

  test('one challenge makes one passkey, and a device of somebody else’s account is not taken', async () => {
    const client = await aClient();
    const session = await openSession(await signedIn(client));
    const { challenge } = await passkeyToMake(client, session, NAMES);
    const device = makeAuthenticator();
    const posted = device.make({ ...HERE, challenge });
    expect(await addPasskey(client, session, { label: '', posted })).toMatchObject({ ok: true });
    expect(await addPasskey(client, session, { label: '', posted })).toMatchObject({ ok: false });
    const other = await aClient();
    const theirs = await openSession(await signedIn(other));
    const again = await passkeyToMake(other, theirs, NAMES);
    const same = device.make({ ...HERE, challenge: again.challenge });
    expect(await addPasskey(other, theirs, { label: '', posted: same })).toEqual({
      ok: false,
      reason: 'known',
    });
  });

  test('nonsense is an answer like none', async () => {
    const client = await aClient();
    const session = await openSession(await signedIn(client));
    for (const posted of ['', '{', 'null', '[]', '"x"', '{"id":1,"response":{}}'])
      expect(await addPasskey(client, session, { label: '', posted })).toEqual({
        ok: false,
        reason: 'no-answer',
      });
    await passkeyToMake(client, session, NAMES);
    expect(await addPasskey(client, session, { label: '', posted: '{"id":"x","response":{}}' })).toEqual({
      ok: false,
      reason: 'not-accepted',
    });
  });
});

test.describe('showing it', () => {
  test('opens the session, and says when it was used', async () => {
    const { client, device, challenge, give } = await withPasskey();
    const given = await give(device.give({ ...HERE, challenge: await challenge(), counter: 3 }));
    if (!given.ok) throw new Error(given.reason);
    const session = await openSession(given.token);
    expect(session).toMatchObject({ secondKey: 'given', secondKeyBy: 'passkey' });
    expect(clientOf(session)).toEqual(client);
    expect((await secondKeysOf(client)).passkeys[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  test('the same answer twice is refused', async () => {
    const { device, challenge, give } = await withPasskey();
    const posted = device.give({ ...HERE, challenge: await challenge() });
    expect(await give(posted)).toMatchObject({ ok: true });
    expect(await give(posted)).toEqual({ ok: false, reason: 'expired' });
    await challenge();
    expect(await give(posted)).toEqual({ ok: false, reason: 'not-accepted' });
  });

  test('a hundred times at once, one answer opens once', async () => {
    const { device, challenge, give } = await withPasskey();
    const posted = device.give({ ...HERE, challenge: await challenge() });
    const answers = await atOnce(100, () => give(posted));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  for (const [what, wrong] of [
    ['a forged challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['another origin', { origin: 'http://localhost.evil.example' }],
    ['another site', { host: 'evil.example' }],
    ['nobody verified', { verified: false }],
  ] as const) {
    test(`${what} is refused`, async () => {
      const { device, challenge, give } = await withPasskey();
      const posted = device.give({ ...HERE, challenge: await challenge(), ...wrong });
      expect(await give(posted)).toEqual({ ok: false, reason: 'not-accepted' });
    });
  }

  test('another account’s passkey is refused, and so is an unknown one under a known id', async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    const foreign = theirs.device.give({ ...HERE, challenge: await mine.challenge() });
    expect(await mine.give(foreign)).toEqual({ ok: false, reason: 'not-accepted' });
    const forged = JSON.parse(makeAuthenticator().give({ ...HERE, challenge: await mine.challenge() }));
    const posted = JSON.stringify({ ...forged, id: mine.device.id, rawId: mine.device.id });
    expect(await mine.give(posted)).toEqual({ ok: false, reason: 'not-accepted' });
  });

  test('a challenge is good for five minutes, and in its own session', async () => {
    const { client, device, challenge, give } = await withPasskey();
    const posted = device.give({ ...HERE, challenge: await challenge() });
    const elsewhere = await asked(client);
    expect(await elsewhere.give(posted)).toEqual({ ok: false, reason: 'expired' });
    shiftClock(5 * 60_000 + 1);
    expect(await give(posted)).toEqual({ ok: false, reason: 'expired' });
  });

  test('a counter that goes back, as a copied device’s would, is refused', async () => {
    const { device, challenge, give } = await withPasskey();
    expect(await give(device.give({ ...HERE, challenge: await challenge(), counter: 9 }))).toMatchObject({
      ok: true,
    });
    expect(await give(device.give({ ...HERE, challenge: await challenge(), counter: 9 }))).toEqual({
      ok: false,
      reason: 'not-accepted',
    });
  });

  test('one that was taken away opens nothing', async () => {
    const { client, device, own, ...before } = await withPasskey();
    const which = (await secondKeysOf(client)).passkeys[0]?.reference ?? '';
    const removedBy = async (token: string) => removeSecondKey(client, await openSession(token), which);
    expect(await removedBy(own), 'made, and not shown').toEqual({ ok: false, reason: 'not-fresh' });
    const shown = await before.give(device.give({ ...HERE, challenge: await before.challenge() }));
    expect(await removedBy(shown.ok ? shown.token : '')).toMatchObject({ ok: true });
    const { challenge, give } = await asked(client);
    expect(await give(device.give({ ...HERE, challenge: await challenge() }))).toEqual({
      ok: false,
      reason: 'not-accepted',
    });
    expect(await as(client, async () => (await secondKeysOf(client)).passkeys)).toEqual([]);
  });
});
