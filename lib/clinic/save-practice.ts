// An admin changes the practice's own settings: all of it or nothing, and never over a change somebody else made meanwhile.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { clinicShape } from './clinic';
import { type Practice, practiceOf, stampOfPractice } from './practice-settings';
import { forgetSiteName } from './site-name';

type Staff = Extract<Actor, { kind: 'staff' }>;

/**
 * `stamp` is that of the settings the form was made for. Saving what stands already changes nothing. What was published
 * stays as it is. Refused: `not-allowed` (no admin), `changed-meanwhile`.
 */
export async function savePractice(
  actor: Staff,
  { practice, stamp }: { practice: Practice; stamp: string },
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'changed-meanwhile' }> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  const saved = await as(actor, async (tx) => {
    const [row] = await tx.select().from(clinicSetting).for('update');
    if (!row) throw new Error('This database holds no clinic yet.');
    const before = practiceOf(clinicShape.parse(row.data));
    const changed = (Object.keys(practice) as (keyof Practice)[]).filter(
      (part) => JSON.stringify(practice[part]) !== JSON.stringify(before[part]),
    );
    if (changed.length === 0) return { ok: true } as const;
    if (stampOfPractice(before) !== stamp) return { ok: false, reason: 'changed-meanwhile' } as const;
    await tx
      .update(clinicSetting)
      .set({ data: { ...(row.data as object), ...practice }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, row.id));
    await record(tx, { event: 'clinic.changed', subject: 'clinic', detail: { part: 'practice', changed } });
    return { ok: true } as const;
  });
  if (saved.ok) forgetSiteName();
  return saved;
}

/** The settings that stand, and what a form made from them carries along. */
export const practiceNow = (actor: Staff): Promise<{ practice: Practice; stamp: string }> =>
  as(actor, async (tx) => {
    const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
    if (!row) throw new Error('This database holds no clinic yet.');
    const practice = practiceOf(clinicShape.parse(row.data));
    return { practice, stamp: stampOfPractice(practice) };
  });
