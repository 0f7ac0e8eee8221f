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
  const { holidays } = await clinicOf(tx);
  const horizon = Math.max(0, ...clinicians.map(({ hours }) => hours.horizonDays));
  const busy = await busyTimes(
    tx,
    clinicians.map(({ id }) => id),
    new Date(now.getTime() - 2 * DAY),
    new Date(now.getTime() + (horizon + 3) * DAY),
  );
  return clinicians
    .flatMap((clinician) =>
      availableSlots({
        hours: clinician.hours,
        holidays,
        busy: busy.get(clinician.id) ?? [],
        now,
        ...window,
      }).map((slot) => ({ ...slot, clinician })),
    )
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
