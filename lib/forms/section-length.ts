// How long a section is, said before it begins and to the admin who switches it on: counted, so that it is always true.
import type { Input, Question } from './question';

/** Seconds that most people need, by what there is to do. */
const SECONDS: Record<Input['kind'], number> = {
  'long-text': 45,
  text: 20,
  date: 15,
  checkboxes: 15,
  select: 10,
  radios: 10,
};

/** `questions`: the most that can be asked; `minutes`: about how long they take, at least 1. */
export function lengthOf(questions: readonly Question[]): { questions: number; minutes: number } {
  const seconds = questions.reduce((sum, { input }) => sum + secondsFor(input), 0);
  return { questions: questions.length, minutes: Math.max(1, Math.round(seconds / 60)) };
}

const secondsFor = (input: Question['input']): number =>
  input.kind === 'group'
    ? input.fields.reduce((sum, field) => sum + SECONDS[field.kind], 0)
    : SECONDS[input.kind];

/** An opening's paragraph with its numbers. */
export const withLength = (paragraph: string, asked: readonly Question[]): string => {
  const { questions, minutes } = lengthOf(asked);
  return paragraph
    .replace('{questions}', String(questions))
    .replace('{minutes} minutes', minutes === 1 ? '1 minute' : `${minutes} minutes`);
};
