// Writes the answers of one page: their revisions, the flags they raise, and the lines of the record, all in the transaction at hand.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sectionConfirmation, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import type { StoredAnswers } from './answers-of';
import { definition } from './definition';
import { indexNames, keepRevisions } from './keep-revisions';
import { isSent } from './lock-intake';
import { medicalSigns } from './medical-advice';
import { DECIDING, noteNotForUs } from './not-for-us';
import { noteCorrection } from './note-correction';
import type { Intake } from './open-intake';
import type { Answer, Section } from './question';
import { raiseFlags } from './raise-flags';
import { settleAnswers } from './settle-answers';

/** `support`: a danger sign; `doctor`: a sign that a doctor should see. Each has a page of its own that comes next. */
export type Follows = { support: boolean; doctor: boolean; notForUs: boolean };

/** `reopens`: the section is to be looked over again. */
export async function keepAnswers(
  tx: Tx,
  intake: Intake,
  { section, reopens }: { section: Section; reopens: boolean },
  stored: StoredAnswers,
  changed: ReadonlyMap<string, Answer>,
): Promise<Follows> {
  const sent = isSent(intake);
  const answers = new Map<string, Answer>([...stored, ...changed]);
  const revisions = await keepRevisions(tx, intake, stored, changed);
  if (changed.has('B1') || changed.has('B2')) await indexNames(tx, intake.clientId, answers);
  await tx.update(submission).set({ changedAt: clock.now() }).where(eq(submission.id, intake.id));
  if (sent) await settleAnswers(tx, intake, { again: true });
  if (reopens) await reopenSection(tx, intake, section);
  // What was sent is the clinic's to decide on: nothing of it is deleted for what is put right.
  const decides = !sent && DECIDING.some((id) => changed.has(id));
  const notForUs = decides ? (await noteNotForUs(tx, intake, answers)) !== null : false;
  const signs = await raiseFlags(tx, intake, answers, revisions);
  await record(tx, {
    event: 'answer.saved',
    subject: intake.clientId,
    detail: { section: section.number, questions: [...changed.keys()] },
  });
  if (sent) await noteCorrection(tx, intake, revisions);
  const doctor = changed.has('F5') && medicalSigns(changed).length > 0;
  return { support: signs.some(({ support }) => support !== undefined), doctor, notForUs };
}

const reopenSection = (tx: Tx, intake: Intake, { number }: Section) =>
  tx
    .delete(sectionConfirmation)
    .where(and(eq(sectionConfirmation.submissionId, intake.id), eq(sectionConfirmation.section, number)));

/** The first answer begins the intake. */
export async function beginIntake(tx: Tx, clientId: string): Promise<Intake> {
  const now = clock.now();
  const [intake] = await tx
    .insert(submission)
    .values({
      id: newId(),
      reference: newReference(),
      clientId,
      definitionVersion: definition.version,
      createdAt: now,
      changedAt: now,
    })
    .returning();
  if (!intake) throw new Error('an intake could not be begun');
  await record(tx, { event: 'submission.begun', subject: clientId, detail: { submission: intake.id } });
  return intake;
}
