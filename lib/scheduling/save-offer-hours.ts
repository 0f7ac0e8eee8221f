// An admin sets for how many waking hours a time is kept for one person; what is kept already stays as it was promised.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf, clinicShape, FEWEST_OFFER_HOURS, MOST_OFFER_HOURS } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';

type Staff = Extract<Actor, { kind: 'staff' }>;

export type OfferHoursSaved = { ok: true } | { ok: false; reason: 'not-allowed' | 'hours-wrong' };

/** A whole number within bounds, or null. */
function offerHoursIn(typed: string): number | null {
  const hours = /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return hours >= FEWEST_OFFER_HOURS && hours <= MOST_OFFER_HOURS ? hours : null;
}

/** Refused: `not-allowed` (no admin), `hours-wrong` (no whole number from 1 to 48). */
export async function saveOfferHours(actor: Staff, typed: string): Promise<OfferHoursSaved> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  const offerHours = offerHoursIn(typed);
  if (offerHours === null) return { ok: false, reason: 'hours-wrong' };
  return as(actor, async (tx) => {
    // Fees and closed days are saved in the same row.
    const [row] = await tx.select().from(clinicSetting).for('update');
    if (!row) throw new Error('This database holds no clinic yet.');
    const before = clinicShape.parse(row.data).offerHours;
    if (before === offerHours) return { ok: true };
    await tx
      .update(clinicSetting)
      .set({ data: { ...(row.data as object), offerHours }, changedAt: clock.now() })
      .where(eq(clinicSetting.id, row.id));
    const detail = { part: 'offer-hours', was: before, hours: offerHours };
    await record(tx, { event: 'clinic.changed', subject: 'clinic', detail });
    return { ok: true };
  });
}

export const offerHoursNow = (actor: Staff): Promise<number> =>
  as(actor, async (tx) => (await clinicOf(tx)).offerHours);
