// The task of an estimate follows its appointment: moved, it may be due sooner; cancelled, nothing is owed for it.
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { task } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { addEstimateTask } from './add-estimate-task';
import { estimateDueAt } from './estimate-due';

const openFor = (appointmentId: string) =>
  and(eq(task.kind, 'estimate'), eq(task.aboutId, appointmentId), isNull(task.doneAt));

/**
 * Moving puts off nothing that was owed before: the earliest of the day that stood, the day the new time asks for and
 * the session itself counts. Once an estimate was given, a new time that is far enough away asks for a new one, since
 * it names the day and the clinician (45 CFR 149.610(b)(1)(vii)); a nearer one doesn't, and the clinician who takes
 * over stands by the one that was given (149.610(b)(1)(viii)).
 */
export async function moveEstimateTask(
  tx: Tx,
  about: { clientId: string; appointmentId: string; startsAt: Date; selfPay: boolean },
) {
  const [open] = await tx.select().from(task).where(openFor(about.appointmentId));
  if (!open) return addEstimateTask(tx, about);
  const due = estimateDueAt(await clinicOf(tx), clock.now(), about.startsAt);
  const dueAt = new Date(
    Math.min(open.dueAt.getTime(), about.startsAt.getTime(), due?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  await tx.update(task).set({ dueAt }).where(eq(task.id, open.id));
}

/** What a client asked for by themselves stays. */
export async function closeEstimateTask(tx: Tx, appointmentId: string) {
  await tx.update(task).set({ doneAt: clock.now() }).where(openFor(appointmentId));
}
