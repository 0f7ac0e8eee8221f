// Who is on a case, by the one rule of the database: whoever acts for a client, any clinician while nobody does, and nobody for good by breaking the glass.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { closeFlag } from '@/lib/review/close-flag';
import { GLASS_HOURS } from '@/lib/review/glass';
import { isOnTheCase } from '@/lib/review/on-the-case';
import { expect, type TestDatabase, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// Of its own: it says who is on call and whose each case is.

let team: Team;
let other: Staff;

test.beforeAll(async () => {
  team = await theTeam();
  other = await aStaffMember('clinician');
});
test.afterEach(() => shiftClock(0));

const onCase = (actor: Staff, { client }: Intake) =>
  as(actor, (tx) => isOnTheCase(tx, actor, { clientId: client.id }));

/** Somebody's case, past the table of statuses: what is tested is whose it is. */
const assign = (database: TestDatabase, { id }: Intake, to: Staff | null) =>
  database.ownerSql`update submission set assignee_id = ${to?.id ?? null} where id = ${id}`;

test('while it is nobody’s any clinician is on the case, and never front desk or an admin', async () => {
  const intake = await anIntake({}, { upTo: 'booked' });
  for (const actor of [team.clinician, other, team.lead]) expect(await onCase(actor, intake)).toBe(true);
  for (const actor of [team.frontDesk, team.admin]) expect(await onCase(actor, intake)).toBe(false);
});

test('once assigned: whose it is, whom the client meets, and the lead; no other clinician', async ({
  database,
}) => {
  const intake = await anIntake({}, { upTo: 'booked' });
  const assignee = await aStaffMember('clinician');
  await assign(database, intake, assignee);
  const [meets] =
    await database.ownerSql`select clinician_id from appointment where client_id = ${intake.client.id}`;
  const booked: Staff = { kind: 'staff', id: String(meets?.clinician_id), roles: ['clinician'] };
  for (const actor of [assignee, booked, team.lead]) expect(await onCase(actor, intake)).toBe(true);
  expect(await onCase(other, intake)).toBe(false);
  await database.ownerSql`update appointment set status = 'cancelled' where client_id = ${intake.client.id}`;
  expect(await onCase(booked, intake), 'a meeting that was cancelled').toBe(false);
});

test('whom an open red flag was told to is on the case until it is closed; whoever takes one in hand reads it', async ({
  database,
}) => {
  const intake = await anIntake({ J2: 'yes' });
  const assignee = await aStaffMember('clinician');
  const called = await aStaffMember('clinician');
  await assign(database, intake, assignee);
  await database.ownerSql`update appointment set clinician_id = ${team.clinician.id} where client_id = ${intake.client.id}`;
  const [flag] = await database.ownerSql`select id from flag where client_id = ${intake.client.id}`;
  const asked = { reference: intake.reference, flagId: String(flag?.id) };
  expect(await onCase(called, intake)).toBe(false);
  await database.ownerSql`insert into notice (id, kind, account_id, about_id, created_at)
    values (${newId()}, 'flag-raised', ${called.id}, ${asked.flagId}, now())`;
  expect(await onCase(called, intake)).toBe(true);
  expect(await onCase(other, intake)).toBe(false);
  expect(await acknowledgeFlag(other, asked), 'a danger sign is never past answering').toEqual({ ok: true });
  expect(await onCase(other, intake)).toBe(true);
  const closed = await closeFlag(other, {
    ...asked,
    outcome: 'spoke',
    note: 'Made up: spoke with them.',
  });
  expect(closed).toEqual({ ok: true });
  // Who took it in hand opened the file by that, for as long as with a reason.
  expect([await onCase(called, intake), await onCase(other, intake)]).toEqual([false, true]);
  shiftClock(GLASS_HOURS * 3_600_000 + 1_000);
  expect(await onCase(other, intake)).toBe(false);
});

test('a broken glass holds for its own client and person, and for its hours', async ({ database }) => {
  const [intake, another] = [await anIntake({}, { upTo: 'booked' }), await anIntake({}, { upTo: 'booked' })];
  const assignee = await aStaffMember('clinician');
  for (const each of [intake, another]) await assign(database, each, assignee);
  const opened = clock.now();
  await database.ownerSql`insert into glass_break (id, client_id, staff_id, reason, opened_at, until) values (
    ${newId()}, ${intake.client.id}, ${other.id}, 'sealed', ${opened}, ${new Date(opened.getTime() + 3_600_000)})`;
  expect(await onCase(other, intake)).toBe(true);
  expect(await onCase(other, another)).toBe(false);
  shiftClock(3_601_000);
  expect(await onCase(other, intake)).toBe(false);
});

test('nobody writes a broken glass for another, or for longer than a session, or changes one', async () => {
  const intake = await anIntake({}, { upTo: 'booked' });
  const add = (staffId: string, hours: number) =>
    as(other, (tx) =>
      tx.execute(sql`insert into glass_break (id, client_id, staff_id, reason, opened_at, until) values (
        ${newId()}, ${intake.client.id}, ${staffId}, 'sealed', now(), now() + make_interval(hours => ${hours}))`),
    );
  await expect(add(team.clinician.id, 1)).rejects.toThrow();
  await expect(add(other.id, 13)).rejects.toThrow();
  await add(other.id, 12);
  await expect(as(other, (tx) => tx.execute(sql`update glass_break set until = until`))).rejects.toThrow();
  const own = await as(other, (tx) =>
    tx.execute(sql`update glass_break set seen_at = now(), seen_by = ${other.id}::uuid returning id`),
  );
  expect(own, 'seen by oneself').toHaveLength(0);
});
