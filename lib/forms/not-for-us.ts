// Whether the clinic can take this person at all: they must be 18 or over, and somebody must be licensed where they are.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { clinician, staffMember, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { enqueue } from '@/lib/jobs/enqueue';
import { answersOf } from './answers-of';
import { ADULT, ageOn, calendarDate } from './birth-date';
import { clientFacts } from './client-facts';
import type { Intake } from './open-intake';
import type { Answers } from './question';

export type NotForUs = 'under-18' | 'nobody-there';

/** The questions that decide it. They stay open, so that a slip can be put right. */
export const DECIDING = ['A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au', 'B3'];

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Why the clinic can't take this client, or null; decided anew from what they answered. */
export async function notForUs(tx: Tx, clientId: string): Promise<NotForUs | null> {
  return whyNotFor(tx, await answersOf(tx, clientId));
}

/** The same, asked by the client's own page. */
export async function whyNotForUs(actor: Actor & { kind: 'client' }): Promise<NotForUs | null> {
  return as(actor, (tx) => notForUs(tx, actor.id));
}

/** Notes the decision on the intake. What was given is deleted a day later, unless it is put right before. */
export async function noteNotForUs(tx: Tx, intake: Intake, answers: Answers): Promise<NotForUs | null> {
  const reason = await whyNotFor(tx, answers);
  if ((reason !== null) === (intake.notForUsAt !== null)) return reason;
  const now = clock.now();
  await tx
    .update(submission)
    .set({ notForUsAt: reason === null ? null : now })
    .where(eq(submission.id, intake.id));
  if (reason === null) return null;
  await enqueue(tx, {
    name: 'submission.forget',
    data: { submissionId: intake.id, clientId: intake.clientId },
    startAfter: new Date(now.getTime() + KEPT_MS),
  });
  await record(tx, {
    event: 'submission.not-for-us',
    subject: intake.clientId,
    detail: { submission: intake.id },
  });
  return reason;
}

/** The same of answers that are nobody's yet. */
export async function whyNotFor(tx: Tx, answers: Answers): Promise<NotForUs | null> {
  const { bornOn, region } = clientFacts(answers);
  if (bornOn !== null) {
    const { zone } = await clinicOf(tx);
    if (ageOn(bornOn, calendarDate(clock.now(), zone)) < ADULT) return 'under-18';
  }
  return region !== null && !(await licensedIn(tx, region)) ? 'nobody-there' : null;
}

/** Every region somebody here holds a licence for, as codes: told at the question where they will be. */
export async function regionsSeen(actor: Actor & { kind: 'client' }): Promise<string[]> {
  return as(actor, async (tx) => [...new Set((await licensed(tx)).flatMap(({ regions }) => regions))]);
}

/** Whether any clinician holds a licence there, whatever their hours. */
async function licensedIn(tx: Tx, region: string): Promise<boolean> {
  return (await licensed(tx)).some(({ regions }) => regions.includes(region));
}

async function licensed(tx: Tx) {
  const clinicians = await tx
    .select({ regions: clinician.regions, roles: staffMember.roles })
    .from(clinician)
    .innerJoin(staffMember, eq(staffMember.id, clinician.id));
  return clinicians.filter(({ roles }) => roles.includes('clinician'));
}
