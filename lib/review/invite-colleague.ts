// An admin lets a colleague in: an account, a mail that says nothing, and two weeks in which to set up the second step.
import { eq, sql } from 'drizzle-orm';
import { as, type Role, type Tx } from '@/db/client';
import { notice, staffMember } from '@/db/schema';
import { clashOf } from '@/lib/accounts/clash';
import { withinLimit } from '@/lib/accounts/limits';
import { makeAccount } from '@/lib/accounts/make-account';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { type Admin, mayChangeTeam, memberToChange, type TeamRefusal } from './change-team';
import { isPromised } from './promised-address';

/** Days in which whoever reads that mail may set up their second step; after that the address alone lets nobody in. */
export const INVITED_DAYS = 14;

export const enrolUntil = () => new Date(clock.now().getTime() + INVITED_DAYS * 86_400_000);

/** `email` is a plain address; at least one role. */
export type Invitation = { email: string; name: string; credential: string; roles: Role[] };

export type Invited =
  | { ok: true; reference: string }
  /** `address-not-usable`: whose it is, and why, is said to nobody. */
  | { ok: false; reason: 'not-allowed' | 'not-fresh' | 'address-not-usable' };

/** Returns the new colleague's reference. Refused: see `Invited`. */
export async function inviteColleague(admin: Admin, invitation: Invitation): Promise<Invited> {
  try {
    return await as(admin.actor, async (tx) => {
      const refused = await mayChangeTeam(tx, admin);
      if (refused) return { ok: false, reason: refused };
      const { email, name, credential, roles } = invitation;
      if (await isPromised(tx, emailIndex(normaliseEmail(email))))
        return { ok: false, reason: 'address-not-usable' };
      const id = await makeAccount(tx, 'staff', email);
      const reference = newReference();
      await tx
        .insert(staffMember)
        .values({ id, reference, name, credential, roles, enrolUntil: enrolUntil() });
      await sendInvitation(tx, id);
      await record(tx, { event: 'staff.invited', subject: id, detail: { roles } });
      return { ok: true, reference };
    });
  } catch (error) {
    if (clashOf(error)) return { ok: false, reason: 'address-not-usable' };
    throw error;
  }
}

/**
 * The same mail once more, and two weeks from now. Refused: `not-allowed`, `not-fresh`, `unknown`, `set-up-already`,
 * `disabled`, `too-many` (three in a quarter of an hour).
 */
export async function inviteColleagueAgain(
  admin: Admin,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: TeamRefusal | 'set-up-already' | 'disabled' | 'too-many' }> {
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, reference);
    if (!found.ok) return found;
    const { id } = found.member;
    const [way] = [
      ...(await tx.execute<{ app: boolean; disabled: boolean }>(
        sql`select app, disabled_at is not null as disabled from foyer.team() where id = ${id}`,
      )),
    ];
    if (way?.app) return { ok: false, reason: 'set-up-already' };
    if (way?.disabled) return { ok: false, reason: 'disabled' };
    if (!(await withinLimit(tx, 'invitation.account', id))) return { ok: false, reason: 'too-many' };
    await tx.update(staffMember).set({ enrolUntil: enrolUntil() }).where(eq(staffMember.id, id));
    await sendInvitation(tx, id);
    await record(tx, { event: 'staff.invited-again', subject: id });
    return { ok: true };
  });
}

/**
 * An invitation to a wrong address is taken back whole: account, key and name are gone, and the address is free again.
 * Refused: `not-allowed`, `not-fresh`, `unknown`, `came` (they have set up their second step, or something is theirs by
 * now: then they are disabled instead).
 */
export async function takeBackInvitation(
  admin: Admin,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: TeamRefusal | 'came' }> {
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, reference);
    if (!found.ok) return found;
    const { id } = found.member;
    const [gone] = [
      ...(await tx.execute<{ gone: boolean }>(sql`select foyer.take_back_invitation(${id}) as gone`)),
    ];
    if (!gone?.gone) return { ok: false, reason: 'came' };
    await record(tx, { event: 'staff.invitation-withdrawn', subject: id });
    return { ok: true };
  });
}

async function sendInvitation(tx: Tx, accountId: string) {
  const noticeId = newId();
  await tx.insert(notice).values({ id: noticeId, kind: 'staff-invited', accountId, createdAt: clock.now() });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
