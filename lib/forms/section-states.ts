// How far each section is: done once its check page was confirmed and nothing needed is missing; never before.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sectionConfirmation, submission } from '@/db/schema';
import { currentAnswers } from './answers-of';
import { sectionsAsked } from './asked';
import type { Answers, Section } from './question';
import type { SectionState } from './section-done';
import { missingAnswers } from './shown';

/** By the section's number; every section is there that this clinic asks. Null: nothing was begun. */
export async function sectionStates(
  tx: Tx,
  submissionId: string | null,
): Promise<Record<string, SectionState>> {
  const [row] =
    submissionId === null
      ? []
      : await tx
          .select({ id: submission.id, clientId: submission.clientId })
          .from(submission)
          .where(eq(submission.id, submissionId));
  const answers: Answers = row ? await currentAnswers(tx, row) : new Map();
  const confirmed = row ? await confirmedSections(tx, row.id) : new Set<string>();
  return Object.fromEntries(
    (await sectionsAsked(tx, answers)).map((section) => [
      section.number,
      stateOf(section, answers, confirmed),
    ]),
  );
}

/**
 * A section that was confirmed is open again when an answer elsewhere made another one needed in it: a session by
 * video needs an emergency contact.
 */
export function stateOf(section: Section, answers: Answers, confirmed: ReadonlySet<string>): SectionState {
  if (confirmed.has(section.number))
    return missingAnswers(section, answers).length > 0
      ? 'in-progress'
      : saysNothing(section, answers)
        ? 'left'
        : 'done';
  return section.questions.some(({ id }) => answers.has(id)) ? 'in-progress' : 'not-started';
}

/** "Prefer not to say" and "in person" say something. */
const saysNothing = ({ questions }: Section, answers: Answers): boolean =>
  questions.every(({ id }) =>
    ['not-answered', 'not-shown'].includes(answers.get(id)?.state ?? 'not-answered'),
  );

/** The numbers of the sections whose check page was confirmed. */
export async function confirmedSections(tx: Tx, submissionId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ section: sectionConfirmation.section })
    .from(sectionConfirmation)
    .where(eq(sectionConfirmation.submissionId, submissionId));
  return new Set(rows.map(({ section }) => section));
}
