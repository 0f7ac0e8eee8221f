// What the official questionnaires come to, item by item, for those who may read clinical answers.
import { allQuestions, definition } from '@/lib/forms/definition';
import type { Answers, Instrument, Question } from '@/lib/forms/question';
import { isBegun, itemScore, type Score, scoreOf } from '@/lib/forms/scoring';

export type ScoreGiven = {
  instrument: Instrument;
  score: Score;
  /** Something of it was answered. */
  begun: boolean;
  /** Every item with what it counts; null where it was not answered or not asked. */
  items: { question: Question; points: number | null }[];
  /** What belongs to it and counts nothing. */
  unscored: Question[];
};

/** Those that were on this client's way: what was not asked has no score. */
export function scoresOf(answers: Answers): ScoreGiven[] {
  const named = (ids: readonly string[]) => allQuestions.filter(({ id }) => ids.includes(id));
  const wasAsked = (id: string) => (answers.get(id)?.state ?? 'not-shown') !== 'not-shown';
  return definition.instruments
    .filter(({ items, endsAt }) => [...items, ...(endsAt ? [endsAt.question] : [])].some(wasAsked))
    .map((instrument) => ({
      instrument,
      score: scoreOf(instrument, allQuestions, answers),
      begun: isBegun(instrument, answers),
      items: named(instrument.items).map((question) => ({
        question,
        points: itemScore(question, answers.get(question.id)),
      })),
      unscored: named(instrument.unscored ?? []),
    }));
}
