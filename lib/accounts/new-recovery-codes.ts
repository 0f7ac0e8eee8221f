// A member of staff makes ten new recovery codes: they are shown once, and the old ones open nothing any more.
import { as } from '@/db/client';
import { makeRecoveryCodes } from './second-factor';
import { afterStaffChange, holdBackStaff, type Self, type StaffHeldBack } from './staff-change';

/** The codes wait, sealed, where those of the beginning did. Returns this session's new token. Refused: what `holdBackStaff` finds. */
export async function newRecoveryCodes(
  self: Self,
): Promise<{ ok: true; token: string } | { ok: false; reason: StaffHeldBack }> {
  return as(self.actor, async (tx) => {
    const heldBack = await holdBackStaff(tx, self);
    if (heldBack) return { ok: false, reason: heldBack };
    await makeRecoveryCodes(tx, self.actor.id);
    return { ok: true, token: await afterStaffChange(tx, self, 'recovery-codes.made') };
  });
}
