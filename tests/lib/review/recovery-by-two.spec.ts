// A recovery takes two members of staff and somebody who knows the birthday: no one login reads what a client wrote.
import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { type Actor, as } from '@/db/client';
import { addressChange } from '@/db/schema';
import { ownAddress } from '@/lib/accounts/own-address';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { sessionOf } from '@/lib/accounts/session';
import { setPin } from '@/lib/accounts/set-pin';
import { stopRecovery } from '@/lib/accounts/stop-recovery';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { clock, shiftClock } from '@/lib/env/clock';
import { BIRTH_TRIES, finishRecovery } from '@/lib/forms/finish-recovery';
import { AGREE_MINUTES, agreeToRecovery } from '@/lib/review/agree-to-recovery';
import { clientToRecover } from '@/lib/review/client-to-recover';
import { readRecoveries } from '@/lib/review/recoveries';
import { ALONE_HOURS } from '@/lib/review/recovery';
import { readRecovery } from '@/lib/review/recovery-file';
import { settleRecovery } from '@/lib/review/settle-recovery';
import { startRecovery } from '@/lib/review/start-recovery';
import { aClient } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';
import { expect, test } from '../../support/database';
import { anAddress, mailsAbout, provesAddress, signsInWith } from '../forms/made-up-changes';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

/** What Postgres answers to what a policy, a grant or a trigger doesn't let through. */
const FORBIDDEN = { code: '42501' };
const HOUR = 3_600_000;
const BORN = '1988-03-05';
const PIN = { typed: '604917', again: '604917', ip: '192.0.2.1' };

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});
test.afterEach(() => shiftClock(0));

type Given = { email?: string | null; reset?: boolean; by?: Staff };

const starts = (
  { reference }: Intake,
  { email = anAddress(), reset = false, by = team.frontDesk }: Given = {},
) =>
  startRecovery(by, {
    ...{ reference, email, inbox: 'only-me', steps: ['called-back', 'birth-date'], resetSecondKey: reset },
  });

/** A client whose recovery has been started, and no more. */
async function begun(given: Given = {}) {
  const intake = await anIntake({ A1: 'only-me', B3: BORN });
  const email = given.email === undefined ? anAddress() : given.email;
  const started = await starts(intake, { ...given, email });
  if (!started.ok) throw new Error(started.reason);
  return { intake, client: intake.client, email: email ?? intake.email, reference: started.reference };
}

const agrees = (reference: string, by: Staff = team.clinician, secondFactorAt: Date | null = clock.now()) =>
  agreeToRecovery(by, { reference, secondFactorAt });

const comesIn = (sql: Sql, email: string, birthDate = BORN) => signsInWith(sql, email, { birthDate });
const addressOf = (client: Actor & { kind: 'client' }) => as(client, (tx) => emailOfAccount(tx, client.id));
const stateOf = async (reference: string) => (await readRecovery(team.frontDesk, reference))?.state;
const openTasks = (sql: Sql, clientId: string) =>
  sql`select due_at from task where client_id = ${clientId} and kind = 'recovery' and done_at is null`;

test('one login alone gets nowhere: until a colleague agrees nothing is mailed to the new address, and signing in there opens nothing of theirs', async ({
  database: { ownerSql: sql },
}) => {
  const { intake, client, email, reference } = await begun({ reset: true });
  expect(await mailsAbout(sql, client.id)).toEqual(['recovery-asked']);
  expect(await agrees(reference, team.frontDesk)).toEqual({ ok: false, reason: 'own-recovery' });
  expect(await stateOf(reference)).toBe('asked');
  expect(await comesIn(sql, email)).not.toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
});

test('each colleague can agree, once; then the client can finish', async ({
  database: { ownerSql: sql },
}) => {
  const startedBy = { clinician: team.frontDesk, lead: team.admin, admin: team.lead, frontDesk: team.lead };
  for (const [who, by] of Object.entries(startedBy)) {
    const { client, email, reference } = await begun({ by });
    const colleague = team[who as keyof Team];
    expect(await readRecovery(colleague, reference)).toMatchObject({ own: false, mayAgree: true });
    expect(await agrees(reference, colleague), who).toEqual({ ok: true });
    expect(await agrees(reference, team.admin), 'a second time').toEqual({ ok: false, reason: 'not-open' });
    expect(await stateOf(reference)).toBe('waiting');
    expect(await mailsAbout(sql, client.id)).toEqual(['recovery-asked', 'recovery-waits']);
    expect(await comesIn(sql, email)).toBe(client.id);
  }
});

test('a screen left open is no colleague, and who holds no role is none either', async () => {
  const { reference } = await begun();
  const before = new Date(clock.now().getTime() - AGREE_MINUTES * 60_000 - 1);
  for (const at of [before, null])
    expect(await agrees(reference, team.clinician, at)).toEqual({ ok: false, reason: 'not-fresh' });
  expect(await agrees(reference, { ...team.clinician, roles: [] })).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await stateOf(reference)).toBe('asked');
});

test('in Postgres too: nobody agrees to their own, in a colleague’s name, or as the client, nor finishes without', async ({
  database: { ownerSql: sql },
}) => {
  const { client, reference } = await begun();
  const agreement = (agreedBy: string) => ({ agreedBy, agreedAt: clock.now() });
  const written = (actor: Actor, set: Partial<typeof addressChange.$inferInsert>) =>
    as(actor, (tx) => tx.update(addressChange).set(set).where(eq(addressChange.reference, reference)));
  for (const [actor, agreedBy] of [
    [team.frontDesk, team.frontDesk.id],
    [team.frontDesk, team.clinician.id],
    [client, team.clinician.id],
  ] as const)
    await expect(written(actor, agreement(agreedBy))).rejects.toMatchObject(FORBIDDEN);
  await expect(written(client, { doneAt: clock.now() })).rejects.toMatchObject({ code: '23514' });
  await written(team.clinician, agreement(team.clinician.id));
  await expect(written(team.lead, agreement(team.lead.id)), 'nor a second time').rejects.toMatchObject(
    FORBIDDEN,
  );
  expect(
    await sql`select 1 from address_change where reference = ${reference} and agreed_by is not null`,
  ).toHaveLength(1);
});

test('an address that opens another account by the time a colleague looks is not told anything', async ({
  database: { ownerSql: sql },
}) => {
  const { client, email, reference } = await begun();
  await aClient(email);
  expect(await agrees(reference)).toEqual({ ok: false, reason: 'address-taken' });
  expect(await mailsAbout(sql, client.id)).toEqual(['recovery-asked']);
});

test('what waits for a colleague is on everybody’s list, and a task until it is agreed to or has run out', async ({
  database: { ownerSql: sql },
}) => {
  const { client, reference } = await begun();
  for (const actor of [team.frontDesk, team.lead, team.admin, team.clinician])
    expect((await readRecoveries(actor))?.rows).toContainEqual(
      expect.objectContaining({ reference, state: 'asked' }),
    );
  expect(await openTasks(sql, client.id)).toHaveLength(1);
  await agrees(reference);
  expect(await openTasks(sql, client.id)).toEqual([]);
  const other = await begun();
  shiftClock(7 * 24 * HOUR + 1000);
  await sweepAccounts();
  expect(await openTasks(sql, other.client.id)).toEqual([]);
});

test.describe('for who is alone in the clinic', () => {
  test.afterEach(({ database: { ownerSql: sql } }) => sql`update account set disabled_at = null`);

  test('a day without objection stands in for the colleague', async ({ database: { ownerSql: sql } }) => {
    const { client, email, reference } = await begun();
    await sql`update account set disabled_at = now() where kind = 'staff' and id <> ${team.frontDesk.id}`;
    expect(await readRecovery(team.frontDesk, reference)).toMatchObject({ alone: true, mayAgree: false });
    shiftClock(ALONE_HOURS * HOUR - 60_000);
    expect(await agrees(reference, team.frontDesk)).toEqual({ ok: false, reason: 'too-early' });
    shiftClock(ALONE_HOURS * HOUR + 1000);
    expect(await readRecovery(team.frontDesk, reference)).toMatchObject({ alone: true, mayAgree: true });
    expect(await agrees(reference, team.frontDesk)).toEqual({ ok: true });
    expect(await comesIn(sql, email)).toBe(client.id);
  });

  test('with a colleague who can act, no day does', async () => {
    const { reference } = await begun();
    shiftClock(6 * 24 * HOUR);
    expect(await agrees(reference, team.frontDesk)).toEqual({ ok: false, reason: 'own-recovery' });
  });
});

test.describe('once the client has objected', () => {
  test('who started it does not clear that away, and front desk begins no other for thirty days', async () => {
    const { intake, client, reference } = await begun({ by: team.lead });
    await agrees(reference, team.frontDesk);
    expect(await stopRecovery(client), 'agreed or not').toEqual({ ok: true });
    expect(await settleRecovery(team.frontDesk, reference)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await settleRecovery(team.lead, reference)).toEqual({ ok: false, reason: 'own-recovery' });
    expect(await settleRecovery(team.admin, reference)).toEqual({ ok: true });
    expect((await clientToRecover(team.frontDesk, intake.reference))?.objected).toBe(true);
    expect((await clientToRecover(team.lead, intake.reference))?.objected).toBe(false);
    expect(await starts(intake)).toEqual({ ok: false, reason: 'objected' });
    shiftClock(29 * 24 * HOUR);
    await sweepAccounts();
    expect(await starts(intake)).toEqual({ ok: false, reason: 'objected' });
    shiftClock(30 * 24 * HOUR + 60_000);
    expect(await starts(intake)).toMatchObject({ ok: true });
  });

  test('a lead or an admin may begin another at once', async () => {
    const { intake, client } = await begun();
    await stopRecovery(client);
    expect(await starts(intake, { by: team.lead })).toMatchObject({ ok: true });
  });
});

test.describe('at its end the birthday is asked for', () => {
  test('so that a mistyped address hands nothing over: five wrong dates end it, and the right one comes too late', async ({
    database: { ownerSql: sql },
  }) => {
    const { intake, client, email, reference } = await begun({ reset: true });
    await agrees(reference);
    expect(await signsInWith(sql, email), 'without a date').toBeNull();
    for (let tries = 0; tries < BIRTH_TRIES; tries += 1)
      expect(await comesIn(sql, email, '1988-03-06')).toBeNull();
    expect(await stateOf(reference)).toBe('failed');
    expect(await comesIn(sql, email), 'an account of its own').not.toBe(client.id);
    expect(await addressOf(client)).toBe(intake.email);
    const failed = await sql`
      select 1 from audit_event where subject = ${client.id} and event = 'recovery.failed'`;
    expect(failed).toHaveLength(1);
  });

  test('a slip is no harm', async ({ database: { ownerSql: sql } }) => {
    const { client, email, reference } = await begun();
    await agrees(reference);
    await comesIn(sql, email, '1988-05-03');
    expect(await comesIn(sql, email)).toBe(client.id);
  });

  test('of twenty guesses at once five count', async ({ database: { ownerSql: sql } }) => {
    const { email, reference } = await begun();
    await agrees(reference);
    const ticket = await provesAddress(sql, email);
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => finishRecovery({ ticket, birthDate: '1988-05-03' })),
    );
    expect(guesses.filter((guess) => guess === 'wrong')).toHaveLength(BIRTH_TRIES - 1);
    expect(guesses.filter((guess) => guess === 'ended')).toHaveLength(1);
    const [row] = await sql`select tries, cancelled_by from address_change where reference = ${reference}`;
    expect(row).toMatchObject({ tries: BIRTH_TRIES, cancelled_by: 'tries' });
  });
});

test.describe('where only the second key is lost', () => {
  /** A client with a PIN. */
  async function withPin(email: string | null = null) {
    const intake = await anIntake({ A1: 'only-me', B3: BORN });
    await setPin(intake.client, await openSession(await signedIn(intake.client)), PIN);
    const started = await starts(intake, { email: email ?? intake.email.toUpperCase(), reset: true });
    if (!started.ok) throw new Error(started.reason);
    return { intake, client: intake.client, reference: started.reference };
  }
  const wanted = async (client: Intake['client']) => (await openSession(await signedIn(client))).secondKey;

  test('the mailbox stays: after a colleague, their e-mail and their birthday the old key is gone, and everybody is out', async ({
    database: { ownerSql: sql },
  }) => {
    const { intake, client, reference } = await withPin();
    expect(await ownAddress(client)).toEqual({ email: intake.email, recovery: 'reset' });
    expect(await comesIn(sql, intake.email), 'before a colleague agreed').toBe(client.id);
    expect(await wanted(client)).toBe('wanted');
    await agrees(reference);
    const before = await signedIn(client);
    expect(await comesIn(sql, intake.email)).toBe(client.id);
    expect(await wanted(client)).toBe('none');
    expect(await sessionOf(before)).toBeNull();
    expect(await addressOf(client)).toBe(intake.email);
    expect(await stateOf(reference)).toBe('done');
    expect(await mailsAbout(sql, client.id)).toEqual(['reset-asked', 'reset-waits', 'reset-done']);
  });

  test('whoever only reads the mail does not get rid of the PIN, and its owner stops it', async ({
    database: { ownerSql: sql },
  }) => {
    const { intake, client, reference } = await withPin();
    await agrees(reference);
    expect(await comesIn(sql, intake.email, '1990-01-01')).toBeNull();
    expect(await wanted(client)).toBe('wanted');
    expect(await stopRecovery(client)).toEqual({ ok: true });
    expect(await comesIn(sql, intake.email)).toBe(client.id);
    expect(await wanted(client)).toBe('wanted');
  });

  test('without a new address and with nothing to reset, nothing would change, and it is refused', async () => {
    const intake = await anIntake();
    for (const email of [null, intake.email])
      expect(await starts(intake, { email })).toEqual({ ok: false, reason: 'same-address' });
    expect(await starts(intake, { email: null, reset: true })).toMatchObject({ ok: true });
  });
});
