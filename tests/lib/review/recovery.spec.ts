// A lost mailbox: front desk starts it on good grounds, a colleague agrees, and nothing changes until the new address is proved and the birthday given.
import type { Sql } from 'postgres';
import { type Actor, as } from '@/db/client';
import { addressChange } from '@/db/schema';
import { askAddressChange } from '@/lib/accounts/ask-address-change';
import { ownAddress } from '@/lib/accounts/own-address';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { sessionOf } from '@/lib/accounts/session';
import { setPin } from '@/lib/accounts/set-pin';
import { hashOfTicket, newSecret } from '@/lib/accounts/sign-in-secrets';
import { stopRecovery } from '@/lib/accounts/stop-recovery';
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { answersOf } from '@/lib/forms/answers-of';
import { finishRecovery } from '@/lib/forms/finish-recovery';
import { agreeToRecovery } from '@/lib/review/agree-to-recovery';
import { cancelRecovery } from '@/lib/review/cancel-recovery';
import { clientToRecover } from '@/lib/review/client-to-recover';
import { readRecoveries } from '@/lib/review/recoveries';
import { readRecovery } from '@/lib/review/recovery-file';
import { settleRecovery } from '@/lib/review/settle-recovery';
import { startRecovery } from '@/lib/review/start-recovery';
import { readSubmission } from '@/lib/review/submission-file';
import { emailIndex } from '@/lib/vault/indexes';
import { aClient, aStaffMember } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';
import { expect, test } from '../../support/database';
import {
  anAddress,
  anIp,
  aSession,
  asksFor,
  eventsOf,
  mailsAbout,
  sessionsOf,
  signsInWith,
} from '../forms/made-up-changes';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

/** What Postgres answers to what a policy or a grant doesn't let through. */
const FORBIDDEN = { code: '42501' };

const DAY = 24 * 60 * 60 * 1000;
const BORN = '1988-03-05';
const SECRET = 'a marked clinical answer, made up';
let team: Team;

test.beforeAll(async () => {
  team = await theTeam();
});
test.afterEach(() => shiftClock(0));

const grounds = { inbox: 'others', steps: ['called-back', 'birth-date'], resetSecondKey: false };

const starts = (
  intake: Intake,
  email = anAddress(),
  more: Partial<typeof grounds> = {},
  by: Staff = team.frontDesk,
) => startRecovery(by, { reference: intake.reference, email, ...grounds, ...more });

/** A client whose recovery has just been started, and agreed to. */
async function underway(email = anAddress()) {
  const intake = await anIntake({ A1: 'only-me', B3: BORN, C1: SECRET });
  const started = await starts(intake, email);
  if (!started.ok) throw new Error(started.reason);
  expect(await agrees(started.reference)).toEqual({ ok: true });
  return { intake, client: intake.client, email, reference: started.reference };
}

const agrees = (reference: string, by: Staff = team.clinician) =>
  agreeToRecovery(by, { reference, secondFactorAt: clock.now() });

/** Signs in, and gives the birthday where it is asked for. */
const comesIn = (sql: Sql, email: string) => signsInWith(sql, email, { birthDate: BORN });

const addressOf = (client: Actor & { kind: 'client' }) => as(client, (tx) => emailOfAccount(tx, client.id));

test('it takes effect when the new address signs in: that opens the account and its answers, the old one does not', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email } = await underway();
  await aSession(sql, client.id);
  expect(await addressOf(client), 'nothing changes before').toBe(intake.email);
  expect(await comesIn(sql, email)).toBe(client.id);
  expect(await addressOf(client)).toBe(email);
  expect(await sessionsOf(sql, client.id), 'every older session is over').toEqual([]);
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('C1')?.value).toBe(SECRET);
  expect(await comesIn(sql, intake.email), 'the old address begins anew').not.toBe(client.id);
  expect(await comesIn(sql, email), 'and again').toBe(client.id);
});

for (const resetSecondKey of [true, false]) {
  test(`a PIN ${resetSecondKey ? 'is taken away with the proof, where front desk ticked it' : 'stays, and is asked for at the new address'}`, async ({
    database,
  }) => {
    const { ownerSql: sql } = database;
    const [intake, email] = [await anIntake({ A1: 'others', B3: BORN }), anAddress()];
    const pin = { typed: '604917', again: '604917', ip: '192.0.2.1' };
    await setPin(intake.client, await openSession(await signedIn(intake.client)), pin);
    const wanted = async () => (await openSession(await signedIn(intake.client))).secondKey;
    const started = await starts(intake, email, { resetSecondKey });
    if (!started.ok) throw new Error(started.reason);
    await agrees(started.reference);
    expect(await wanted(), 'nothing changes before').toBe('wanted');
    const before = await signedIn(intake.client);
    expect(await comesIn(sql, email)).toBe(intake.client.id);
    expect(await sessionOf(before), 'whoever waited with the e-mail alone is put out').toBeNull();
    expect(await wanted()).toBe(resetSecondKey ? 'none' : 'wanted');
    const lines = await sql`
      select 1 from audit_event where subject = ${intake.client.id} and event = 'second-key.reset'`;
    expect(lines.length).toBe(resetSecondKey ? 1 : 0);
  });
}

test('the old address is told when it starts, the new one when it is agreed, both when it is done, each once', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { client, email } = await underway();
  expect(await mailsAbout(sql, client.id)).toEqual(['recovery-asked', 'recovery-waits']);
  await comesIn(sql, email);
  await comesIn(sql, email);
  expect(await mailsAbout(sql, client.id)).toEqual([
    'recovery-asked',
    'recovery-waits',
    'address-left',
    'address-begun',
  ]);
});

test('the record says who started it, by which steps, who agreed, and that the client finished it', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email, reference } = await underway();
  await readRecovery(team.admin, reference);
  await comesIn(sql, email);
  const lines = await sql`
    select event, actor_kind, actor_id, detail from audit_event
    where subject = ${client.id} and event ~ '^(recovery|address)' order by seq`;
  expect(lines.map(({ event }) => event)).toEqual([
    'recovery.started',
    'recovery.agreed',
    'recovery.read',
    'address.changed',
    'recovery.finished',
  ]);
  expect(lines[0]).toMatchObject({ actor_kind: 'staff', actor_id: team.frontDesk.id });
  expect(JSON.parse(lines[0]?.detail)).toMatchObject({ steps: grounds.steps, resetSecondKey: false });
  expect(lines[1]).toMatchObject({ actor_kind: 'staff', actor_id: team.clinician.id });
  expect(lines[2]).toMatchObject({ actor_kind: 'staff', actor_id: team.admin.id });
  for (const finished of lines.slice(3))
    expect(finished).toMatchObject({ actor_kind: 'client', actor_id: client.id });
  expect(JSON.parse(lines[4]?.detail)).toMatchObject({
    startedBy: team.frontDesk.id,
    agreedBy: team.clinician.id,
  });
  const { history } = (await readSubmission(team.clinician, intake.reference)) ?? {};
  const [frontDesk, clinician] = await Promise.all(
    [team.frontDesk, team.clinician].map(async ({ id }) => {
      const [row] = await sql`select name from staff_member where id = ${id}`;
      return row?.name as string;
    }),
  );
  const said = history?.done.filter(({ event }) => /^(recovery|address)/.test(event));
  expect(said?.map(({ event, by, recovery }) => [event, by, recovery])).toEqual([
    ['recovery.finished', { kind: 'client' }, { startedBy: frontDesk, agreedBy: clinician }],
    ['recovery.agreed', { kind: 'staff', name: clinician }, undefined],
    ['recovery.started', { kind: 'staff', name: frontDesk }, undefined],
  ]);
});

test('what was said about the new inbox counts once the address does', async ({ database }) => {
  const { intake, client, email } = await underway();
  const inbox = async () => (await as(client, (tx) => answersOf(tx, client.id))).get('A1')?.value;
  expect(await inbox()).toBe('only-me');
  await comesIn(database.ownerSql, email);
  expect(await inbox()).toBe('others');
  expect((await readSubmission(team.clinician, intake.reference))?.answers.get('A1')?.value).toBe('others');
});

test.describe('it is refused', () => {
  let intake: Intake;
  test.beforeAll(async () => {
    intake = await anIntake();
  });
  test.afterEach(async ({ database }) => {
    expect(
      await database.ownerSql`select 1 from address_change where account_id = ${intake.client.id}`,
    ).toEqual([]);
  });

  test('with fewer than two steps, and steps that are none of the clinic’s count for nothing', async () => {
    for (const steps of [[], ['called-back'], ['called-back', 'called-back'], ['called-back', 'a-hunch']])
      expect(await starts(intake, anAddress(), { steps })).toEqual({ ok: false, reason: 'too-few-steps' });
  });

  test('on nothing but what somebody who lives with them may know', async () => {
    expect(await starts(intake, anAddress(), { steps: ['birth-date', 'document-named'] })).toEqual({
      ok: false,
      reason: 'no-strong-step',
    });
  });

  test('to an address that opens another account, is theirs already, or is promised to somebody else', async () => {
    const theirs = anAddress();
    await aClient(theirs);
    const promised = await underway();
    expect(await starts(intake, theirs)).toEqual({ ok: false, reason: 'address-taken' });
    expect(await starts(intake, 'lead@demo.example')).toEqual({ ok: false, reason: 'address-taken' });
    expect(await starts(intake, promised.email)).toEqual({ ok: false, reason: 'address-taken' });
    expect(await starts(intake, intake.email.toUpperCase())).toEqual({ ok: false, reason: 'same-address' });
  });

  test('for nobody, and for staff: no reference is theirs, and the database takes no recovery of one', async () => {
    expect(
      await startRecovery(team.admin, { reference: newReference(), email: anAddress(), ...grounds }),
    ).toEqual({ ok: false, reason: 'unknown' });
    expect((await readRecoveries(team.admin, 'lead@demo.example'))?.found).toEqual([]);
    await expect(
      as(team.admin, (tx) => tx.insert(addressChange).values(aRow(team.lead.id))),
    ).rejects.toMatchObject(FORBIDDEN);
  });

  test('by clinicians and clients, whom the database refuses as well', async () => {
    for (const actor of [team.clinician]) {
      expect(await starts(intake, anAddress(), {}, actor)).toEqual({ ok: false, reason: 'not-allowed' });
      await expect(
        as(actor, (tx) => tx.insert(addressChange).values(aRow(intake.client.id, actor.id))),
      ).rejects.toMatchObject(FORBIDDEN);
    }
    await expect(
      as(intake.client, (tx) => tx.insert(addressChange).values(aRow(intake.client.id))),
    ).rejects.toMatchObject(FORBIDDEN);
  });

  test('for an account that is closed', async ({ database }) => {
    const { ownerSql: sql } = database;
    await sql`update account set disabled_at = now() where id = ${intake.client.id}`;
    expect(await starts(intake)).toEqual({ ok: false, reason: 'disabled' });
    await sql`update account set disabled_at = null where id = ${intake.client.id}`;
  });

  /** A recovery as nobody should be able to write it. */
  const aRow = (accountId: string, startedBy = team.admin.id) => ({
    ...{ id: newId(), reference: newReference(), accountId, by: 'recovery' as const, startedBy },
    ...{ oldEmail: '', newEmail: '', newEmailIndex: newId(), steps: ['called-back', 'photo-id'] },
    ...{ askedAt: new Date(), expiresAt: new Date(Date.now() + DAY) },
  });
});

test('one at a time: while one is open another is refused, and of ten at once one is started', async () => {
  const { intake } = await underway();
  expect(await starts(intake)).toEqual({ ok: false, reason: 'already-open' });
  const other = await anIntake();
  const answers = await Promise.all(Array.from({ length: 10 }, () => starts(other)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === 'already-open')).toHaveLength(9);
});

test('after seven days it has run out: the new address begins an account of its own, and another can be started', async ({
  database,
}) => {
  const { intake, client, email, reference } = await underway();
  shiftClock(7 * DAY + 1);
  expect(await comesIn(database.ownerSql, email)).not.toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
  expect((await readRecovery(team.frontDesk, reference))?.state).toBe('run-out');
  expect(await starts(intake)).toMatchObject({ ok: true });
});

test('called off by staff it comes to nothing', async ({ database }) => {
  const { intake, client, email, reference } = await underway();
  expect(await cancelRecovery({ ...team.clinician, roles: [] }, reference)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await cancelRecovery(team.frontDesk, reference)).toEqual({ ok: true });
  expect(await cancelRecovery(team.frontDesk, reference)).toEqual({ ok: false, reason: 'not-open' });
  expect(await comesIn(database.ownerSql, email)).not.toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
});

test('stopped by whoever is signed in it comes to nothing, and staff are set to look into it', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email, reference } = await underway();
  expect(await ownAddress(client)).toEqual({ email: intake.email, recovery: 'address' });
  expect(await stopRecovery(client)).toEqual({ ok: true });
  expect(await stopRecovery(client)).toEqual({ ok: false, reason: 'none' });
  expect(await comesIn(sql, email)).not.toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
  const tasks = () => sql`select done_at from task where client_id = ${client.id} and kind = 'recovery'`;
  expect((await tasks()).filter(({ done_at }) => done_at === null)).toHaveLength(1);
  expect((await readRecovery(team.frontDesk, reference))?.state).toBe('stopped');
  expect((await readRecoveries(team.frontDesk))?.rows[0]?.reference, 'it stands first').toBe(reference);
  for (const actor of [team.frontDesk, team.clinician])
    expect(await settleRecovery(actor, reference)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await settleRecovery(team.lead, reference)).toEqual({ ok: true });
  expect((await tasks()).filter(({ done_at }) => done_at === null)).toEqual([]);
  expect((await readRecovery(team.frontDesk, reference))?.state).toBe('settled');
  expect((await eventsOf(sql, client.id)).filter((event) => event.startsWith('recovery.'))).toEqual(
    expect.arrayContaining(['recovery.started', 'recovery.stopped', 'recovery.settled']),
  );
});

test('whoever has the old mailbox can’t finish it, nor move the address away while it is open', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email } = await underway();
  expect(await comesIn(sql, intake.email), 'still theirs').toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
  expect(await askAddressChange(client, { email: anAddress(), inbox: null, ip: anIp() })).toEqual({
    ok: false,
    reason: 'recovery-open',
  });
  expect(await comesIn(sql, email)).toBe(client.id);
});

test('a change a thief asked for just before is void once front desk has begun', async ({ database }) => {
  const intake = await anIntake();
  const { prove } = await asksFor(database.ownerSql, intake.client, anAddress());
  await starts(intake);
  expect(await prove()).toEqual({ ok: false, reason: 'recovery-open' });
});

test('a ticket nobody was given, or that of another address, shows and finishes nothing', async ({
  database,
}) => {
  const { intake, client, email } = await underway();
  await finishRecovery({ ticket: newSecret() });
  await signsInWith(database.ownerSql, anAddress());
  expect(await addressOf(client)).toBe(intake.email);
  // Asking for a code is no proof: neither the address nor its mark opens anything.
  for (const secret of [emailIndex(email), hashOfTicket(newSecret())]) {
    const seen = await as({ kind: 'bearer', secret }, (tx) => tx.select().from(addressChange));
    expect(seen).toEqual([]);
  }
});

test('an account that is closed while a recovery waits stays closed, and the sign-in opens another', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email } = await underway();
  await sql`update account set disabled_at = now() where id = ${client.id}`;
  expect(await comesIn(sql, email)).not.toBe(client.id);
  expect(await addressOf(client)).toBe(intake.email);
});

test('another client, and staff without a role, see no recovery of anybody’s', async () => {
  const { client, reference } = await underway();
  const stranger = await aClient();
  const noRole: Staff = { ...(await aStaffMember('clinician')), roles: [] };
  for (const actor of [stranger, noRole])
    expect(await as(actor, (tx) => tx.select().from(addressChange))).toEqual([]);
  expect(await as(client, (tx) => tx.select().from(addressChange))).toHaveLength(1);
  expect(await readRecoveries(noRole)).toBeNull();
  expect(await readRecovery(noRole, reference)).toBeNull();
  expect(
    (await readRecoveries(team.clinician, reference))?.found,
    'who may not start finds nobody',
  ).toBeNull();
});

test('nobody alters where a recovery leads, or on what grounds', async () => {
  const { client } = await underway();
  for (const set of [{ newEmailIndex: 'x' }, { steps: ['photo-id'] }, { startedBy: team.lead.id }])
    for (const actor of [team.frontDesk, team.admin, client])
      await expect(as(actor, (tx) => tx.update(addressChange).set(set))).rejects.toMatchObject(FORBIDDEN);
});

test('Z-03 front desk checks somebody against their name, birthday and number, and reads nothing clinical', async ({
  database,
}) => {
  const { intake, client, reference } = await underway();
  const given = [
    await clientToRecover(team.frontDesk, intake.reference),
    await readRecovery(team.frontDesk, reference),
    await readRecoveries(team.frontDesk, intake.reference),
  ];
  expect(given[0]).toMatchObject({ email: intake.email, sent: true, open: reference });
  const whole = JSON.stringify(given);
  expect(whole).toContain('"B3"');
  expect(whole).toContain('1988');
  // In quotes: a random reference may hold the letters of a question's name.
  for (const word of [SECRET, '"C1"', '"J2"', 'flag']) expect(whole).not.toContain(word);
  const reads = await database.ownerSql`
    select 1 from audit_event where subject = ${client.id} and event = 'recovery.read' and actor_id = ${team.frontDesk.id}`;
  expect(reads).toHaveLength(2);
  const searches = await database.ownerSql`
    select detail from audit_event where subject = 'clinic' and event = 'submission.searched' and detail like ${`%${intake.id}%`}`;
  expect(searches).toHaveLength(1);
});

test('of forms that are not sent front desk sees a reference and the address, with a danger sign or without', async () => {
  for (const J3 of ['never', 'past-3-months']) {
    const draft = await anIntake({ J3 }, { upTo: 'forms' });
    const found = (await readRecoveries(team.frontDesk, draft.reference))?.found;
    expect(found).toMatchObject([{ reference: draft.reference, name: null, status: 'draft' }]);
    expect(await clientToRecover(team.frontDesk, draft.reference)).toMatchObject({
      sent: false,
      onFile: [],
      documents: [],
    });
  }
});

test('search, the next mail and the account follow the new address', async ({ database }) => {
  const { intake, client, email } = await underway();
  await comesIn(database.ownerSql, email);
  const found = async (words: string) =>
    (await readRecoveries(team.frontDesk, words))?.found?.map(({ reference }) => reference);
  expect(await found(email)).toEqual([intake.reference]);
  expect(await found(intake.email)).toEqual([]);
  expect(await as(team.frontDesk, (tx) => emailOfAccount(tx, client.id))).toBe(email);
});

test('P-01 a dump holds neither address; a year on the recovery is gone, and the record of it is not', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const { intake, client, email } = await underway();
  await comesIn(sql, email);
  const dump = JSON.stringify([
    await database.superuserSql`select * from address_change`,
    await database.superuserSql`select * from account`,
    await database.superuserSql`select * from notice`,
    await database.superuserSql`select * from audit_event`,
    await database.superuserSql`select * from task`,
    await database.superuserSql`select * from pgboss.job`,
  ]);
  for (const secret of [intake.email, email]) expect(dump).not.toContain(secret);
  shiftClock(365 * DAY);
  await sweepAccounts();
  expect(await sql`select 1 from address_change where account_id = ${client.id}`).toEqual([]);
  expect(await eventsOf(sql, client.id)).toContain('recovery.started');
});
