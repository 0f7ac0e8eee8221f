// The questionnaire as this clinic asks it: what it leaves out is asked of nobody, and what was answered before stays and is shown.
import type { Tx } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import type { Pack } from '@/lib/clinic/packs';
import { definition } from './definition';
import type { Answers, Question, Section } from './question';

/** Whether a clinic that leaves `off` out asks this question of somebody new. */
export const isAsked = ({ pack }: Section, { instrument }: Question, off: readonly Pack[]): boolean =>
  !off.some((each) => each === pack || each === instrument);

/** Pure: a section without what is left out, but for what somebody has answered already. */
function sectionWithout(section: Section, off: readonly Pack[], answers: Answers): Section {
  if (off.length === 0) return section;
  const stays = (question: Question) => isAsked(section, question, off) || wasGiven(question.id, answers);
  const questions = section.questions.filter(stays);
  const ids = new Set(questions.map(({ id }) => id));
  const pages = section.pages.map((page) => page.filter((id) => ids.has(id)));
  return { ...section, questions, pages: pages.filter((page) => page.length > 0) };
}

const wasGiven = (id: string, answers: Answers): boolean => {
  const state = answers.get(id)?.state ?? 'not-shown';
  return state !== 'not-shown' && state !== 'not-answered';
};

/** Every section of which something is asked, in order. */
export async function sectionsAsked(tx: Tx, answers: Answers): Promise<Section[]> {
  const { packsOff } = await clinicOf(tx);
  return definition.sections
    .map((section) => sectionWithout(section, packsOff, answers))
    .filter(({ questions }) => questions.length > 0);
}

/** One of them by its number. Undefined when there is none, or nothing of it is asked. */
export const sectionAsked = async (tx: Tx, number: string, answers: Answers): Promise<Section | undefined> =>
  (await sectionsAsked(tx, answers)).find((section) => section.number === number);
