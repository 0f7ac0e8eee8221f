// What a client gave, section by section, as they look it over before they confirm or send it, and as they keep it afterwards.
import { type Actor, as, type Tx } from '@/db/client';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { answerInWords, type InWords } from './answer-in-words';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { questionAsAsked, sectionsAsAsked } from './as-asked';
import { sectionsAsked } from './asked';
import { questionNamed } from './definition';
import { isSent } from './lock-intake';
import { endOf, type Intake, newestIntake } from './open-intake';
import type { Question, Section } from './question';
import { type Clash, clashOf, WAY_QUESTIONS } from './reach-clash';
import type { SectionState } from './section-done';
import { confirmedSections, stateOf } from './section-states';
import { isRequired, visiblePages } from './shown';
import { unsavedQuestions } from './unsaved-text';

export type AnswerToCheck = InWords & {
  /** As it was asked. */
  question: Question;
  /** The page to change it on; null where it is asked no more. */
  page: string | null;
  /** It must be answered, and isn't. */
  missing: boolean;
  /** Something else was typed on its page and never saved. */
  unsaved: boolean;
  /** A way of being reached that can’t be used, and why. */
  clash: Clash | null;
  /** What was answered before the question changed, which can't be answered so any more. */
  before: string[] | null;
};

export type SectionToCheck = {
  number: string;
  title: string;
  state: SectionState;
  answers: AnswerToCheck[];
  /** Once sent: what their other answers ruled out, by name. */
  notAsked: string[];
};

export type ToCheck = {
  intake: Intake | null;
  email: string;
  sent: boolean;
  /** Nothing of it can be put right any more. */
  ended: boolean;
  sections: SectionToCheck[];
};

/** `only`: that section alone. An unknown one gives an empty list. */
export async function sectionsToCheck(actor: Actor & { kind: 'client' }, only?: string): Promise<ToCheck> {
  return as(actor, async (tx) => {
    const intake = await newestIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const confirmed = intake ? await confirmedSections(tx, intake.id) : new Set<string>();
    const sent = intake !== null && isSent(intake);
    const wanted = ({ number }: { number: string }) => !only || number === only;
    const asksNow = await sectionsAsked(tx, answers);
    const asked = (sent ? await sectionsAsAsked(tx, answers) : asksNow).filter(wanted);
    const gone = sent ? [] : (await sectionsAsAsked(tx, askedNoMore(answers))).filter(wanted);
    const sections: SectionToCheck[] = [];
    for (const { number, title, questions } of asked) {
      const section = asksNow.find((one) => one.number === number);
      const rows = await rowsOf(tx, actor.id, section, answers);
      sections.push({
        ...{ number, title },
        state: section ? stateOf(section, answers, confirmed) : 'done',
        answers: sent
          ? questions.flatMap((question) => rows.asSent(question))
          : [
              ...(await rows.now()),
              ...gone
                .filter((one) => one.number === number)
                .flatMap((one) => one.questions.flatMap(rows.asSent)),
            ],
        notAsked: sent ? notAskedOf(questions, answers) : [],
      });
    }
    return {
      intake,
      email: await emailOfAccount(tx, actor.id),
      sent,
      ended: endOf(intake) !== null,
      sections,
    };
  });
}

/** By name, once each. One asked in several ways, such as a region by country, was asked when one of them was. */
function notAskedOf(questions: readonly Question[], answers: StoredAnswers): string[] {
  const asked = (question: Question) => answers.get(question.id)?.state !== 'not-shown';
  const names = new Set(questions.filter(asked).map(({ short }) => short));
  const others = questions.filter((each) => !asked(each)).map(({ short }) => short);
  return [...new Set(others)].filter((name) => !names.has(name));
}

/** What was answered to questions that are gone from the form. */
const askedNoMore = (answers: StoredAnswers): StoredAnswers =>
  new Map([...answers].filter(([id, { state }]) => !questionNamed(id) && state !== 'not-shown'));

/** `section` as it is asked now; undefined where nothing of it is. */
async function rowsOf(tx: Tx, clientId: string, section: Section | undefined, answers: StoredAnswers) {
  const pages = section ? visiblePages(section, answers) : [];
  const unsaved = section ? await unsavedQuestions(tx, clientId, section, answers) : new Set<string>();
  const row = (question: Question, page: string | null): AnswerToCheck => {
    const given = answers.get(question.id);
    const said = answerInWords(question, given?.before ?? given);
    const missing = page !== null && isRequired(question, answers) && given?.state !== 'answered';
    const way = WAY_QUESTIONS.find((id) => id === question.id);
    const clash = way ? clashOf(way, answers) : null;
    return { ...said, question, page, missing, unsaved: unsaved.has(question.id), clash, before: null };
  };
  const pageOf = (id: string) =>
    pages.find(({ questions }) => questions.some((question) => question.id === id))?.slug ?? null;
  return {
    /** As the form asks now. */
    now: async (): Promise<AnswerToCheck[]> => {
      const rows: AnswerToCheck[] = [];
      for (const { slug, questions } of pages) {
        for (const question of questions) {
          const given = answers.get(question.id);
          const then = given?.before && (await questionAsAsked(tx, question.id, given));
          if (!given?.before) rows.push(row(question, slug));
          else
            rows.push({
              ...row(question, slug),
              ...answerInWords(question, { state: 'not-answered' }),
              before: answerInWords(then ?? question, given.before).lines,
            });
        }
      }
      return rows;
    },
    /** As it was asked; nothing for what was not. */
    asSent: (asked: Question): AnswerToCheck[] =>
      answers.get(asked.id)?.state === 'not-shown' ? [] : [row(asked, pageOf(asked.id))],
  };
}
