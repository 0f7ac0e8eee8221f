// The team: an admin lets people in, changes what they are and shuts them out; there is always an admin, and nothing is left in silence.
import { eq } from 'drizzle-orm';
import { as, type Role } from '@/db/client';
import { staffMember } from '@/db/schema';
import { enrolSecondFactor, secretToEnrol } from '@/lib/accounts/second-factor';
import { actorOf, sessionOf } from '@/lib/accounts/session';
import { totpCode } from '@/lib/accounts/totp';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { disableColleague, enableColleague } from '@/lib/review/disable-colleague';
import { endHandover, readHandover } from '@/lib/review/handover';
import {
  INVITED_DAYS,
  inviteColleague,
  inviteColleagueAgain,
  takeBackInvitation,
} from '@/lib/review/invite-colleague';
import { readOpenTasks } from '@/lib/review/open-tasks';
import { resetSecondFactor } from '@/lib/review/reset-second-factor';
import { saveColleague } from '@/lib/review/save-colleague';
import { readColleague, readTeam } from '@/lib/review/team';
import { leavesWith, stampOfLeaves } from '@/lib/review/what-they-leave';
import { expect, test } from '@/tests/support/database';
import { aClient, accountExists, aStaffMember } from '@/tests/support/people';
import { signedIn } from '@/tests/support/sessions';
import { anIntake, type Staff, theTeam } from './made-up-intakes';

// Who is admin, and who is left to be told, is counted.
test.afterEach(() => shiftClock(0));

const DAY = 86_400_000;

/** An admin who has just given their second step. */
const fresh = (actor: Staff) => ({ actor, secondFactorAt: clock.now() });

async function anAdmin() {
  await theTeam();
  return aStaffMember('admin');
}

const referenceOf = async ({ id }: { id: string }) => {
  const actor: Staff = { kind: 'staff', id, roles: ['admin'] };
  const rows = await as(actor, (tx) => tx.select().from(staffMember).where(eq(staffMember.id, id)));
  return rows[0]?.reference ?? '';
};

const theirRoles = async ({ id }: { id: string }): Promise<Role[]> => {
  const actor = actorOf(await sessionNow({ kind: 'staff', id, roles: [] }));
  return actor.kind === 'staff' ? [...actor.roles] : [];
};
const sessionNow = async (person: Staff) => {
  const session = await sessionOf(await signedIn(person, clock.now()));
  if (!session) throw new Error('there is no session');
  return session;
};

const invitation = (roles: Role[] = ['front-desk'], email = `${newId()}@made-up.example`) => ({
  ...{ email, roles, name: 'Nell Newcomer (made up)', credential: '' },
});

async function invited(admin: Staff, roles?: Role[], email?: string) {
  const made = await inviteColleague(fresh(admin), invitation(roles, email));
  if (!made.ok) throw new Error(made.reason);
  const file = await readColleague(admin, made.reference);
  if (!file) throw new Error('nobody was invited');
  return file;
}

const save = (admin: Staff, reference: string, roles: Role[], left = '') =>
  saveColleague(fresh(admin), { reference, roles, left, name: 'Nell Newcomer (made up)', credential: '' });

test.describe('an invitation', () => {
  test('makes an account, says so in one neutral mail, and is good for two weeks', async ({ database }) => {
    const admin = await anAdmin();
    const one = await invited(admin);
    expect(one).toMatchObject({ standing: 'invited', neverCame: true, app: false, signedInAt: null });
    expect(await database.ownerSql`select kind from notice where account_id = ${one.id}`).toEqual([
      { kind: 'staff-invited' },
    ]);
    const self: Staff = { kind: 'staff', id: one.id, roles: [] };
    const secret = await secretToEnrol(self);
    expect(secret).toMatch(/^[A-Z2-7]+$/);
    shiftClock(INVITED_DAYS * DAY + 60_000);
    expect(await secretToEnrol(self), 'an old mail sets nothing up').toBeNull();
    expect(await enrolSecondFactor(self, newId(), totpCode(secret ?? '', clock.now()))).toEqual({
      ok: false,
      reason: 'run-out',
    });
    expect(await readColleague(admin, one.reference)).toMatchObject({ standing: 'run-out' });
    expect(await inviteColleagueAgain(fresh(admin), one.reference)).toEqual({ ok: true });
    expect(await secretToEnrol(self)).toBe(secret);
  });

  test('to an address that a client, a colleague or nobody may have is refused alike', async () => {
    const admin = await anAdmin();
    const email = `${newId()}@made-up.example`;
    await aClient(email);
    const refused = { ok: false, reason: 'address-not-usable' };
    expect(await inviteColleague(fresh(admin), invitation(['lead'], email))).toEqual(refused);
    const again = `${newId()}@made-up.example`;
    await invited(admin, ['lead'], again);
    expect(await inviteColleague(fresh(admin), invitation(['lead'], again.toUpperCase()))).toEqual(refused);
  });

  test('to the wrong person is taken back whole while they have never come, and not after', async () => {
    const admin = await anAdmin();
    const email = `${newId()}@made-up.example`;
    const { reference } = await invited(admin, ['admin'], email);
    expect(await takeBackInvitation(fresh(admin), reference)).toEqual({ ok: true });
    expect(await accountExists(email)).toBe(false);
    const other = await invited(admin);
    const self: Staff = { kind: 'staff', id: other.id, roles: [] };
    await enrolSecondFactor(self, newId(), totpCode((await secretToEnrol(self)) ?? '', clock.now()));
    expect(await takeBackInvitation(fresh(admin), other.reference)).toEqual({ ok: false, reason: 'came' });
    expect(await readColleague(admin, other.reference)).toMatchObject({ standing: 'active', codesLeft: 10 });
  });

  test('is an admin’s to give, with a second step of the last five minutes', async () => {
    const { lead, admin } = await theTeam();
    expect(await inviteColleague(fresh(lead), invitation())).toEqual({ ok: false, reason: 'not-allowed' });
    const stale = { actor: admin, secondFactorAt: new Date(clock.now().getTime() - 5 * 60_000) };
    expect(await inviteColleague(stale, invitation())).toEqual({ ok: false, reason: 'not-fresh' });
    const { reference } = await invited(admin);
    for (const act of [inviteColleagueAgain, takeBackInvitation, resetSecondFactor, enableColleague])
      expect(await act(stale, reference), act.name).toEqual({ ok: false, reason: 'not-fresh' });
    expect(await disableColleague(stale, { reference, left: '' })).toMatchObject({ reason: 'not-fresh' });
  });
});

test.describe('roles', () => {
  test('A-08 a role that was taken is missing at the very next request, and one that was given is there', async ({
    database,
  }) => {
    const admin = await anAdmin();
    const other = await aStaffMember('admin');
    const reference = await referenceOf(other);
    expect(await theirRoles(other)).toEqual(['admin']);
    expect(await save(admin, reference, ['front-desk'])).toEqual({ ok: true });
    expect(await theirRoles(other)).toEqual(['front-desk']);
    const [line] = await database.ownerSql`
      select detail, actor_id from audit_event where subject = ${other.id} and event = 'staff.changed'`;
    expect(line?.actor_id).toBe(admin.id);
    expect(JSON.parse(line?.detail)).toMatchObject({ before: ['admin'], roles: ['front-desk'] });
  });

  test('nobody takes their own admin role, shuts themself out or resets themself', async () => {
    const admin = await anAdmin();
    const reference = await referenceOf(admin);
    const yourself = { ok: false, reason: 'yourself' };
    expect(await save(admin, reference, ['lead'])).toEqual(yourself);
    expect(await save(admin, reference, ['admin', 'lead', 'clinician'])).toEqual(yourself);
    expect(await save(admin, reference, ['admin', 'front-desk'])).toEqual({ ok: true });
    expect(await disableColleague(fresh(admin), { reference, left: '' })).toEqual(yourself);
    expect(await resetSecondFactor(fresh(admin), reference)).toEqual(yourself);
  });

  test('two admins who shut each other out at once leave one of them', async ({ database }) => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await anAdmin(), await aStaffMember('admin')];
      const [first, second] = await Promise.all([
        disableColleague(fresh(one), { reference: await referenceOf(other), left: '' }),
        disableColleague(fresh(other), { reference: await referenceOf(one), left: '' }),
      ]);
      expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
      const [{ left } = { left: 0 }] = await database.ownerSql<{ left: number }[]>`
        select count(*)::int as left from account where id in (${one.id}, ${other.id}) and disabled_at is null`;
      expect(left).toBe(1);
    }
  });

  test('somebody without any role is refused, and a name of the same is no change', async ({ database }) => {
    const admin = await anAdmin();
    const { id, reference } = await invited(admin, ['lead']);
    expect(await save(admin, reference, [])).toEqual({ ok: false, reason: 'no-role' });
    expect(await save(admin, reference, ['lead'])).toEqual({ ok: true });
    expect(
      await database.ownerSql`select 1 from audit_event where subject = ${id} and event = 'staff.changed'`,
    ).toHaveLength(0);
  });
});

test.describe('whoever is shut out', () => {
  test('A-08 is out at the very next request, and stays out of the sessions they had when let in again', async () => {
    const admin = await anAdmin();
    const other = await aStaffMember('front-desk');
    const token = await signedIn(other, clock.now());
    const reference = await referenceOf(other);
    expect(await sessionOf(token)).toMatchObject({ live: true });
    expect(await disableColleague(fresh(admin), { reference, left: '' })).toEqual({ ok: true });
    expect(await sessionOf(token)).toBeNull();
    expect(await readColleague(admin, reference)).toMatchObject({ standing: 'disabled' });
    expect(await enableColleague(fresh(admin), reference)).toEqual({ ok: true });
    expect(await sessionOf(token)).toBeNull();
    expect(await sessionOf(await signedIn(other, clock.now()))).toMatchObject({ live: true });
  });

  test('leaves nothing in silence: it is seen first, becomes one task, and the task stays until all is in other hands', async ({
    database: { ownerSql: sql },
  }) => {
    const { admin, clinician, frontDesk } = await theTeam();
    const intake = await anIntake();
    await sql`update submission set status = 'assigned', assignee_id = ${clinician.id} where id = ${intake.id}`;
    const reference = await referenceOf(clinician);
    const file = await readColleague(admin, reference);
    if (!file) throw new Error('nobody is there');
    expect(file.leaves.cases).toContain(intake.reference);
    expect(file.leaves.shifts).toHaveLength(5);
    const unseen = { ok: false, reason: 'leaves-something' };
    expect(await disableColleague(fresh(admin), { reference, left: '' })).toEqual(unseen);
    expect(await save(admin, reference, ['front-desk'])).toEqual(unseen);
    // What they would leave by other roles is asked for by itself: a lead stays on call.
    const asLead = leavesWith(file.leaves, file.roles, ['lead']);
    expect(asLead.shifts).toEqual([]);
    expect(asLead.cases).toEqual(file.leaves.cases);
    const left = stampOfLeaves(file.leaves);
    expect(await disableColleague(fresh(admin), { reference, left })).toEqual({ ok: true });
    expect(await disableColleague(fresh(admin), { reference, left }), 'twice is once').toEqual({ ok: true });
    const open = await readOpenTasks(frontDesk, { kind: 'handover' });
    expect(open.tasks).toMatchObject([{ kind: 'handover', href: `/staff/team/${reference}/left` }]);
    expect((await readHandover(frontDesk, reference))?.leaves.cases).toContain(intake.reference);
    expect(await endHandover(frontDesk, reference)).toEqual({ ok: false, reason: 'something-left' });

    await sql`update submission set assignee_id = null where assignee_id = ${clinician.id}`;
    await sql`update appointment set status = 'cancelled' where clinician_id = ${clinician.id}`;
    await sql`delete from on_call_shift where staff_id = ${clinician.id}`;
    expect(await endHandover(frontDesk, reference)).toEqual({ ok: true });
    expect((await readOpenTasks(frontDesk, { kind: 'handover' })).tasks).toEqual([]);
    expect(await readHandover(frontDesk, reference)).toBeNull();
    expect(await enableColleague(fresh(admin), reference)).toEqual({ ok: true });
  });
});

test.describe('a reset second step', () => {
  test('lets nobody in with what there was, ends every session, and tells them and the other admins', async ({
    database: { ownerSql: sql },
  }) => {
    const admin = await anAdmin();
    const another = await aStaffMember('admin');
    const other = await invited(admin, ['lead']);
    const self: Staff = { kind: 'staff', id: other.id, roles: [] };
    const secret = (await secretToEnrol(self)) ?? '';
    const token = await signedIn(self, clock.now());
    await enrolSecondFactor(self, newId(), totpCode(secret, clock.now()));
    expect(await resetSecondFactor(fresh(admin), other.reference)).toEqual({ ok: true });
    expect(await sessionOf(token)).toBeNull();
    const file = await readColleague(admin, other.reference);
    expect(file).toMatchObject({ standing: 'invited', app: false, passkeys: 0, codesLeft: 0 });
    expect(await secretToEnrol(self), 'a new one').not.toBe(secret);
    const told = await sql`select kind, account_id from notice
      where (kind = 'staff-sign-in-changed' and account_id = ${other.id})
      or (kind = 'team-changed' and account_id in (${another.id}, ${admin.id}))`;
    expect(told).toHaveLength(2);
    expect(await resetSecondFactor(fresh(admin), other.reference)).toMatchObject({
      reason: 'nothing-set-up',
    });
  });
});

test('what an admin sees of the team holds no secret, and front desk and clinicians see none of it', async () => {
  const { admin, lead, frontDesk, clinician } = await theTeam();
  const { people, changes } = await readTeam(lead);
  expect(people.map(({ name }) => name)).toContain('Rowan Placeholder (made up)');
  expect(JSON.stringify(people)).not.toMatch(/secret|hash|credential_?id|public_?key/i);
  expect(changes.length).toBeGreaterThan(0);
  expect((await readTeam(frontDesk)).people).toEqual([]);
  expect((await readTeam(clinician)).people).toEqual([]);
  expect(await readColleague(admin, 'nobody')).toBeNull();
});

test.describe('Postgres itself', () => {
  test('lets nobody but an admin end a colleague’s sessions or take their second step away, and nobody their own', async ({
    database: { appSql },
  }) => {
    const admin = await anAdmin();
    const other = await aStaffMember('lead');
    const client = await aClient();
    const by = (actor: { id: string; roles: readonly string[] }, statement: string) =>
      appSql.begin(async (sql) => {
        await sql`select set_config('foyer.actor_kind', 'staff', true), set_config('foyer.actor_id', ${actor.id}, true),
          set_config('foyer.roles', ${actor.roles.join(',')}, true)`;
        return sql.unsafe(statement);
      });
    const ends = (id: string) => `select foyer.end_sessions_of('${id}', now())`;
    const forgets = (id: string) => `select foyer.forget_second_factors('${id}')`;
    for (const statement of [ends, forgets]) {
      await expect(by(other, statement(admin.id))).rejects.toThrow(/admin/);
      await expect(by(admin, statement(admin.id))).rejects.toThrow(/admin/);
      await expect(by(admin, statement(other.id))).resolves.toBeDefined();
    }
    await expect(by(admin, ends(client.id))).rejects.toThrow(/admin/);
    expect(await by(other, 'select * from staff_passkey')).toEqual([]);
  });
});
