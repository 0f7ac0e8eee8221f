// An admin changes what services cost: all of it or nothing, and never over a change somebody else made meanwhile.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { clinicShape } from './clinic';
import { type FeeSchedule, scheduleOf, stampOfFees } from './fee-schedule';

export type FeesSaved = { ok: true } | { ok: false; reason: 'not-allowed' | 'changed-meanwhile' };

/**
 * `stamp` is that of the schedule the form was made for (`stampOfFees`). Saving what stands already changes nothing.
 * What was published or given with the old fees stays as it is. Refused: `not-allowed` (no admin), `changed-meanwhile`.
 */
export async function saveFeeSchedule(
  actor: Extract<Actor, { kind: 'staff' }>,
  { schedule, stamp }: { schedule: FeeSchedule; stamp: string },
): Promise<FeesSaved> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const [row] = await tx.select().from(clinicSetting).for('update');
    if (!row) throw new Error('This database holds no clinic yet.');
    const before = scheduleOf(clinicShape.parse(row.data));
    const changed = (Object.keys(schedule) as (keyof FeeSchedule)[]).filter(
      (part) => JSON.stringify(schedule[part]) !== JSON.stringify(before[part]),
    );
    if (changed.length === 0) return { ok: true };
    if (stampOfFees(before) !== stamp) return { ok: false, reason: 'changed-meanwhile' };
    await tx
      .update(clinicSetting)
      .set({ data: { ...(row.data as object), ...schedule }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, row.id));
    await record(tx, {
      event: 'clinic.changed',
      subject: 'clinic',
      detail: { part: 'fees', changed, services: schedule.fees.length },
    });
    return { ok: true };
  });
}

/** The schedule that stands, and what a form made from it carries along. */
export async function feeScheduleNow(actor: Actor) {
  return as(actor, async (tx) => {
    const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
    if (!row) throw new Error('This database holds no clinic yet.');
    const clinic = clinicShape.parse(row.data);
    const schedule = scheduleOf(clinic);
    return { schedule, country: clinic.country, stamp: stampOfFees(schedule) };
  });
}
