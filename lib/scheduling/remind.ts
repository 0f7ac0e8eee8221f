// A client is reminded of their appointment, and of forms not sent: each once, however often, early or late somebody looks.
import { and, eq, gt, lte } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { appointment, notice, reminder } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { openIntake } from '@/lib/forms/open-intake';
import { enqueue } from '@/lib/jobs/enqueue';
import { withoutWords } from '@/lib/jobs/without-words';
import { FARTHEST_HOURS, type ReminderKind, reminderTimes } from './reminder-times';
import { isAwake } from './waking-hours';

const job = { kind: 'job', name: 'appointment.remind' } as const;

/**
 * Everything is looked up now: whether the appointment stands, when it is, what is due. A job that came too early does
 * nothing; what it should have done, `remindAll` does.
 */
export const remindOf = ({ appointmentId }: { appointmentId: string }): Promise<void> =>
  as(job, (tx) => remind(tx, appointmentId));

/** Of every appointment that is near enough. Every few minutes: jobs may be lost, and clocks may be wrong. */
export async function remindAll() {
  const now = clock.now();
  const farthest = new Date(now.getTime() + FARTHEST_HOURS * 60 * 60_000);
  const near = await as(job, (tx) =>
    tx
      .select({ id: appointment.id })
      .from(appointment)
      .where(
        and(
          eq(appointment.status, 'booked'),
          gt(appointment.startsAt, now),
          lte(appointment.startsAt, farthest),
        ),
      ),
  );
  let failure: Error | undefined;
  for (const { id } of near) {
    try {
      await remindOf({ appointmentId: id });
    } catch (error) {
      // One person's trouble keeps nobody else from being reminded.
      failure = withoutWords(error);
    }
  }
  if (failure) throw failure;
}

async function remind(tx: Tx, appointmentId: string) {
  // Held, so that it is neither moved nor cancelled between the look and the mail that follows from it.
  const [found] = await tx.select().from(appointment).where(eq(appointment.id, appointmentId)).for('share');
  const now = clock.now();
  if (found?.status !== 'booked' || !isAwake(found.zone, now)) return;
  for (const { kind, dueAt, until } of reminderTimes(found)) {
    if (now < dueAt || now >= until) continue;
    if (isAboutForms(kind) && !(await hasUnsentForms(tx, found.clientId))) continue;
    await tell(tx, kind, found, now);
  }
}

const isAboutForms = (kind: ReminderKind): boolean => kind.startsWith('forms');

export async function hasUnsentForms(tx: Tx, clientId: string): Promise<boolean> {
  return (await openIntake(tx, clientId))?.status === 'draft';
}

type Appointment = typeof appointment.$inferSelect;

/** The row is what makes it once: whoever is second writes none, and so tells nobody. Whether a mail may go is asked when it goes. */
async function tell(tx: Tx, kind: ReminderKind, { id, clientId, startsAt }: Appointment, now: Date) {
  const [reminderId, noticeId] = [newId(), newId()];
  const [first] = await tx
    .insert(reminder)
    .values({
      ...{ id: reminderId, kind, clientId, aboutId: id },
      ...{ anchoredAt: startsAt, decidedAt: now, noticeId },
    })
    .onConflictDoNothing()
    .returning({ id: reminder.id });
  if (!first) return;
  await tx.insert(notice).values({
    id: noticeId,
    kind: isAboutForms(kind) ? 'forms-due' : 'appointment-reminder',
    accountId: clientId,
    aboutId: reminderId,
    createdAt: now,
  });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}

/** What a reminder is about while it still holds: booked, at the time it was made for, and to come. */
export async function remindedAppointment(tx: Tx, reminderId: string) {
  const [found] = await tx
    .select({ clientId: appointment.clientId, startsAt: appointment.startsAt, zone: appointment.zone })
    .from(reminder)
    .innerJoin(
      appointment,
      and(eq(appointment.id, reminder.aboutId), eq(appointment.startsAt, reminder.anchoredAt)),
    )
    .where(
      and(
        eq(reminder.id, reminderId),
        eq(appointment.status, 'booked'),
        gt(appointment.startsAt, clock.now()),
      ),
    );
  return found ?? null;
}
