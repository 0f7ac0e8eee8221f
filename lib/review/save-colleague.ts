// An admin sets a colleague's name and roles: from their next request on, and with nothing of theirs left in silence.
import { eq } from 'drizzle-orm';
import { as, type Role, type Tx } from '@/db/client';
import { staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { offerSoon } from '@/lib/scheduling/free-time';
import { holdHoursAlone } from '@/lib/scheduling/hold-hours';
import {
  type Admin,
  isOtherAdmin,
  type Member,
  memberToChange,
  type TeamRefusal,
  tellWhoWatches,
} from './change-team';
import { taskToHandOver } from './handover-tasks';
import { type Leaves, leavesNothing, leavesWith, stampOfLeaves, whatTheyLeave } from './what-they-leave';

export type ColleagueTyped = {
  reference: string;
  name: string;
  credential: string;
  roles: Role[];
  /** The stamp of what they would leave, as it was shown and agreed to; '' where nothing was. */
  left: string;
};

export type SavedColleague =
  | { ok: true }
  /**
   * `yourself`: nobody takes their own admin role, or makes themselves a clinician or lead; another admin does, where there is one. `no-role`: whoever has none is disabled instead.
   * `leaves-something`: see what, and agree to it.
   */
  | { ok: false; reason: TeamRefusal | 'yourself' | 'no-role' | 'leaves-something' };

/** Saving what stands already changes nothing. Refused: see `SavedColleague`. */
export async function saveColleague(admin: Admin, typed: ColleagueTyped): Promise<SavedColleague> {
  if (typed.roles.length === 0) return { ok: false, reason: 'no-role' };
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, typed.reference);
    if (!found.ok) return found;
    const { member } = found;
    if (member.id === admin.actor.id && !typed.roles.includes('admin'))
      return { ok: false, reason: 'yourself' };
    const [before, after] = [member.roles.toSorted(), typed.roles.toSorted()];
    const gains = after.filter((role) => !before.includes(role));
    if (member.id === admin.actor.id && gains.some(readsFiles) && (await isOtherAdmin(tx, admin.actor)))
      return { ok: false, reason: 'yourself' };
    const sameRoles = before.join() === after.join();
    const sameName = member.name === typed.name && member.credential === typed.credential;
    if (sameRoles && sameName) return { ok: true };
    const leaves = sameRoles ? null : await leavesByRoles(tx, member, after);
    if (leaves && !leavesNothing(leaves) && typed.left !== stampOfLeaves(leaves))
      return { ok: false, reason: 'leaves-something' };
    await tx
      .update(staffMember)
      .set({ name: typed.name, credential: typed.credential, roles: after })
      .where(eq(staffMember.id, member.id));
    if (leaves) await taskToHandOver(tx, member.id, leaves);
    if (!sameRoles) await tellWhoWatches(tx, admin.actor, member.id);
    await record(tx, {
      event: 'staff.changed',
      subject: member.id,
      detail: { roles: after, before, renamed: !sameName },
    });
    return { ok: true };
  });
}

/** With these one reads what clients wrote. */
const readsFiles = (role: Role): boolean => role === 'clinician' || role === 'lead';

/** Nobody books with them meanwhile; and what was kept with them for somebody who waits is looked at again. */
async function leavesByRoles(tx: Tx, member: Member, after: Role[]): Promise<Leaves> {
  if (after.includes('clinician') !== member.roles.includes('clinician')) {
    await holdHoursAlone(tx);
    await offerSoon(tx);
  }
  return leavesWith(await whatTheyLeave(tx, member.id), member.roles, after);
}
