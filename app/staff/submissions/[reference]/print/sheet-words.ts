// What a file's paper is made of, and how an answer reads there.
import type { useTranslations } from 'next-intl';
import { briefly } from '@/components/when';
import { answerInWords } from '@/lib/forms/answer-in-words';
import type { Question } from '@/lib/forms/question';
import type { PrintChoice } from '@/lib/review/print-choice';
import type { SubmissionFile } from '@/lib/review/submission-file';

/** Lines of a value stand under each other. */
export type SheetRow = { label: string; value: string };
export type SheetPart = {
  level: 2 | 3;
  heading: string;
  rows?: readonly SheetRow[];
  /** Paragraphs. */
  texts?: readonly string[];
};

export type PrintWords = ReturnType<typeof useTranslations<'print'>>;
export type Sheet = { file: SubmissionFile; choice: PrintChoice; t: PrintWords };

/** Whose record it is. */
export const nameOn = ({ file, t }: Pick<Sheet, 'file' | 't'>): string => {
  const given = file.answers.get('B1');
  return given?.state === 'answered' && typeof given.value === 'string' ? given.value : t('sheet.noName');
};

/** An answer, or in brackets what became of the question. */
export function saidOn({ file, t }: Sheet, question: Question): string {
  const given = file.answers.get(question.id);
  const { state, lines } = answerInWords(question, given);
  const said = given?.broken
    ? t('sheet.state.broken')
    : state === 'answered'
      ? lines.join('\n')
      : t(`sheet.state.${state}`);
  if (!given || given.revision === 1) return said;
  return `${said}\n${t('sheet.changed', { when: briefly(given.answeredAt, file.zone) })}`;
}
