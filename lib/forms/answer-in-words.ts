// An answer as a person reads it, the same on the check page, for staff and on paper; the five states never look alike.
import { type Answer, type AnswerValue, type Input, OWN, type Question, type State } from './question';

export type InWords = { state: State; lines: string[] };

/** What stands where there is no answer. */
export const STATE_WORDS: Record<Exclude<State, 'answered'>, string> = {
  declined: 'Prefer not to say',
  'in-person': 'I’d rather talk about this in person',
  'not-answered': 'Not provided',
  'not-shown': 'Not asked',
};

/** One line a thing said. A question nobody reached is "Not provided". */
export function answerInWords(question: Question, answer: Answer | undefined): InWords {
  const state = answer?.state ?? 'not-answered';
  if (state !== 'answered' || answer?.value === undefined) {
    return state === 'answered'
      ? { state: 'not-answered', lines: [STATE_WORDS['not-answered']] }
      : { state, lines: [STATE_WORDS[state]] };
  }
  return { state, lines: valueInWords(question, answer.value) };
}

function valueInWords({ input }: Question, value: AnswerValue): string[] {
  if (typeof value === 'string') return [inputInWords(input, value)];
  if (Array.isArray(value)) return value.map((one) => inputInWords(input, one));
  const fields = input.kind === 'group' ? input.fields : [];
  return Object.entries(value).map(([id, text]) => {
    const field = fields.find((one) => one.id === id);
    return field ? `${field.label.replace(/[?.]$/, '')}: ${inputInWords(field, text)}` : text;
  });
}

function inputInWords(input: Input | { kind: 'group' }, text: string): string {
  if (text.startsWith(OWN)) return text.slice(OWN.length);
  if (input.kind === 'date') return dateInWords(text);
  const options = 'options' in input ? input.options : [];
  // A code from an older version of the form is better shown than hidden.
  return options.find(({ value }) => value === text)?.label ?? text;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `1985-03-27` is "27 March 1985". */
function dateInWords(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : longDate.format(at);
}
