// A member of staff takes one of their passkeys away; the app, and the codes for a bad day, stay.
import { and, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { staffPasskey } from '@/db/schema';
import { afterStaffChange, holdBackStaff, type Self, type StaffHeldBack } from './staff-change';

/** Returns this session's new token. Refused: `gone` (there is no such passkey of theirs), and what `holdBackStaff` finds. */
export async function removeStaffPasskey(
  self: Self,
  reference: string,
): Promise<{ ok: true; token: string } | { ok: false; reason: 'gone' | StaffHeldBack }> {
  const { actor } = self;
  return as(actor, async (tx) => {
    const heldBack = await holdBackStaff(tx, self);
    if (heldBack) return { ok: false, reason: heldBack };
    const removed = await tx
      .delete(staffPasskey)
      .where(and(eq(staffPasskey.staffId, actor.id), eq(staffPasskey.reference, reference)))
      .returning({ id: staffPasskey.id });
    if (removed.length === 0) return { ok: false, reason: 'gone' };
    return { ok: true, token: await afterStaffChange(tx, self, 'passkey.removed') };
  });
}
