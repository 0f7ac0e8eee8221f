// A colleague lost every second step they had: an admin takes it all away, and they set it up anew within two weeks.
import { eq, sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { staffMember } from '@/db/schema';
import { tellStaff } from '@/lib/accounts/staff-change';
import { record } from '@/lib/audit/record';
import { type Admin, memberToChange, type TeamRefusal, tellWhoWatches } from './change-team';
import { endSessionsOf } from './disable-colleague';
import { enrolUntil } from './invite-colleague';

/**
 * App, passkeys and recovery codes are gone and every session ends; they and the other admins are told by mail. Refused:
 * `not-allowed`, `not-fresh`, `unknown`, `yourself` (another admin does that), `nothing-set-up`.
 */
export async function resetSecondFactor(
  admin: Admin,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: TeamRefusal | 'yourself' | 'nothing-set-up' }> {
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, reference);
    if (!found.ok) return found;
    const { id } = found.member;
    if (id === admin.actor.id) return { ok: false, reason: 'yourself' };
    const [row] = [
      ...(await tx.execute<{ had: boolean }>(sql`select foyer.forget_second_factors(${id}) as had`)),
    ];
    if (!row?.had) return { ok: false, reason: 'nothing-set-up' };
    await tx.update(staffMember).set({ enrolUntil: enrolUntil() }).where(eq(staffMember.id, id));
    const sessions = await endSessionsOf(tx, id);
    await tellStaff(tx, 'staff-sign-in-changed', id);
    await tellWhoWatches(tx, admin.actor, id);
    await record(tx, { event: 'staff.reset', subject: id, detail: { sessions } });
    return { ok: true };
  });
}
