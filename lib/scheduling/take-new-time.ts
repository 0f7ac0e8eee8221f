// An appointment moves to another time, whoever moves it: the old one stays theirs until the new one is.
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment } from '@/db/schema';
import { record } from '@/lib/audit/record';
import type { Allowed } from './check-booking';
import { moveEstimateTask } from './follow-estimate-task';
import { freeTime } from './free-time';
import { planReminders } from './plan-reminders';
import { secureTime } from './secure-time';
import { tellClient } from './tell-client';
import { localTimeOf } from './time-in-words';

type Old = Pick<typeof appointment.$inferSelect, 'id' | 'clientId' | 'timeId'>;

/**
 * For whoever holds the client's row and has checked that they may; `old` is booked. False when the new time is
 * somebody else's: the old one is given up by then, so the caller must give the whole transaction up. `movedFrom`: when it
 * was to be, where the practice moves it; null where the client does, who need not be told.
 */
export async function takeNewTime(
  tx: Tx,
  old: Old,
  to: Allowed & { startsAt: Date; zone: string; now: Date; movedFrom: Date | null },
): Promise<boolean> {
  const { id, clientId } = old;
  const { clinician, format, facts, startsAt, zone } = to;
  // Given up first, so that a time half an hour away can be had; nobody else sees it free before this is kept.
  await freeTime(tx, old.timeId);
  const timeId = await secureTime(tx, to);
  if (timeId === null) return false;
  await tx
    .update(appointment)
    .set({
      clinicianId: clinician.id,
      timeId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + clinician.hours.sessionMinutes * 60_000),
      zone,
      localTime: localTimeOf(startsAt, zone),
      format,
      movedFrom: to.movedFrom,
      sequence: sql`${appointment.sequence} + 1`,
    })
    .where(eq(appointment.id, id));
  await moveEstimateTask(tx, { clientId, appointmentId: id, startsAt, selfPay: facts.mayPayThemselves });
  await planReminders(tx, { appointmentId: id, clientId, startsAt, zone, now: to.now });
  await tellClient(tx, 'appointment-moved', { clientId, appointmentId: id });
  const detail = { appointment: id, clinician: clinician.id, startsAt: startsAt.toISOString() };
  await record(tx, { event: 'appointment.moved', subject: clientId, detail });
  return true;
}
