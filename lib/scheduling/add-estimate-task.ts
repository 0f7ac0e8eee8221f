// Booking sets staff the task of a Good Faith Estimate, where the law of the United States asks for one.
import type { Tx } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { estimateDueAt } from './estimate-due';

/** Adds the task when the clinic is in the US and the client pays for themselves, or doesn't know yet. */
export async function addEstimateTask(
  tx: Tx,
  about: { clientId: string; appointmentId: string; startsAt: Date; selfPay: boolean },
) {
  const clinic = await clinicOf(tx);
  if (clinic.country !== 'US' || !about.selfPay) return;
  const dueAt = estimateDueAt(clinic, clock.now(), about.startsAt);
  if (dueAt)
    await addTask(tx, { kind: 'estimate', clientId: about.clientId, aboutId: about.appointmentId, dueAt });
}
