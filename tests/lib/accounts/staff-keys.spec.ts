// How staff get in, changed by themselves: passkeys beside the app, another app, new recovery codes, and sessions elsewhere ended.
import { as } from '@/db/client';
import { staffPasskey } from '@/db/schema';
import { addStaffPasskey, staffPasskeyToMake } from '@/lib/accounts/add-staff-passkey';
import { formDraft } from '@/lib/accounts/form-draft';
import { giveStaffPasskey, staffPasskeyToGive } from '@/lib/accounts/give-staff-passkey';
import { newRecoveryCodes } from '@/lib/accounts/new-recovery-codes';
import { ownKeys } from '@/lib/accounts/own-keys';
import { endOwnSessions, ownSessions } from '@/lib/accounts/own-sessions';
import { removeStaffPasskey } from '@/lib/accounts/remove-staff-passkey';
import { replaceApp, secretToReplace } from '@/lib/accounts/replace-app';
import {
  enrolSecondFactor,
  forgetShownCodes,
  giveSecondFactor,
  RECOVERY_CODES,
  secretToEnrol,
} from '@/lib/accounts/second-factor';
import { actorOf, sessionOf } from '@/lib/accounts/session';
import { totpCode } from '@/lib/accounts/totp';
import { IN_A_ROW } from '@/lib/accounts/wrong-codes';
import { clock, shiftClock } from '@/lib/env/clock';
import { openPost } from '@/tests/lib/notices/made-up-post';
import { makeAuthenticator } from '@/tests/support/authenticator';
import { expect, test } from '@/tests/support/database';
import { aStaffMember } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';

const HERE = { origin: 'http://localhost:3000', host: 'localhost' };
const NAMES = { site: 'Made-up Practice', user: 'Staff' };
const MINUTE = 60_000;

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

/** A member of staff with an app, and a session in which it was just given. */
async function withApp() {
  const actor = await aStaffMember('lead');
  const first = await openSession(await signedIn(actor, null));
  const secret = (await secretToEnrol(actor)) ?? '';
  const given = await enrolSecondFactor(actor, first.id, totpCode(secret, clock.now()));
  if (!given.ok) throw new Error(given.reason);
  return { actor, secret, session: await openSession(given.token) };
}

async function withPasskey() {
  const self = await withApp();
  const device = makeAuthenticator();
  const { challenge } = await staffPasskeyToMake(self.actor, self.session, NAMES);
  const posted = device.make({ ...HERE, challenge });
  const added = await addStaffPasskey(self, { label: 'Work phone', posted });
  if (!added.ok) throw new Error(added.reason);
  return { ...self, device, session: await openSession(added.token) };
}

/** A session begun by e-mail alone, in which the passkey is asked for. */
async function atTheDoor(actor: Awaited<ReturnType<typeof aStaffMember>>) {
  const nobodyYet = { ...actor, roles: [] };
  const token = await signedIn(nobodyYet);
  const session = await openSession(token);
  const asked = await staffPasskeyToGive(nobodyYet, session.id);
  const give = (posted: string) => giveStaffPasskey(nobodyYet, session.id, posted);
  return { token, session, challenge: asked?.challenge ?? '', give };
}

test.describe('a passkey of a member of staff', () => {
  test('opens like a code from the app, once a challenge, and the cookie from before is dead', async () => {
    const { actor, device } = await withPasskey();
    const { token, session, challenge, give } = await atTheDoor(actor);
    expect(actorOf(session)).toMatchObject({ roles: [] });
    const answer = device.give({ ...HERE, challenge });
    const given = await give(answer);
    if (!given.ok) throw new Error(given.reason);
    expect(await sessionOf(token)).toBeNull();
    expect(actorOf(await openSession(given.token))).toMatchObject({ roles: ['lead'] });
    expect(await give(answer)).toEqual({ ok: false, reason: 'expired' });
  });

  for (const [what, wrong] of [
    ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { host: 'evil.example' }],
    ['somebody their device did not verify', { verified: false }],
  ] as const) {
    test(`for ${what} opens nothing`, async () => {
      const { actor, device } = await withPasskey();
      const { challenge, give } = await atTheDoor(actor);
      expect(await give(device.give({ ...HERE, challenge, ...wrong }))).toEqual({
        ok: false,
        reason: 'not-accepted',
      });
    });
  }

  test('of a colleague opens nothing of somebody else’s', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { challenge, give } = await atTheDoor(other.actor);
    expect(await give(one.device.give({ ...HERE, challenge }))).toMatchObject({ reason: 'not-accepted' });
  });

  test('is added and taken away only with a second step of the last five minutes', async () => {
    const self = await withApp();
    const device = makeAuthenticator();
    shiftClock(5 * MINUTE);
    const { challenge } = await staffPasskeyToMake(self.actor, self.session, NAMES);
    const late = { label: '', posted: device.make({ ...HERE, challenge }) };
    expect(await addStaffPasskey(self, late)).toEqual({ ok: false, reason: 'not-fresh' });
    expect(await newRecoveryCodes(self)).toEqual({ ok: false, reason: 'not-fresh' });
    expect(await replaceApp(self, '000000')).toEqual({ ok: false, reason: 'not-fresh' });
  });

  test('added puts everybody else out who is signed in as them, and tells them by mail', async ({
    database,
  }) => {
    const { actor } = await withApp();
    const elsewhere = await signedIn(actor, clock.now());
    const session = await openSession(await signedIn(actor, clock.now()));
    const { challenge } = await staffPasskeyToMake(actor, session, NAMES);
    const posted = makeAuthenticator().make({ ...HERE, challenge });
    expect(await addStaffPasskey({ actor, session }, { label: '', posted })).toMatchObject({ ok: true });
    expect(await sessionOf(elsewhere)).toBeNull();
    const told = await database.ownerSql`
      select kind from notice where account_id = ${actor.id} and kind = 'staff-sign-in-changed'`;
    expect(told).toHaveLength(1);
  });

  test('is taken away, and the app stays', async () => {
    const self = await withPasskey();
    const [kept] = (await ownKeys(self.actor)).passkeys;
    expect(kept).toMatchObject({ label: 'Work phone', lastUsedAt: null });
    const gone = await removeStaffPasskey(self, kept?.reference ?? '');
    expect(gone).toMatchObject({ ok: true });
    const keys = await ownKeys(self.actor);
    expect(keys).toMatchObject({ passkeys: [], codesLeft: 10, appSince: expect.any(Date) });
  });

  test('is added by nobody who has not given a second step yet, by Postgres itself', async () => {
    const { actor } = await withApp();
    const row = {
      ...{ id: actor.id, staffId: actor.id, reference: 'AAAAAAAAAA', credentialId: 'made-up' },
      ...{ publicKey: 'made-up', counter: 0, transports: [], label: 'made-up', addedAt: clock.now() },
    };
    const add = as({ ...actor, roles: [] }, (tx) => tx.insert(staffPasskey).values(row));
    await expect(add).rejects.toThrow();
  });
});

test('another app takes the old one’s place with its first code, and not before', async () => {
  const self = await withApp();
  const next = (await secretToReplace(self.actor)) ?? '';
  expect(next).not.toBe(self.secret);
  expect(await secretToReplace(self.actor), 'the same until it is confirmed').toBe(next);
  expect(await replaceApp(self, totpCode(next, new Date(0)))).toEqual({ ok: false, reason: 'wrong' });
  shiftClock(MINUTE);
  const old = await giveSecondFactor(self.actor, self.session.id, totpCode(self.secret, clock.now()));
  if (!old.ok) throw new Error('the old app opens until then');
  const session = await openSession(old.token);
  const replaced = await replaceApp({ actor: self.actor, session }, totpCode(next, clock.now()));
  if (!replaced.ok) throw new Error(replaced.reason);
  shiftClock(2 * MINUTE);
  const { id } = await openSession(replaced.token);
  expect(await giveSecondFactor(self.actor, id, totpCode(self.secret, clock.now()))).toMatchObject({
    reason: 'wrong',
  });
  expect(await giveSecondFactor(self.actor, id, totpCode(next, clock.now()))).toMatchObject({ ok: true });
});

test('the device on which another app was set up stays known: whoever reads their mail can’t shut it out by wrong codes', async ({
  database: { ownerSql },
}) => {
  const { actor, session } = await withApp();
  const next = (await secretToReplace(actor)) ?? '';
  await ownerSql`update staff_second_factor set wrong_elsewhere = ${IN_A_ROW}, wrong_at_known = ${IN_A_ROW}
    where staff_id = ${actor.id}`;
  const replaced = await replaceApp({ actor, session }, totpCode(next, clock.now()));
  if (!replaced.ok) throw new Error(replaced.reason);
  const inNew = async (code: string, marks: string) => {
    const { id } = await openSession(await signedIn({ ...actor, roles: [] }));
    return giveSecondFactor({ ...actor, roles: [] }, id, code, marks);
  };
  shiftClock(MINUTE);
  expect(await inNew('000000', ''), 'what was wrong before counts no longer').toMatchObject({
    reason: 'wrong',
  });
  await ownerSql`update staff_second_factor set wrong_elsewhere = ${IN_A_ROW} where staff_id = ${actor.id}`;
  expect(await inNew(totpCode(next, clock.now()), '')).toMatchObject({ reason: 'shut-here' });
  expect(await inNew(totpCode(next, clock.now()), replaced.marks)).toMatchObject({ ok: true });
});

test('with new recovery codes the old ones open nothing', async () => {
  const self = await withApp();
  const shown = async () => (await formDraft(self.actor, RECOVERY_CODES))?.values.codes ?? [];
  const before = await shown();
  const made = await newRecoveryCodes(self);
  if (!made.ok) throw new Error(made.reason);
  const after = await shown();
  expect(after).toHaveLength(10);
  expect(after.filter((code) => before.includes(code))).toEqual([]);
  const { id } = await openSession(made.token);
  expect(await giveSecondFactor(self.actor, id, before[0] ?? '')).toMatchObject({ reason: 'wrong' });
  expect(await giveSecondFactor(self.actor, id, after[0] ?? '')).toMatchObject({ ok: true });
  expect((await ownKeys(self.actor)).codesLeft).toBe(9);
});

test('new recovery codes can be seen again from the account until their owner says that they are kept', async () => {
  const self = await withApp();
  expect(await ownKeys(self.actor)).toMatchObject({ codesLeft: 10, codesWait: true });
  await forgetShownCodes(self.actor);
  expect(await ownKeys(self.actor)).toMatchObject({ codesLeft: 10, codesWait: false });
  expect(await newRecoveryCodes(self)).toMatchObject({ ok: true });
  expect(await ownKeys(self.actor)).toMatchObject({ codesLeft: 10, codesWait: true });
});

test.describe('one’s own sessions', () => {
  test('are listed while they open something, and ended one by one or all the others, never somebody else’s', async () => {
    const [actor, other] = [await aStaffMember('lead'), await aStaffMember('lead')];
    const tokens = [1, 2, 3].map(() => signedIn(actor, clock.now()));
    const [here = '', phone = '', tablet = ''] = await Promise.all(tokens);
    const theirs = await signedIn(other, clock.now());
    const self = { actor, session: await openSession(here) };
    const listed = await ownSessions(self);
    expect(listed).toHaveLength(3);
    expect(listed.filter((one) => one.here)).toHaveLength(1);
    expect(await endOwnSessions(self, (await openSession(phone)).id)).toBe(1);
    expect(await sessionOf(phone)).toBeNull();
    expect(await endOwnSessions(self, (await openSession(theirs)).id), 'a colleague’s').toBe(0);
    expect(await endOwnSessions(self, self.session.id), 'the one that asks').toBe(0);
    expect(await endOwnSessions(self, 'other')).toBe(1);
    expect(await sessionOf(tablet)).toBeNull();
    expect(await sessionOf(here)).toMatchObject({ live: true });
    expect(await sessionOf(theirs)).toMatchObject({ live: true });
  });

  test('A-09 end after a quarter of an hour unused, and after twelve hours however much they are used', async () => {
    const actor = await aStaffMember('lead');
    const token = await signedIn(actor, clock.now());
    shiftClock(14 * MINUTE);
    for (let looks = 0; looks < 5; looks += 1) await sessionOf(token, { use: false });
    shiftClock(15 * MINUTE);
    expect(await sessionOf(token, { use: false }), 'looking is not using').toMatchObject({ live: false });
    const used = await signedIn(actor, clock.now());
    for (let minutes = 15; minutes < 15 + 12 * 60; minutes += 12) {
      shiftClock(minutes * MINUTE);
      expect(await sessionOf(used), `after ${minutes} minutes`).toMatchObject({ live: true });
    }
    shiftClock((15 + 12 * 60) * MINUTE);
    expect(await sessionOf(used)).toMatchObject({ live: false });
  });

  test('A-11 before the second step hold no role, whatever their owner is', async () => {
    const actor = await aStaffMember('admin', 'lead', 'clinician', 'front-desk');
    const session = await openSession(await signedIn(actor, null));
    expect(actorOf(session)).toEqual({ ...actor, roles: [], session: session.id });
  });
});
