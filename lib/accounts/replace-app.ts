// A member of staff sets up another app: the old one opens until the new one's first code has shown that it works.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { staffSecondFactor } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { openFor, sealFor } from '@/lib/vault/keys';
import { factorOf, secretPlace } from './second-factor';
import { afterStaffChange, holdBackStaff, type Self, type Staff, type StaffHeldBack } from './staff-change';
import { newTotpSecret, totpStep } from './totp';

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

/** Returns this session's new token. Refused: `none` (nothing is being set up), `wrong`, and what `holdBackStaff` finds. */
export async function replaceApp(
  self: Self,
  code: string,
): Promise<{ ok: true; token: string } | { ok: false; reason: 'none' | 'wrong' | StaffHeldBack }> {
  const { id } = self.actor;
  return as(self.actor, async (tx) => {
    const heldBack = await holdBackStaff(tx, self);
    if (heldBack) return { ok: false, reason: heldBack };
    const row = await factorOf(tx, id);
    if (!row?.nextSecret) return { ok: false, reason: 'none' };
    const secret = await openFor(tx, id, nextPlace(id), row.nextSecret);
    const lastStep = totpStep(secret, code, clock.now());
    if (lastStep === null) return { ok: false, reason: 'wrong' };
    const totpSecret = await sealFor(tx, id, secretPlace(id), secret);
    await tx
      .update(staffSecondFactor)
      .set({ totpSecret, lastStep, nextSecret: null, enrolledAt: clock.now() })
      .where(eq(staffSecondFactor.staffId, id));
    return { ok: true, token: await afterStaffChange(tx, self, 'app.replaced') };
  });
}
