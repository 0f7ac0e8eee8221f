// The second step: set up once, each code good once, ten codes for a bad day.

import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { session } from '@/db/schema';
import { formDraft } from '@/lib/accounts/form-draft';
import { isFreshStaff } from '@/lib/accounts/fresh-staff';
import { isKnownDevice, withMark } from '@/lib/accounts/known-device';
import {
  enrolSecondFactor,
  giveSecondFactor,
  RECOVERY_CODES,
  secretToEnrol,
} from '@/lib/accounts/second-factor';
import { sessionOf } from '@/lib/accounts/session';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { totpCode } from '@/lib/accounts/totp';
import { IN_A_ROW, wrongCodesElsewhere } from '@/lib/accounts/wrong-codes';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { openPost } from '@/tests/lib/notices/made-up-post';
import { expect, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { atAQuarter } from '../../support/quarter';
import { openSession, signedIn } from '../../support/sessions';

test.afterEach(() => shiftClock(0));

async function enrolled() {
  const staff = { ...(await aStaffMember('clinician')), roles: [] };
  const sessionId = newId();
  const before = newSecret();
  const now = clock.now();
  await as(staff, (tx) =>
    tx.insert(session).values({
      id: sessionId,
      tokenHash: hashOfSecret(before),
      accountId: staff.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 60 * 60_000),
      signedInBy: 'code',
    }),
  );
  const secret = (await secretToEnrol(staff)) ?? '';
  const given = await enrolSecondFactor(staff, sessionId, totpCode(secret, now));
  const givenAt = async () =>
    (await as(staff, (tx) => tx.select().from(session).where(eq(session.id, sessionId))))[0]?.secondFactorAt;
  return { staff, sessionId, secret, before, given, givenAt };
}

test.describe('the second step', () => {
  test('is set up with the app’s first code, and counts for that session', async () => {
    const { given, givenAt, staff } = await enrolled();
    expect(given).toMatchObject({ ok: true });
    expect(await givenAt()).toBeInstanceOf(Date);
    expect(await secretToEnrol(staff), 'its secret is never shown again').toBeNull();
  });

  test('A-07 a cookie copied before it was given is dead at once, and the new one goes on with the session', async () => {
    const { staff, sessionId, secret, before, given } = await enrolled();
    if (!given.ok) throw new Error(given.reason);
    expect(await sessionOf(before), 'after it was set up').toBeNull();
    expect(await sessionOf(given.token)).toMatchObject({ id: sessionId, secondFactorAt: expect.any(Date) });
    shiftClock(60_000);
    const again = await giveSecondFactor(staff, sessionId, totpCode(secret, clock.now()));
    if (!again.ok) throw new Error(again.reason);
    expect(await sessionOf(given.token), 'after it was given').toBeNull();
    expect(await sessionOf(again.token)).toMatchObject({ id: sessionId, live: true });
  });

  test('is fresh for five minutes, however much the session is used, and again when it is given again', async () => {
    const { staff, sessionId, secret, given } = await enrolled();
    const fresh = async (token: string) => {
      const session = await sessionOf(token);
      return Boolean(session?.live && isFreshStaff(session));
    };
    const first = given.ok ? given.token : '';
    expect(await fresh(first)).toBe(true);
    shiftClock(4 * 60_000);
    expect(await fresh(first)).toBe(true);
    shiftClock(5 * 60_000);
    expect(await fresh(first)).toBe(false);
    const again = await giveSecondFactor(staff, sessionId, totpCode(secret, clock.now()));
    expect(await fresh(again.ok ? again.token : '')).toBe(true);
  });

  test('a wrong code leaves the cookie as it is', async () => {
    const { staff, sessionId, given } = await enrolled();
    expect(await giveSecondFactor(staff, sessionId, '000000')).toMatchObject({ ok: false });
    expect(await sessionOf(given.ok ? given.token : '')).toMatchObject({ id: sessionId });
  });

  test('a wrong first code sets nothing up', async () => {
    const staff = { ...(await aStaffMember('clinician')), roles: [] };
    const secret = (await secretToEnrol(staff)) ?? '';
    const wrong = totpCode(secret, new Date(0));
    expect(await enrolSecondFactor(staff, newId(), wrong)).toEqual({ ok: false, reason: 'wrong' });
    expect(await secretToEnrol(staff), 'the same secret is offered again').toBe(secret);
  });

  test('what one sign-in was shown opens nothing once another set up theirs, and that one puts the first out', async () => {
    const person = { ...(await aStaffMember('clinician')), roles: [] };
    const tokens = [await signedIn(person), await signedIn(person)];
    const [watcher, owner] = [await openSession(tokens[0] ?? ''), await openSession(tokens[1] ?? '')];
    const as = (session: { id: string }) => ({ ...person, session: session.id });
    const seen = (await secretToEnrol(as(watcher))) ?? '';
    const own = (await secretToEnrol(as(owner))) ?? '';
    expect(own).not.toBe(seen);
    expect(await enrolSecondFactor(as(watcher), watcher.id, totpCode(seen, clock.now()))).toEqual({
      ok: false,
      reason: 'wrong',
    });
    expect(await enrolSecondFactor(as(owner), owner.id, totpCode(own, clock.now()))).toMatchObject({
      ok: true,
    });
    shiftClock(60_000);
    expect(await giveSecondFactor(as(watcher), watcher.id, totpCode(seen, clock.now()))).toMatchObject({
      ok: false,
    });
    expect(await sessionOf(tokens[0])).toBeNull();
  });

  test('A-10 a code is good once, and so is the step it belongs to', async () => {
    // With which a step of thirty seconds begins as well.
    const begins = atAQuarter();
    const { staff, sessionId, secret } = await enrolled();
    expect(await giveSecondFactor(staff, sessionId, totpCode(secret, clock.now()))).toMatchObject({
      reason: 'wrong',
    });
    shiftClock(begins + 60_000);
    const code = totpCode(secret, clock.now());
    const answers = await Promise.all([1, 2, 3, 4].map(() => giveSecondFactor(staff, sessionId, code)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a recovery code is good once', async () => {
    const { staff, sessionId } = await enrolled();
    // They wait, sealed, as a draft of their owner's: asked for as the route would, with an actor.
    const codes = (await formDraft({ ...staff, roles: ['clinician'] }, RECOVERY_CODES))?.values.codes ?? [];
    expect(codes).toHaveLength(10);
    expect(await giveSecondFactor(staff, sessionId, codes[0] ?? '')).toMatchObject({ ok: true });
    expect(await giveSecondFactor(staff, sessionId, codes[0] ?? '')).toMatchObject({
      ok: false,
      reason: 'wrong',
    });
    expect(
      await giveSecondFactor(staff, sessionId, (codes[1] ?? '').toLowerCase().replace('-', ' ')),
    ).toMatchObject({ ok: true });
  });
});

test.describe('wrong codes', () => {
  test.beforeEach(({ database }) => openPost(database.ownerSql));

  /** Whoever reads the mail has a sign-in of their own. */
  async function atTheDoor(staff: Actor & { kind: 'staff' }) {
    const token = await signedIn(staff, null);
    const { id } = await openSession(token);
    const give = (code: string, marks = '') => giveSecondFactor(staff, id, code, marks);
    return { token, id, give };
  }
  const reasonOf = async (answer: ReturnType<typeof giveSecondFactor>) => {
    const given = await answer;
    return given.ok ? 'let in' : given.reason;
  };
  const codesOf = async (staff: Actor & { kind: 'staff' }) =>
    (await formDraft({ ...staff, roles: ['clinician'] }, RECOVERY_CODES))?.values.codes ?? [];
  const right = ({ secret }: { secret: string }) => totpCode(secret, clock.now());
  const marksOf = ({ given }: Awaited<ReturnType<typeof enrolled>>) => (given.ok ? given.marks : '');

  test('end the sign-in they are typed in, however many come at once', async () => {
    const { staff } = await enrolled();
    const guesser = await atTheDoor(staff);
    const answers = await Promise.all(Array.from({ length: 7 }, () => reasonOf(guesser.give('000000'))));
    expect(answers.filter((reason) => reason === 'wrong')).toHaveLength(4);
    expect(answers.filter((reason) => reason === 'ended')).toHaveLength(3);
    expect(await sessionOf(guesser.token)).toBeNull();
  });

  test('of somebody who reads the mail shut out nobody else: not a device known before, and not a recovery code', async ({
    database,
  }) => {
    const begins = atAQuarter();
    const owner = await enrolled();
    const { staff } = owner;
    const codes = await codesOf(staff);
    const guessed = [];
    for (const guesser of [await atTheDoor(staff), await atTheDoor(staff)])
      for (let tries = 0; tries < 5; tries += 1) guessed.push(await reasonOf(guesser.give('000000')));
    expect(guessed.slice(4, 9)).toEqual(['ended', 'wrong', 'wrong', 'wrong', 'shut-here']);
    shiftClock(begins + 60_000);
    const colleague = await enrolled();
    const here = await atTheDoor(staff);
    expect(await reasonOf(here.give(right(owner))), 'on a new device').toBe('shut-here');
    expect(await reasonOf(here.give(right(owner), marksOf(colleague))), 'with another’s mark').toBe(
      'shut-here',
    );
    expect(await reasonOf(here.give(right(owner), marksOf(owner)))).toBe('let in');
    expect(await wrongCodesElsewhere(staff, here.id), 'told on the page they come to').toBe(8);
    expect(await reasonOf((await atTheDoor(staff)).give(codes[0] ?? ''))).toBe('let in');
    const told = await database.ownerSql`
      select kind from notice where account_id = ${staff.id} and kind = 'staff-sign-in-tried'`;
    expect(told).toHaveLength(1);
  });

  test('come to an end in all, on new devices and on known ones apart; the right one begins anew', async ({
    database: { ownerSql },
  }) => {
    const owner = await enrolled();
    let minutes = 0;
    const nextMinute = () => {
      minutes += 1;
      shiftClock(minutes * 60_000);
    };
    const stand = async (elsewhere: number, atKnown: number) => {
      await ownerSql`update staff_second_factor set wrong_elsewhere = ${elsewhere}, wrong_at_known = ${atKnown}
        where staff_id = ${owner.staff.id}`;
      nextMinute();
    };
    const give = async (marks: string) => reasonOf((await atTheDoor(owner.staff)).give(right(owner), marks));
    await stand(IN_A_ROW, IN_A_ROW);
    expect(await give('')).toBe('shut-here');
    expect(await give(marksOf(owner))).toBe('shut-here');
    await stand(IN_A_ROW, IN_A_ROW - 1);
    expect(await give(marksOf(owner))).toBe('let in');
    nextMinute();
    expect(await give('')).toBe('let in');
  });

  test('a mark is worth nothing after sixty days, nor when it was made up', async () => {
    const enrolledAt = clock.now();
    const self = { staffId: newId(), enrolledAt };
    const marks = withMark('made-up~x.y', self);
    expect(isKnownDevice(marks, self)).toBe(true);
    expect(isKnownDevice(marks, { ...self, staffId: newId() })).toBe(false);
    expect(isKnownDevice(marks, { ...self, enrolledAt: new Date(enrolledAt.getTime() + 1) })).toBe(false);
    expect(isKnownDevice(`${clock.now().getTime()}.made-up`, self)).toBe(false);
    shiftClock(60 * 86_400_000);
    expect(isKnownDevice(marks, self)).toBe(false);
  });
});
