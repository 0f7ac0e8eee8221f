// A question a client asks about a document: what it may be, and who at the clinic reads it.
import { type TextFault, textFault, tidy } from '@/lib/clinic/readable-text';
import type { DocumentSlug } from '@/lib/documents/document-text';

export const LONGEST_QUESTION = 2000;

/** Paper, copies and prices are the front desk's work; a question on anything else may say why somebody comes. */
const FRONT_DESK_TOO: readonly DocumentSlug[] = ['electronic-records', 'fees'];

export const questionAudience = (slug: DocumentSlug): 'all-staff' | 'clinical' =>
  FRONT_DESK_TOO.includes(slug) ? 'all-staff' : 'clinical';

export type QuestionFault = 'question-missing' | TextFault['reason'];

/** The question without the space around it, or why it can't be taken. */
export function readQuestion(
  typed: string,
): { ok: true; text: string } | { ok: false; reason: QuestionFault; values?: Record<string, number> } {
  const text = tidy(typed);
  if (text === '') return { ok: false, reason: 'question-missing' };
  const fault = textFault(text, LONGEST_QUESTION);
  return fault ? { ok: false, ...fault } : { ok: true, text };
}

/** Where a question is sealed. */
export const questionPlace = (id: string) => ({ table: 'document_question', column: 'content', row: id });
