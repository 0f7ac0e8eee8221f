// With each booking and each move go the reminders of the new time: a job for each, in the same transaction.
import type { Tx } from '@/db/client';
import { reminder } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { reminderTimes } from './reminder-times';

/** Whoever has just been told of a time is not reminded of it within the hour. */
const JUST_TOLD = 60 * 60_000;

/**
 * A job only says when to look: whether there is anything to tell is decided then. Those whose moment has passed, or comes
 * within the hour, are written down as settled, so that nobody is reminded late of what they have only just booked.
 */
export async function planReminders(
  tx: Tx,
  about: { appointmentId: string; clientId: string; startsAt: Date; zone: string; now: Date },
) {
  const { appointmentId, clientId, startsAt, now } = about;
  for (const { kind, dueAt } of reminderTimes(about)) {
    if (dueAt.getTime() > now.getTime() + JUST_TOLD)
      await enqueue(tx, { name: 'appointment.remind', data: { appointmentId }, startAfter: dueAt });
    else
      await tx
        .insert(reminder)
        .values({
          ...{ id: newId(), kind, clientId, aboutId: appointmentId },
          ...{ anchoredAt: startsAt, decidedAt: now },
        })
        .onConflictDoNothing();
  }
}
