// An admin chooses what the clinic leaves out of its questionnaire: never over a choice somebody else made meanwhile.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { clinicShape } from './clinic';
import { PACKS, type Pack } from './packs';

export type PacksSaved = { ok: true } | { ok: false; reason: 'not-allowed' | 'changed-meanwhile' };

/** What a form made from these choices carries along. */
export const stampOfPacks = (off: readonly Pack[]): string =>
  PACKS.filter((pack) => off.includes(pack)).join('.') || 'none';

/**
 * `stamp` is that of the choices the form was made for (`stampOfPacks`). Saving what stands already changes nothing. What clients have
 * answered stays. Refused: `not-allowed` (no admin), `changed-meanwhile`.
 */
export async function savePacks(
  actor: Extract<Actor, { kind: 'staff' }>,
  { off, stamp }: { off: readonly Pack[]; stamp: string },
): Promise<PacksSaved> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  const packsOff = PACKS.filter((pack) => off.includes(pack));
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(clinicSetting).for('update');
    if (!row) throw new Error('This database holds no clinic yet.');
    const before = clinicShape.parse(row.data).packsOff;
    if (stampOfPacks(before) === stampOfPacks(packsOff)) return { ok: true };
    if (stampOfPacks(before) !== stamp) return { ok: false, reason: 'changed-meanwhile' };
    await tx
      .update(clinicSetting)
      .set({ data: { ...(row.data as object), packsOff }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, row.id));
    await record(tx, { event: 'clinic.changed', subject: 'clinic', detail: { part: 'forms', packsOff } });
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
