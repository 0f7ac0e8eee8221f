// What a client said about being reached stays theirs to change, also after the forms were sent.
import { type Actor, as } from '@/db/client';
import { answerInWords } from './answer-in-words';
import { answersOf } from './answers-of';
import { definition } from './definition';
import type { Question } from './question';
import { type Clash, clashOf, WAY_QUESTIONS } from './reach-clash';
import { visiblePages } from './shown';

/** Where they will be (A8) is not among them: it decides who may see them, so after sending it is talked about. */
const REACH = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A6-address', 'A7', 'A9', 'A10', 'J5'];

export const isReach = (question: string): boolean => REACH.includes(question);

/** Whether all a page asks is how they may be reached. */
export const asksHowToReach = (questions: readonly Question[]): boolean =>
  questions.every(({ id }) => isReach(id));

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
