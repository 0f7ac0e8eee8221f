// What a client sent: its reference, when, and by when a clinician has read it.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { openIntake } from './open-intake';

/** What is sent is read within two working days of eight hours. */
const READ_WITHIN_HOURS = 16;

export type SentForms = { reference: string; sentAt: Date; readBy: Date | null; zone: string };

/** Null when nothing was sent yet. */
export async function sentForms(actor: Actor & { kind: 'client' }): Promise<SentForms | null> {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    if (!intake?.submittedAt || intake.status === 'draft') return null;
    const clinic = await clinicOf(tx);
    const readBy =
      clinic.hours.length > 0 ? afterStaffedHours(clinic, intake.submittedAt, READ_WITHIN_HOURS) : null;
    return { reference: intake.reference, sentAt: intake.submittedAt, readBy, zone: clinic.zone };
  });
}
