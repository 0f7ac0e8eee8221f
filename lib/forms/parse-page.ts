// A page's form becomes one answer a question, or every reason why it can't, each with the field it is about.
import type { FieldError } from '@/lib/accounts/form-draft';
import { type Posted, parseQuestion } from './parse-question';
import type { Answer, Answers, Question } from './question';
import { clashOf, WAY_QUESTIONS, wayField } from './reach-clash';
import { isRequired } from './shown';

export type ParsedPage = { ok: true; answers: Map<string, Answer> } | { ok: false; errors: FieldError[] };

/**
 * `questions` are those the client was shown; `answers` what was answered before, which decides what must be;
 * `today` the clinic's calendar date. Fields of other names are ignored.
 */
export function parsePage(
  questions: readonly Question[],
  posted: Posted,
  { answers, today }: { answers: Answers; today: string },
): ParsedPage {
  const parsed = new Map<string, Answer>();
  const errors: FieldError[] = [];
  for (const question of questions) {
    const read = parseQuestion(question, posted, isRequired(question, answers), today);
    if (read.errors) errors.push(...read.errors);
    else parsed.set(question.id, read.answer);
  }
  const now = new Map([...answers, ...parsed]);
  for (const id of WAY_QUESTIONS) {
    const clash = parsed.has(id) && clashOf(id, now);
    if (clash) errors.push({ field: wayField[id], reason: clash });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, answers: parsed };
}

/** The form of a page on which nothing was filled in: what "Skip" sends. */
export const nothingPosted: Posted = { one: () => '', all: () => [] };
