// Who works here: their roles, whether they can get in and how, and what was changed of it lately.
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { as, type Role, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { auditEvent, staffMember } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { isReference } from '@/lib/env/ids';
import { referenceOf } from '@/lib/scheduling/clinicians';
import { openHandovers } from './handover-tasks';
import type { Staff } from './submission-by-reference';
import { whatTheyLeave } from './what-they-leave';

export const ROLES: readonly Role[] = ['admin', 'lead', 'clinician', 'front-desk'];

/** Leads look, admins change. */
export const MAY_READ_TEAM: Role[] = ['admin', 'lead'];

/** `invited`: has yet to set up a second step. `run-out`: the time in which they could is over. */
export type Standing = 'active' | 'invited' | 'run-out' | 'disabled';

export type Colleague = {
  id: string;
  reference: string;
  name: string;
  credential: string;
  roles: Role[];
  standing: Standing;
  disabledAt: Date | null;
  /** When an invitation runs out; null where none does. */
  enrolUntil: Date | null;
  app: boolean;
  passkeys: number;
  codesLeft: number;
  /** When they last signed in; null for never. */
  signedInAt: Date | null;
};

const TEAM_EVENTS = [
  'staff.invited',
  'staff.invited-again',
  'staff.invitation-withdrawn',
  'staff.changed',
  'staff.disabled',
  'staff.enabled',
  'staff.reset',
] as const;

export type TeamChange = { event: (typeof TEAM_EVENTS)[number]; at: Date; who: string; by: string };

/** Days a change stands on the team's page; the record keeps it for good. */
const CHANGES_SHOWN_DAYS = 90;

type WaysIn = {
  id: string;
  disabled_at: string | null;
  app: boolean;
  passkeys: number;
  codes: number;
  signed_in_at: string | null;
};

const dateOf = (at: string | null) => (at === null ? null : new Date(at));

/** Everybody, by name; those who were let go last. */
export async function colleagues(tx: Tx): Promise<Colleague[]> {
  const members = await tx.select().from(staffMember).orderBy(asc(staffMember.name), asc(staffMember.id));
  const ways = [...(await tx.execute<WaysIn>(sql`select * from foyer.team()`))];
  const all = members.flatMap(({ enrolUntil, ...member }) => {
    const way = ways.find(({ id }) => id === member.id);
    if (!way) return [];
    const disabledAt = dateOf(way.disabled_at);
    return {
      ...member,
      ...{ disabledAt, enrolUntil, standing: standingOf(disabledAt, way.app, enrolUntil) },
      ...{ app: way.app, passkeys: way.passkeys, codesLeft: way.codes, signedInAt: dateOf(way.signed_in_at) },
    };
  });
  return [...all.filter(({ disabledAt }) => !disabledAt), ...all.filter(({ disabledAt }) => disabledAt)];
}

function standingOf(disabledAt: Date | null, app: boolean, enrolUntil: Date | null): Standing {
  if (disabledAt) return 'disabled';
  if (app) return 'active';
  return enrolUntil && enrolUntil <= clock.now() ? 'run-out' : 'invited';
}

export async function readTeam(actor: Staff) {
  return as(actor, async (tx) => {
    const people = await colleagues(tx);
    const { zone } = await clinicOf(tx);
    return { people, changes: await changesOf(tx, people, people), zone };
  });
}

export type ColleagueFile = NonNullable<Awaited<ReturnType<typeof readColleague>>>;

/**
 * `neverCame`: they left no trace, and their invitation can be taken back whole. `hours`: what a clinician's hours are found
 * by. Null for a reference that is nobody's.
 */
export async function readColleague(actor: Staff, reference: string) {
  return as(actor, async (tx) => {
    const people = await colleagues(tx);
    const person = people.find((one) => one.reference === reference.toUpperCase());
    if (!person) return null;
    const [came] = [
      ...(await tx.execute<{ never: boolean }>(sql`select foyer.never_came(${person.id}) as never`)),
    ];
    return {
      ...person,
      email: await emailOfAccount(tx, person.id),
      neverCame: came?.never ?? false,
      hours: person.roles.includes('clinician') ? referenceOf(person.id) : null,
      leaves: await whatTheyLeave(tx, person.id),
      toHandOver: (await openHandovers(tx, person.id)).length > 0,
      changes: await changesOf(tx, people, [person]),
      zone: (await clinicOf(tx)).zone,
    };
  });
}

/** The newest first, twelve at most. Who was taken back whole has no name any more. */
async function changesOf(tx: Tx, people: Colleague[], about: Colleague[]): Promise<TeamChange[]> {
  const since = new Date(clock.now().getTime() - CHANGES_SHOWN_DAYS * 86_400_000);
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? '';
  const rows = await tx
    .select()
    .from(auditEvent)
    .where(
      and(
        oneOf(
          auditEvent.subject,
          about.map(({ id }) => id),
        ),
        oneOf(auditEvent.event, TEAM_EVENTS),
        gt(auditEvent.at, since),
      ),
    )
    .orderBy(desc(auditEvent.at), desc(auditEvent.id))
    .limit(12);
  return rows.map(({ event, at, subject, actorId }) => ({
    ...{ event: event as TeamChange['event'], at, who: nameOf(subject), by: nameOf(actorId) },
  }));
}

/** Somebody's row by their reference, for whoever hands over their work: any member of staff. */
export async function memberByReference(tx: Tx, reference: string) {
  if (!isReference(reference.toUpperCase())) return null;
  const [row] = await tx.select().from(staffMember).where(eq(staffMember.reference, reference.toUpperCase()));
  return row ?? null;
}
