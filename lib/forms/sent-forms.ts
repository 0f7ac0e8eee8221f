// What a client sent: its reference, when, and by when a clinician has read it.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { currentAnswers } from './answers-of';
import { clientFacts } from './client-facts';
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
    // The clock where they will be.
    const zone = zoneOfRegion(clientFacts(await currentAnswers(tx, intake)).region) ?? clinic.zone;
    const readBy =
      clinic.hours.length > 0 ? afterStaffedHours(clinic, intake.submittedAt, READ_WITHIN_HOURS) : null;
    return { reference: intake.reference, sentAt: intake.submittedAt, readBy, zone };
  });
}
