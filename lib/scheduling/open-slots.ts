// The free times of some clinicians, for a page that offers them.
import type { Tx } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import type { Slot } from './availability';
import { availableSlots } from './availability';
import { busyTimes } from './busy-times';
import type { Clinician } from './clinicians';

export interface OpenSlot extends Slot {
  clinician: Clinician;
}

const DAY = 86_400_000;

/** Free times that start within `from` and `until` (instants, half-open; without them, all to the horizon), earliest first. */
export async function openSlots(
  tx: Tx,
  clinicians: Clinician[],
  window: { from?: Date; until?: Date } = {},
): Promise<OpenSlot[]> {
  const now = clock.now();
  const horizon = Math.max(0, ...clinicians.map(({ hours }) => hours.horizonDays));
  const ids = clinicians.map(({ id }) => id);
  const from = new Date(now.getTime() - 2 * DAY);
  const until = new Date(now.getTime() + (horizon + 3) * DAY);
  const [{ holidays }, busy] = await Promise.all([clinicOf(tx), busyTimes(tx, ids, from, until)]);
  // Many begin at the same instant: the few instants are put in order rather than the many slots.
  const byStart = new Map<number, OpenSlot[]>();
  for (const clinician of clinicians) {
    const asked = { hours: clinician.hours, holidays, busy: busy.get(clinician.id) ?? [], now, ...window };
    for (const { startsAt, endsAt } of availableSlots(asked)) {
      const slot = { startsAt, endsAt, clinician };
      const others = byStart.get(startsAt.getTime());
      if (others) others.push(slot);
      else byStart.set(startsAt.getTime(), [slot]);
    }
  }
  return [...byStart.keys()].sort((a, b) => a - b).flatMap((at) => byStart.get(at) ?? []);
}
