// Whoever changes the team is an admin at that very moment, one after another: two who act at once never leave it without one.
import { sql } from 'drizzle-orm';
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
export const holdTeam = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(7021002)`);

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

/** The other admins who work here are told that something was changed; what, they read on the team's page. */
export async function tellOtherAdmins(tx: Tx, actor: Staff, about: string) {
  const admins = await tx
    .select({ id: staffMember.id })
    .from(staffMember)
    .where(sql`'admin' = any (${staffMember.roles}) and foyer.works_here(${staffMember.id})`);
  for (const { id } of admins) if (id !== actor.id && id !== about) await tellStaff(tx, 'team-changed', id);
}
