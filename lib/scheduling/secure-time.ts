// A stretch of a clinician's time is taken, or found taken. The exclusion constraint in the database is the judge.
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { behind } from '@/db/orderly';
import { clinicianTime } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { availableSlots } from './availability';
import { busyTimes } from './busy-times';
import { type Clinician, hoursKept } from './clinicians';
import { localDateOf } from './time-in-words';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Whether the clinician keeps a session that starts at this instant, whatever is booked and however soon it is. */
export function keepsSession(clinician: Clinician, holidays: string[], startsAt: Date, now: Date): boolean {
  const hours = { ...clinician.hours, noticeHours: 0, dailyMaximum: Number.POSITIVE_INFINITY };
  return startsNow(
    availableSlots({ hours, holidays, busy: [], now, from: startsAt, until: justAfter(startsAt) }),
    startsAt,
  );
}

/** Thrown where something was given up for a time that then could not be had: nothing of it is kept. */
export class Taken extends Error {}

/**
 * One change of a clinician's local day (`2026-11-24`) at a time, until the transaction ends: the daily maximum is a
 * count, which no constraint can hold, and a day that is being closed takes no booking.
 */
export const lockDay = (tx: Tx, clinicianId: string, date: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${clinicianId} ${date}`}, 0))`);

/**
 * Takes the time of one session and its buffers: for an appointment, or to hold it for somebody. Returns the row's id;
 * null when the time, or the last place of that
 * day, is somebody else's.
 */
export async function secureTime(
  tx: Tx,
  asked: { clinician: Clinician; holidays: string[]; startsAt: Date; now: Date; kind?: 'held' },
): Promise<string | null> {
  const { clinician, startsAt } = asked;
  const around = [new Date(startsAt.getTime() - 2 * DAY), new Date(startsAt.getTime() + 2 * DAY)] as const;
  // The hours are read again: the day may have been closed while this waited for it.
  const day = lockDay(tx, clinician.id, localDateOf(startsAt, clinician.hours.zone));
  const [kept, taking] = await behind(day, () =>
    Promise.all([hoursKept(tx, [clinician.id]), busyTimes(tx, [clinician.id], ...around)]),
  );
  const hours = { ...clinician.hours, ...kept };
  const busy = taking.get(clinician.id) ?? [];
  const window = { from: startsAt, until: justAfter(startsAt) };
  if (
    !startsNow(availableSlots({ ...asked, hours: { ...hours, noticeHours: 0 }, busy, ...window }), startsAt)
  )
    return null;

  const from = new Date(startsAt.getTime() - hours.bufferBeforeMinutes * MINUTE);
  const until = new Date(startsAt.getTime() + (hours.sessionMinutes + hours.bufferAfterMinutes) * MINUTE);
  const [taken] = await tx
    .insert(clinicianTime)
    .values({
      id: newId(),
      clinicianId: clinician.id,
      occupied: sql`tstzrange(${from.toISOString()}, ${until.toISOString()}, '[)')`,
      kind: asked.kind ?? 'appointment',
    })
    .onConflictDoNothing()
    .returning({ id: clinicianTime.id });
  return taken?.id ?? null;
}

const justAfter = (at: Date) => new Date(at.getTime() + 1);
const startsNow = (slots: { startsAt: Date }[], at: Date) =>
  slots.some(({ startsAt }) => startsAt.getTime() === at.getTime());
