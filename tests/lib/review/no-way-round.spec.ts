// Nobody puts themselves on a case, and no admin takes somebody's place: not by a page, and not by a query of their own.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { glassBreak } from '@/db/schema';
import { enrolSecondFactor, secretToEnrol } from '@/lib/accounts/second-factor';
import { totpCode } from '@/lib/accounts/totp';
import { readAppointment } from '@/lib/calendar/appointment-file';
import { bookForClient } from '@/lib/calendar/book-for-client';
import { cancelForClient } from '@/lib/calendar/cancel-for-client';
import { closeDay } from '@/lib/calendar/close-day';
import { markAttendance } from '@/lib/calendar/mark-attendance';
import { moveForClient } from '@/lib/calendar/move-for-client';
import { timesToBook, timesToMove } from '@/lib/calendar/times-for-client';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { assignSubmission } from '@/lib/review/assign-submission';
import { breakGlass } from '@/lib/review/break-glass';
import { isOnTheCase } from '@/lib/review/on-the-case';
import { saveColleague } from '@/lib/review/save-colleague';
import { memberByReference } from '@/lib/review/team';
import { referenceOf } from '@/lib/scheduling/clinicians';
import { expect, type TestDatabase, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// Of its own: it changes whose each case is, and who is admin.

const DAY = 24 * 3_600_000;
let team: Team;

test.beforeAll(async () => {
  team = await theTeam();
});

/** Sent, with a time booked, and the case of somebody else. */
async function aCaseOfAnother({ ownerSql: sql }: TestDatabase): Promise<Intake> {
  const intake = await anIntake({});
  const assignee = await aStaffMember('clinician');
  await sql`update submission set assignee_id = ${assignee.id}, status = 'assigned' where id = ${intake.id}`;
  return intake;
}

const onCase = (actor: Staff, { client }: Intake) =>
  as(actor, (tx) => isOnTheCase(tx, actor, { clientId: client.id }));

test('a clinician who is not on the case books and moves nobody to themselves; the front desk does, to anybody', async ({
  database,
}) => {
  const { ownerSql } = database;
  const intake = await aCaseOfAnother(database);
  const [meeting] = await ownerSql`select a.reference, a.sequence, a.clinician_id from appointment a
    where a.client_id = ${intake.client.id} and a.status = 'booked'`;
  const [other] =
    await ownerSql`select c.id from clinician c where c.id <> ${String(meeting?.clinician_id)} limit 1`;
  const outsider: Staff = { kind: 'staff', id: String(other?.id), roles: ['clinician'] };
  expect(await onCase(outsider, intake)).toBe(false);
  const change = async (set: string) =>
    as(outsider, (tx) =>
      tx.execute(
        sql.raw(set.replaceAll(':me', `'${outsider.id}'`).replaceAll(':client', `'${intake.client.id}'`)),
      ),
    );
  for (const set of [
    'update appointment set clinician_id = :me where client_id = :client',
    'update submission set assignee_id = :me where client_id = :client',
    "update submission set not_for_us_at = now() - interval '3 days' where client_id = :client",
    "update submission set reference = 'AAAAAAAAAA' where client_id = :client",
  ])
    await expect(change(set), set).rejects.toThrow();
  const to = { clinician: referenceOf(outsider.id), startsAt: new Date(clock.now().getTime() + 9 * DAY) };
  const moved = await moveForClient(outsider, {
    ...{ reference: String(meeting?.reference), sequence: Number(meeting?.sequence), to },
  });
  expect(moved.ok).toBe(false);
  await ownerSql`update appointment set status = 'cancelled' where client_id = ${intake.client.id}`;
  const booked = await bookForClient(outsider, { ...to, reference: intake.reference, formToken: newId() });
  expect(booked.ok).toBe(false);
  expect(await onCase(outsider, intake)).toBe(false);
});

test('a clinician off the case changes none of its appointments, opened or not; front desk does, and one who is both but for themselves', async ({
  database: { ownerSql },
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const { reference } = intake;
  const outsider = await aStaffMember('clinician');
  const both = { ...outsider, roles: [...outsider.roles, 'front-desk' as const] };
  const [meeting] = await ownerSql`select reference, sequence, clinician_id, starts_at from appointment
    where client_id = ${intake.client.id} and status = 'booked'`;
  const asked = { reference: String(meeting?.reference), sequence: Number(meeting?.sequence) };
  const to = {
    clinician: referenceOf(String(meeting?.clinician_id)),
    startsAt: new Date(clock.now().getTime() + 9 * DAY),
  };
  const cancels = { ...asked, why: 'Made up: not theirs to say.', formToken: newId() };
  const past = (actor: Staff) =>
    as(actor, (tx) =>
      tx.execute(
        sql.raw(`update appointment set status = 'cancelled' where client_id = '${intake.client.id}'`),
      ),
    );
  const shown = () => readAppointment(outsider, asked.reference);
  for (const reason of ['not-on-the-case', 'only-opened'] as const) {
    const refused = { ok: false, reason };
    expect(await cancelForClient(outsider, cancels)).toEqual(refused);
    expect(await moveForClient(outsider, { ...asked, to })).toEqual(refused);
    expect(await markAttendance(outsider, { ...asked, mark: 'missed' })).toEqual(refused);
    expect(await bookForClient(outsider, { ...to, reference, formToken: newId() })).toEqual(refused);
    await expect(past(outsider), 'past the app’s code').rejects.toThrow();
    expect(await shown(), 'no form that can’t be used').toMatchObject({
      whyNot: reason,
      mayChange: false,
      marks: [],
    });
    expect(await timesToMove(outsider, asked.reference, {})).toMatchObject({ reason, days: [] });
    expect(await timesToBook(outsider, reference, {})).toMatchObject({ reason, days: [] });
    await breakGlass(outsider, { reference, reason: 'Covering for somebody (made up).' });
  }
  const written = await ownerSql`select 1 from site_message where client_id = ${intake.client.id}`;
  expect(written).toHaveLength(0);
  const day = {
    clinician: to.clinician,
    date: String(meeting?.starts_at.toISOString()).slice(0, 10),
    why: '',
  };
  expect(await closeDay(outsider, { ...day, changes: [{ ...asked, to: null }] })).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  const himself = { clinician: referenceOf(outsider.id), startsAt: to.startsAt };
  expect((await moveForClient(both, { ...asked, to: himself })).ok).toBe(false);
  const taken = as(both, (tx) =>
    tx.execute(
      sql.raw(`update appointment set clinician_id = '${both.id}' where client_id = '${intake.client.id}'`),
    ),
  );
  await expect(taken, 'past the app’s code').rejects.toThrow();
  expect(await cancelForClient(both, { ...cancels, why: '' })).toEqual({ ok: true });
});

test('who only opened a file with a reason does not make the case their own, nor open it ahead of time', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const outsider = await aStaffMember('clinician');
  const unseen = `say ${'\u200b'.repeat(20)}`;
  expect(await breakGlass(outsider, { reference: intake.reference, reason: unseen })).toMatchObject({
    reason: 'reason-too-short',
  });
  const ahead = new Date(clock.now().getTime() + DAY);
  await expect(
    as(outsider, (tx) =>
      tx.insert(glassBreak).values({
        ...{ id: newId(), clientId: intake.client.id, staffId: outsider.id, reason: 'x' },
        ...{ openedAt: ahead, until: new Date(ahead.getTime() + 3_600_000) },
      }),
    ),
  ).rejects.toThrow();
  expect(
    await breakGlass(outsider, { reference: intake.reference, reason: 'Covering for somebody (made up).' }),
  ).toEqual({ ok: true });
  expect(await assignSubmission(outsider, { reference: intake.reference, clinicianId: outsider.id })).toEqual(
    {
      ok: false,
      reason: 'only-opened',
    },
  );
});

test('an admin makes themselves no clinician while there is another to ask, and the leads hear of every change', async ({
  database,
}) => {
  const { ownerSql } = database;
  const actor = await aStaffMember('admin');
  const other = await aStaffMember('admin');
  const admin = { actor, secondFactorAt: clock.now() };
  const [row] = await ownerSql`select reference, name from staff_member where id = ${actor.id}`;
  const wish = {
    ...{ reference: String(row?.reference), name: String(row?.name), credential: '', left: '' },
    roles: ['admin' as const, 'clinician' as const],
  };
  expect(await saveColleague(admin, wish)).toEqual({ ok: false, reason: 'yourself' });
  await ownerSql`update account set disabled_at = now() where id <> ${actor.id}
    and id in (select id from staff_member where 'admin' = any (roles))`;
  expect(await saveColleague(admin, wish)).toEqual({ ok: true });
  const told = await ownerSql`select account_id from notice where kind = 'team-changed'`;
  expect(told.map((each) => each.account_id)).toContain(team.lead.id);
  expect(await as(actor, (tx) => memberByReference(tx, wish.reference))).toMatchObject({
    roles: ['admin', 'clinician'],
  });
  await ownerSql`update account set disabled_at = null where id = ${other.id}`;
});

test('an admin’s own query changes nobody’s sign-in, whose an account is, or that somebody is admin', async ({
  database,
}) => {
  const admin = await aStaffMember('admin');
  const before = await database.ownerSql`select id, account_id, second_factor_at from session order by id`;
  const run = (text: string) => as(admin, (tx) => tx.execute(sql.raw(text)));
  await run('update session set second_factor_at = now()');
  expect(await database.ownerSql`select id, account_id, second_factor_at from session order by id`).toEqual(
    before,
  );
  for (const text of [
    "update account set email_index = id::text where kind = 'staff'",
    "update account set kind = 'client' where kind = 'staff'",
    "update staff_member set roles = '{front-desk}'",
    'update account set disabled_at = now()',
  ])
    await expect(run(text), text).rejects.toThrow();
});

test('whoever came by mail alone changes no second step by a query, and makes no recovery code', async ({
  database: { ownerSql },
}) => {
  const actor = { ...(await aStaffMember('lead')), roles: [] };
  const secret = (await secretToEnrol(actor)) ?? '';
  const run = (text: string) => as(actor, (tx) => tx.execute(sql.raw(text)));
  const elsewhere = { ...actor, session: newId() };
  const confirm = sql.raw('update staff_second_factor set enrolled_at = now()');
  await expect(
    as(elsewhere, (tx) => tx.execute(confirm)),
    'what another sign-in was shown',
  ).rejects.toThrow();
  const code = totpCode(secret, clock.now());
  expect(await enrolSecondFactor(actor, newId(), code)).toMatchObject({ ok: true });
  const state = () => ownerSql`select f.totp_secret, f.last_step, f.next_secret, c.id, c.code_hash, c.used_at
    from staff_second_factor f join recovery_code c on c.staff_id = f.staff_id
    where f.staff_id = ${actor.id} order by c.id`;
  const before = await state();
  shiftClock(2 * 60_000);
  const row = `'${newId()}', '${actor.id}'`;
  for (const text of [
    "update staff_second_factor set totp_secret = 'x'",
    "update staff_second_factor set next_secret = 'x'",
    'update staff_second_factor set last_step = last_step - 1',
    'update staff_second_factor set enrolled_at = null',
    `insert into recovery_code (id, staff_id, code_hash) values (${row}, 'x')`,
    "update recovery_code set code_hash = 'x'",
  ])
    await expect(run(text), text).rejects.toThrow();
  await run('delete from recovery_code');
  const [spent] = before;
  await ownerSql`update recovery_code set used_at = now() where id = ${spent?.id}`;
  const asSpent = await state();
  await run('update recovery_code set used_at = now() where used_at is not null');
  expect(await state()).toEqual(asSpent);
  shiftClock(0);
});

test('what falls to staff stays what it was, and is done in nobody else’s name', async ({ database }) => {
  const intake = await aCaseOfAnother(database);
  const [one] = await database.ownerSql`insert into task (id, kind, client_id, due_at, created_at)
    values (${newId()}, 'withdrawal', ${intake.client.id}, now(), now()) returning id`;
  const run = (set: string) =>
    as(team.frontDesk, (tx) => tx.execute(sql.raw(`update task set ${set} where id = '${one?.id}'`)));
  for (const set of [
    "kind = 'estimate'",
    'client_id = null',
    `done_at = now(), done_by = '${team.lead.id}'`,
    `about_id = '${intake.id}'`,
    "due_at = now() + interval '70 years'",
  ])
    await expect(run(set), set).rejects.toThrow();
  const byClient = (set: string) =>
    as(intake.client, (tx) => tx.execute(sql.raw(`update task set ${set} where id = '${one?.id}'`)));
  for (const set of ["due_at = now() + interval '70 years'", "created_at = '2000-01-01'"])
    await expect(byClient(set), set).rejects.toThrow();
  await run(`done_at = now(), done_by = '${team.frontDesk.id}'`);
  await expect(run('done_at = null, done_by = null'), 'done is done').rejects.toThrow();
});

test('a client ends no task in the name of staff, and nobody of staff tells themselves of a danger sign', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const [asked] = await database.ownerSql`insert into task (id, kind, client_id, due_at, created_at)
    values (${newId()}, 'time-wanted', ${intake.client.id}, now(), now()) returning id`;
  const byClient = (set: string) =>
    as(intake.client, (tx) => tx.execute(sql.raw(`update task set ${set} where id = '${asked?.id}'`)));
  for (const set of [`done_at = now(), done_by = '${team.lead.id}'`, `about_id = '${intake.id}'`])
    await expect(byClient(set), set).rejects.toThrow();
  await byClient('done_at = now()');

  const tell = (whom: string) =>
    as(team.clinician, (tx) =>
      tx.execute(sql`insert into notice (id, kind, account_id, about_id, state, created_at)
        values (${newId()}, 'flag-late', ${whom}, ${newId()}, 'queued', now())`),
    );
  await expect(tell(team.clinician.id)).rejects.toThrow();
  await tell(team.lead.id);
});
