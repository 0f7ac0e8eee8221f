// A member of staff sets up another app: the old one opens until the new one's first code has shown that it works.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { staffSecondFactor } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { openFor, sealFor } from '@/lib/vault/keys';
import { withMark } from './known-device';
import { factorOf, secretPlace } from './second-factor';
import { afterStaffChange, holdBackStaff, type Self, type Staff, type StaffHeldBack } from './staff-change';
import { newTotpSecret, totpStep } from './totp';
import { forgiveWrongCodes, holdFactor } from './wrong-codes';

const nextPlace = (staffId: string) => ({
  table: 'staff_second_factor',
  column: 'next_secret',
  row: staffId,
});

/** The secret to set the new app up with: made on the first call, the same until it is confirmed. Null before the first app is set up. */
export async function secretToReplace(actor: Staff): Promise<string | null> {
  return as(actor, async (tx) => {
    const row = await factorOf(tx, actor.id);
    if (!row?.enrolledAt) return null;
    if (row.nextSecret) return openFor(tx, actor.id, nextPlace(actor.id), row.nextSecret);
    const secret = newTotpSecret();
    const nextSecret = await sealFor(tx, actor.id, nextPlace(actor.id), secret);
    await tx.update(staffSecondFactor).set({ nextSecret }).where(eq(staffSecondFactor.staffId, actor.id));
    return secret;
  });
}

/**
 * Wrong codes of the app before it count no longer. `held`: the marks of this browser (`known-device.ts`), which are of the app
 * before. Returns this session's new token, and the marks from now on. Refused: `none` (nothing is being set up), `wrong`, and
 * what `holdBackStaff` finds.
 */
export async function replaceApp(
  self: Self,
  code: string,
  held = '',
): Promise<
  { ok: true; token: string; marks: string } | { ok: false; reason: 'none' | 'wrong' | StaffHeldBack }
> {
  const { id } = self.actor;
  return as(self.actor, async (tx) => {
    // Held before the session is, as whoever gives a code does: or the two wait for each other.
    const row = await holdFactor(tx, id);
    const heldBack = await holdBackStaff(tx, self);
    if (heldBack) return { ok: false, reason: heldBack };
    if (!row?.nextSecret) return { ok: false, reason: 'none' };
    const secret = await openFor(tx, id, nextPlace(id), row.nextSecret);
    const lastStep = totpStep(secret, code, clock.now());
    if (lastStep === null) return { ok: false, reason: 'wrong' };
    const totpSecret = await sealFor(tx, id, secretPlace(id), secret);
    const enrolledAt = clock.now();
    await tx
      .update(staffSecondFactor)
      .set({ totpSecret, lastStep, nextSecret: null, enrolledAt })
      .where(eq(staffSecondFactor.staffId, id));
    await forgiveWrongCodes(tx, row, { staffId: id, sessionId: self.session.id });
    const token = await afterStaffChange(tx, self, 'app.replaced');
    return { ok: true, token, marks: withMark(held, { staffId: id, enrolledAt }) };
  });
}
