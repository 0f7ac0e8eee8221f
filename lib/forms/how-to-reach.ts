// What a client said about being reached stays theirs to change, also after the forms were sent.
import { type Actor, as } from '@/db/client';
import { answerInWords } from './answer-in-words';
import { answersOf } from './answers-of';
import { definition } from './definition';
import type { Answers, Question, Section } from './question';
import { type Clash, clashOf, WAY_QUESTIONS } from './reach-clash';
import { type Page, visiblePages } from './shown';

/** Where they will be (A8) is not among them: it decides who may see them, so after sending it is talked about. */
const REACH = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A6-address', 'A7', 'A9', 'A10', 'J5'];

export const isReach = (question: string): boolean => REACH.includes(question);

/** Whether all a page asks is how they may be reached. */
export const asksHowToReach = (questions: readonly Question[]): boolean =>
  questions.every(({ id }) => isReach(id));

/** After one of these was changed once all was sent: the next page that this change opened, or back to the list. */
export function nextToReach(section: Section, slug: string, answers: Answers): Page | 'reach' {
  const pages = visiblePages(section, answers);
  const here = pages.findIndex((page) => page.slug === slug);
  const opened = (page: Page) =>
    asksHowToReach(page.questions) &&
    page.questions.some(({ id }) => (answers.get(id)?.state ?? 'not-shown') === 'not-shown');
  const clashing = (page: Page) => page.questions.some(({ id }) => id === 'A4' && clashOf(id, answers));
  return pages.find((page, at) => at > here && (opened(page) || clashing(page))) ?? 'reach';
}

export type ReachRow = {
  question: Question;
  lines: string[];
  answered: boolean;
  path: string;
  clash: Clash | null;
};

/** The list a client changes it from; null when nothing was answered yet. */
export async function howToReach(actor: Actor & { kind: 'client' }): Promise<ReachRow[] | null> {
  const answers = await as(actor, (tx) => answersOf(tx, actor.id));
  if (answers.size === 0) return null;
  return definition.sections.flatMap((section) =>
    visiblePages(section, answers)
      .filter(({ questions }) => asksHowToReach(questions))
      .flatMap(({ slug, questions }) =>
        questions.map((question) => {
          const { state, lines } = answerInWords(question, answers.get(question.id));
          const way = WAY_QUESTIONS.find((id) => id === question.id);
          return {
            question,
            lines,
            answered: state === 'answered',
            path: `/forms/${section.number}/${slug}`,
            clash: way ? clashOf(way, answers) : null,
          };
        }),
      ),
  );
}
