// Answers as words for the staff's page.
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import type { AnswerGiven } from '@/lib/review/answers-for-staff';
import type { SubmissionFile } from '@/lib/review/submission-file';

/** What was written in answer to a question of plain text; null when it wasn't. */
export const textOf = (answer: AnswerGiven | undefined): string | null =>
  answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value : null;

/** The lines of one answer and what the question is called; null unless it was answered. */
export function saidIn(file: SubmissionFile, id: string): { label: string; lines: string[] } | null {
  const question = questionNamed(id);
  const given = file.answers.get(id);
  if (!question || given?.state !== 'answered') return null;
  return { label: question.short, lines: answerInWords(question, given).lines };
}
