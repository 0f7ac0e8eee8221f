// An admin chooses what the clinic leaves out of its questionnaire: never over a choice somebody else made meanwhile, and no danger sign goes unseen before it was said which.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicShape } from '@/lib/clinic/clinic';
import { PACKS, type Pack } from '@/lib/clinic/packs';
import { clock } from '@/lib/env/clock';
import { unseenWithout } from './packs-offered';

export type PacksSaved =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'changed-meanwhile' | 'not-confirmed' };

/** What a form made from these choices carries along. */
export const stampOfPacks = (off: readonly Pack[]): string =>
  PACKS.filter((pack) => off.includes(pack)).join('.') || 'none';

/** The danger signs nobody would be told of any more, by the rules' ids. */
export const newlyUnseen = (before: readonly Pack[], after: readonly Pack[]): string[] => {
  const already = unseenWithout(before);
  return unseenWithout(after).flatMap((rule) => (already.includes(rule) ? [] : [rule.id]));
};

/** What the box carries that says yes to exactly these signs going unseen. */
export const confirmsUnseen = (ids: readonly string[]): string => ids.join('.');

/**
 * `stamp` is that of the choices the form was made for (`stampOfPacks`). Saving what stands already changes nothing. What clients have
 * answered stays. `confirmed` is what the box carried (`confirmsUnseen`), '' when it was not shown. Refused: `not-allowed` (no admin), `changed-meanwhile`,
 * `not-confirmed` (danger signs would go unseen, and not to these it was said yes).
 */
export async function savePacks(
  actor: Extract<Actor, { kind: 'staff' }>,
  { off, stamp, confirmed }: { off: readonly Pack[]; stamp: string; confirmed: string },
): Promise<PacksSaved> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  const packsOff = PACKS.filter((pack) => off.includes(pack));
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(clinicSetting).for('update');
    if (!row) throw new Error('This database holds no clinic yet.');
    const before = clinicShape.parse(row.data).packsOff;
    if (stampOfPacks(before) === stampOfPacks(packsOff)) return { ok: true };
    if (stampOfPacks(before) !== stamp) return { ok: false, reason: 'changed-meanwhile' };
    const unseen = newlyUnseen(before, packsOff);
    if (unseen.length > 0 && confirmed !== confirmsUnseen(unseen))
      return { ok: false, reason: 'not-confirmed' };
    await tx
      .update(clinicSetting)
      .set({ data: { ...(row.data as object), packsOff }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, row.id));
    const detail = { part: 'forms', packsOff, unseen };
    await record(tx, { event: 'clinic.changed', subject: 'clinic', detail });
    return { ok: true };
  });
}

/** What is left out now. */
export async function packsOffNow(actor: Actor): Promise<Pack[]> {
  return as(actor, async (tx) => {
    const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
    if (!row) throw new Error('This database holds no clinic yet.');
    return clinicShape.parse(row.data).packsOff;
  });
}
