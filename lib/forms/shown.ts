// Which questions a client meets: what they said before decides, and nothing that doesn't concern them is asked.
import { questionNamed } from './definition';
import type { Answer, Answers, AnswerValue, Condition, Question, Section } from './question';

/** Whether this question belongs on this client's way. */
export const isShown = (question: Question, answers: Answers): boolean =>
  (question.shownIf ?? []).every((condition) => holds(condition, answers));

/** Whether this client must answer it: only what we can't begin without. */
export const isRequired = (question: Question, answers: Answers): boolean =>
  question.required === true || question.requiredIf?.every((condition) => holds(condition, answers)) === true;

/** A page of a section as its address names it, with the questions on it. */
export type Page = { slug: string; questions: readonly Question[] };

/** The page is named after its first question, so that its address means the same whatever is shown around it. */
export const pageSlug = (questionId: string): string => questionId.toLowerCase();

/** Every page of a section, in order, with the questions this client meets; pages without one are left out. */
export function visiblePages(section: Section, answers: Answers): Page[] {
  return section.pages.flatMap((ids) => {
    const all = ids.flatMap((id) => questionNamed(id) ?? []);
    const questions = all.filter((question) => isShown(question, answers));
    return all[0] && questions.length > 0 ? [{ slug: pageSlug(all[0].id), questions }] : [];
  });
}

/** The questions of a section this client meets, in order. */
export const visibleQuestions = (section: Section, answers: Answers): Question[] =>
  visiblePages(section, answers).flatMap(({ questions }) => questions);

/** The questions of a section that must be answered and aren't. */
export const missingAnswers = (section: Section, answers: Answers): Question[] =>
  visibleQuestions(section, answers).filter(
    (question) => isRequired(question, answers) && answers.get(question.id)?.state !== 'answered',
  );

/**
 * Where to go after a page: the next page nobody has been on yet, or any such page of the section, or the check.
 * So whoever comes from the check page to change one answer goes straight back to it.
 */
export function pageAfter(section: Section, slug: string, answers: Answers): Page | 'check' {
  const pages = visiblePages(section, answers);
  const here = pages.findIndex((page) => page.slug === slug);
  const open = (page: Page) => page.questions.some(({ id }) => isOpen(id, answers));
  return pages.find((page, index) => index > here && open(page)) ?? pages.find(open) ?? 'check';
}

/** Nobody has been there, or what was said there was an answer to another question. */
export function isOpen(id: string, answers: Answers): boolean {
  const given = answers.get(id);
  return !given || 'before' in given;
}

function holds(condition: Condition, answers: Answers): boolean {
  const question = questionNamed(condition.question);
  const answer = answers.get(condition.question);
  if (!question || !isShown(question, answers)) return false;
  if ('unless' in condition) return !isOneOf(answer, condition.unless);
  if ('unlessOnly' in condition) return !isOnlyOf(answer, condition.unlessOnly);
  if (answer?.state !== 'answered') return false;
  if ('answered' in condition) return true;
  if ('isNot' in condition) return !condition.isNot.includes(fieldOf(answer.value, condition.field));
  return isOneOf(answer, condition.is);
}

/** Answered, with one of `codes` at least. */
function isOneOf(answer: Answer | undefined, codes: readonly string[]): boolean {
  if (answer?.state !== 'answered') return false;
  const given = typeof answer.value === 'string' ? [answer.value] : answer.value;
  return Array.isArray(given) && given.some((value) => codes.includes(value));
}

/** Answered, with some of `codes` and nothing else. */
function isOnlyOf(answer: Answer | undefined, codes: readonly string[]): boolean {
  if (answer?.state !== 'answered') return false;
  const given = typeof answer.value === 'string' ? [answer.value] : answer.value;
  return Array.isArray(given) && given.length > 0 && given.every((value) => codes.includes(value));
}

function fieldOf(value: AnswerValue | undefined, field: string): string {
  return typeof value === 'object' && !Array.isArray(value) ? (value[field] ?? '') : '';
}
