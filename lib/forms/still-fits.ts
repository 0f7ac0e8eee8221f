// Whether an answer given to an older version of a question can still stand: what it says must be something the question offers.
import { type AnswerValue, type Field, type Input, OWN, type Question } from './question';

type GivenAnswer = { state: string; value?: AnswerValue };

/** What was left open or declined fits any wording; what was chosen or written has to be something one could give now. */
export function stillFits({ input, inPerson, maySayNo }: Question, { state, value }: GivenAnswer): boolean {
  if (state === 'declined') return maySayNo === true;
  if (state === 'in-person') return inPerson === true;
  if (state !== 'answered' || value === undefined) return true;
  if (input.kind === 'group') return fitsGroup(input.fields, value);
  if (typeof value === 'string') return input.kind !== 'checkboxes' && fitsInput(input, value);
  return Array.isArray(value) && input.kind === 'checkboxes' && value.every((one) => fitsInput(input, one));
}

function fitsGroup(fields: readonly Field[], value: AnswerValue): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return false;
  return Object.entries(value).every(([id, text]) => {
    const field = fields.find((one) => one.id === id);
    return field !== undefined && fitsInput(field, text);
  });
}

function fitsInput(input: Input, text: string): boolean {
  if (!('options' in input)) return input.kind !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (text.startsWith(OWN)) return 'ownWords' in input && input.ownWords !== undefined;
  return input.options.some(({ value }) => value === text);
}
