// What a client gave, section by section, as they look it over before they confirm or send it.
import { type Actor, as } from '@/db/client';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { answerInWords, type InWords } from './answer-in-words';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { sectionsAsked } from './asked';
import { OPEN_TO_CLIENT } from './lock-intake';
import { type Intake, openIntake } from './open-intake';
import type { Question, Section } from './question';
import { type Clash, clashOf, WAY_QUESTIONS } from './reach-clash';
import { confirmedSections, type SectionState, stateOf } from './section-states';
import { isRequired, visiblePages } from './shown';
import { unsavedQuestions } from './unsaved-text';

export type AnswerToCheck = InWords & {
  question: Question;
  /** The page to change it on. */
  page: string;
  /** It must be answered, and isn't. */
  missing: boolean;
  /** Something else was typed on its page and never saved. */
  unsaved: boolean;
  /** A way of being reached that can’t be used, and why. */
  clash: Clash | null;
};

export type SectionToCheck = { section: Section; state: SectionState; answers: AnswerToCheck[] };

export type ToCheck = {
  intake: Intake | null;
  email: string;
  /** May be read, not changed. */
  sent: boolean;
  sections: SectionToCheck[];
};

/** `only`: that section alone. An unknown one gives an empty list. */
export async function sectionsToCheck(actor: Actor & { kind: 'client' }, only?: string): Promise<ToCheck> {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const confirmed = intake ? await confirmedSections(tx, intake.id) : new Set<string>();
    const sections: SectionToCheck[] = [];
    for (const section of (await sectionsAsked(tx, answers)).filter(
      ({ number }) => !only || number === only,
    )) {
      const unsaved = await unsavedQuestions(tx, actor.id, section, answers);
      sections.push({
        section,
        state: stateOf(section, answers, confirmed),
        answers: visiblePages(section, answers).flatMap(({ slug, questions }) =>
          questions.map((question) => {
            const said = answerInWords(question, answers.get(question.id));
            const missing = isRequired(question, answers) && said.state !== 'answered';
            const way = WAY_QUESTIONS.find((id) => id === question.id);
            const clash = way ? clashOf(way, answers) : null;
            return { ...said, question, page: slug, missing, unsaved: unsaved.has(question.id), clash };
          }),
        ),
      });
    }
    const sent = intake !== null && !OPEN_TO_CLIENT.includes(intake.status);
    return { intake, email: await emailOfAccount(tx, actor.id), sent, sections };
  });
}
