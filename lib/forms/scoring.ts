// Adds up an official questionnaire: a total only when every item that is asked was answered; nothing is guessed, and no client sees it.
import type { Answer, Answers, Instrument, Question } from './question';

export type Band = Instrument['bands'][number];

export type Score =
  | { complete: true; total: number; band: Band; answered: number; of: number }
  /** `atLeast`: what the answered items come to. */
  | { complete: false; answered: number; of: number; atLeast: number };

/**
 * Pure. Declined, in person, left open and never reached count as not answered, and so does a value that is none of the
 * item's own choices. Where the instrument's own rule ends it early (`endsAt`), the items it leaves out count 0.
 * Throws for an instrument whose items or bands don't hold together: that is a mistake in the definition.
 */
export function scoreOf(instrument: Instrument, questions: readonly Question[], answers: Answers): Score {
  const { endsAt } = instrument;
  const ended = endsAt !== undefined && chosenIn(answers.get(endsAt.question)) === endsAt.is;
  const asked = instrument.items.filter((id) => !ended || id === endsAt?.question);
  const scores = asked.flatMap((id) => itemScore(itemNamed(questions, id), answers.get(id)) ?? []);
  const sum = scores.reduce((all, one) => all + one, 0);
  const counts = { answered: scores.length, of: asked.length };
  if (scores.length < asked.length) return { complete: false, ...counts, atLeast: sum };
  return { complete: true, ...counts, total: sum, band: bandOf(instrument, sum) };
}

/** Whether anything of it was answered: what nobody began has no score to speak of. */
export const isBegun = (instrument: Instrument, answers: Answers): boolean =>
  [...instrument.items, ...(instrument.unscored ?? [])].some((id) => answers.get(id)?.state === 'answered');

export function bandOf({ id, bands }: Instrument, total: number): Band {
  const band = bands.find(({ from, to }) => total >= from && total <= to);
  if (!band) throw new Error(`${id} has no band for ${total}`);
  return band;
}

function itemNamed(questions: readonly Question[], id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (!question) throw new Error(`there is no item ${id}`);
  return question;
}

/** What one answer counts; null when it is none that counts. */
export function itemScore({ input }: Question, answer: Answer | undefined): number | null {
  const value = chosenIn(answer);
  if (input.kind !== 'radios' || value === null) return null;
  return input.options.find((option) => option.value === value)?.score ?? null;
}

const chosenIn = (answer: Answer | undefined): string | null =>
  answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value : null;
