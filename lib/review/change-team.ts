// Whoever changes the team is an admin at that very moment, one after another: two who act at once never leave it without one.
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { staffMember } from '@/db/schema';
import { isFreshStaff } from '@/lib/accounts/fresh-staff';
import { tellStaff } from '@/lib/accounts/staff-change';
import type { Staff } from './submission-by-reference';
import { memberByReference } from './team';

/** An admin, and when their second factor was last given. */
export type Admin = { actor: Staff; secondFactorAt: Date | null };

/** `not-allowed`: no admin, or no longer one. `not-fresh`: the second factor is more than five minutes old. */
export type TeamRefusal = 'not-allowed' | 'not-fresh' | 'unknown';

/** The lock of whatever changes who is admin; the first one is made under it too. */
const holdTeam = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(7021002)`);

/** Called first in the transaction. Null when it may go on. */
export async function mayChangeTeam(
  tx: Tx,
  { actor, secondFactorAt }: Admin,
): Promise<'not-allowed' | 'not-fresh' | null> {
  if (!actor.roles.includes('admin')) return 'not-allowed';
  if (!isFreshStaff({ secondFactorAt })) return 'not-fresh';
  await holdTeam(tx);
  // What the request was let in with may be over by now: another admin was quicker.
  const [self] = await tx
    .select({ roles: staffMember.roles })
    .from(staffMember)
    .where(sql`${staffMember.id} = ${actor.id} and foyer.works_here(${staffMember.id})`);
  return self?.roles.includes('admin') ? null : 'not-allowed';
}

export type Member = typeof staffMember.$inferSelect;

/** The member of staff to be changed, or why not. */
export async function memberToChange(
  tx: Tx,
  admin: Admin,
  reference: string,
): Promise<{ ok: true; member: Member } | { ok: false; reason: TeamRefusal }> {
  const refused = await mayChangeTeam(tx, admin);
  if (refused) return { ok: false, reason: refused };
  const member = await memberByReference(tx, reference);
  return member ? { ok: true, member } : { ok: false, reason: 'unknown' };
}

/** Whether anybody else who works here is admin. */
export async function isOtherAdmin(tx: Tx, actor: Staff): Promise<boolean> {
  const admins = await working(tx, sql`'admin' = any (${staffMember.roles})`);
  return admins.some(({ id }) => id !== actor.id);
}

const working = (tx: Tx, which: SQL) =>
  tx
    .select({ id: staffMember.id })
    .from(staffMember)
    .where(sql`${which} and foyer.works_here(${staffMember.id})`);

/** The other admins and the leads who work here are told that something was changed; what, they read on the team's page. */
export async function tellWhoWatches(tx: Tx, actor: Staff, about: string) {
  const watching = await working(tx, sql`${staffMember.roles} && '{admin,lead}'::text[]`);
  for (const { id } of watching) if (id !== actor.id && id !== about) await tellStaff(tx, 'team-changed', id);
}
