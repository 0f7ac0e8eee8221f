// What a change of somebody's hours would do, reckoned from all that is booked with them now.
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { busyTimes } from './busy-times';
import { type BookedTime, type HoursEffect, hoursEffect } from './hours-effect';
import { type HoursFile, keptOf } from './hours-file';

const DAY = 86_400_000;

/** What would be otherwise; what is left out stays. */
export interface HoursChange {
  setting?: HoursFile['setting'];
  exceptions?: HoursFile['exceptions'];
  holidays?: string[];
}

const NOTHING: HoursEffect = {
  ...{ before: [], after: [], opens: [], closes: [], stranded: [], outsideAlready: 0 },
};

export async function effectOfChange(tx: Tx, file: HoursFile, change: HoursChange): Promise<HoursEffect> {
  const now = clock.now();
  const { holidays } = await clinicOf(tx);
  const before = keptOf(file, holidays);
  const after = keptOf({ ...file, ...change }, change.holidays ?? holidays);
  if (!after) return NOTHING;
  const horizon = Math.max(before?.hours.horizonDays ?? 0, after.hours.horizonDays);
  const window = [new Date(now.getTime() - 2 * DAY), new Date(now.getTime() + (horizon + 3) * DAY)] as const;
  const busy = (await busyTimes(tx, [file.id], ...window)).get(file.id) ?? [];
  return hoursEffect({ before, after, busy, booked: await bookedAhead(tx, file.id, now), now });
}

/** Booked appointments that have not ended, in order. */
const bookedAhead = (tx: Tx, clinicianId: string, now: Date): Promise<BookedTime[]> =>
  tx
    .select({
      id: appointment.id,
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      format: appointment.format,
    })
    .from(appointment)
    .where(
      and(
        eq(appointment.clinicianId, clinicianId),
        eq(appointment.status, 'booked'),
        gt(appointment.endsAt, now),
      ),
    )
    .orderBy(asc(appointment.startsAt));
