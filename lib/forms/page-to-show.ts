// One page of the forms as its client meets it: the questions, what is stored, and where it stands among the others.
import { type Actor, as, type Tx } from '@/db/client';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { answerInWords } from './answer-in-words';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { questionAsAsked } from './as-asked';
import { sectionAsked } from './asked';
import { type CameFrom, corrects } from './came-from';
import { givenByPhone } from './given-by-phone';
import { asksHowToReach } from './how-to-reach';
import { isSent } from './lock-intake';
import { DECIDING } from './not-for-us';
import { openIntake } from './open-intake';
import type { Answers } from './question';
import { type Clash, clashOf, WAY_QUESTIONS } from './reach-clash';
import { isOpen, type Page, visiblePages } from './shown';

export type ChangedQuestion = { asked: string; lines: string[] };

export type PageToShow = {
  page: Page;
  /** Counts from 1. */
  position: number;
  of: number;
  /** The page before it in its section; null on the first. */
  before: Page | null;
  answers: StoredAnswers;
  /** What they gave over the phone to questions of this page they have not answered: nobody's answer yet. */
  given: Answers;
  /** The client's own address, for the question that names it. */
  email: string;
  /** Sent already: to be read, not changed. */
  sent: boolean;
  /** All was sent, and this page may still be changed: it is how they may be reached. */
  onlyToReach: boolean;
  /** All was sent, and they opened this page to put something right. */
  corrects: boolean;
  /** The way named on this page can't be used. */
  clash: Clash | null;
  changed: ChangedQuestion[];
  /** The clinic can't take this client, and this page wouldn't change that. */
  notForUs: boolean;
};

/** Null when the page is not on this client's way. */
export async function pageToShow(
  actor: Actor & { kind: 'client' },
  number: string,
  slug: string,
  from: CameFrom | null = null,
): Promise<PageToShow | null> {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const section = await sectionAsked(tx, number, answers);
    if (!section) return null;
    const sent = intake !== null && isSent(intake);
    const pages = visiblePages(section, answers);
    const at = pages.findIndex((page) => page.slug === slug);
    const page = pages[at];
    if (!page) return null;
    return {
      ...{ page, answers, position: at + 1, of: pages.length, before: pages[at - 1] ?? null },
      given: intake ? unanswered(page, answers, await givenByPhone(tx, actor.id)) : new Map(),
      email: await emailOfAccount(tx, actor.id),
      sent: sent && !corrects(from) && !asksHowToReach(page.questions),
      onlyToReach: sent && !corrects(from) && asksHowToReach(page.questions),
      corrects: sent && corrects(from),
      changed: await changedSince(tx, page, answers),
      clash: clashOn(page, answers),
      notForUs: intake?.notForUsAt != null && !page.questions.every(({ id }) => DECIDING.includes(id)),
    };
  });
}

/** Of these, those to questions of the page without an answer. */
const unanswered = ({ questions }: Page, answers: StoredAnswers, given: Answers): Answers =>
  new Map([...given].filter(([id]) => !answers.has(id) && questions.some((question) => question.id === id)));

/** What was answered here to an older version of a question, in the words of then: it can't be given any more. */
async function changedSince(tx: Tx, page: Page, answers: StoredAnswers): Promise<ChangedQuestion[]> {
  const changed: ChangedQuestion[] = [];
  for (const { id } of page.questions) {
    const given = answers.get(id);
    const then = given?.before && (await questionAsAsked(tx, id, given));
    if (then) changed.push({ asked: then.title, lines: answerInWords(then, given.before).lines });
  }
  return changed;
}

function clashOn({ questions }: Page, answers: StoredAnswers): Clash | null {
  const way = WAY_QUESTIONS.find((id) => questions.some((question) => question.id === id));
  return way ? clashOf(way, answers) : null;
}

/**
 * Where a section's numbered address leads: 1 to its opening words when nothing is answered yet, else to the first
 * page nobody has been on, else to its check; a higher number to that page of it. Null when there is none.
 */
export async function pageByNumber(
  actor: Actor & { kind: 'client' },
  number: string,
  place: number,
): Promise<Page | 'start' | 'check' | null> {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const section = await sectionAsked(tx, number, answers);
    if (!section) return null;
    const pages = visiblePages(section, answers);
    if (place !== 1) return pages[place - 1] ?? null;
    const begun = section.questions.some(({ id }) => answers.has(id));
    if (section.opening && !begun) return 'start';
    return pages.find(({ questions }) => questions.some(({ id }) => isOpen(id, answers))) ?? 'check';
  });
}
