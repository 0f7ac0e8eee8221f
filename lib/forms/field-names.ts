// What the fields of a question are called in its form, there and back.
import { type Answer, type Field, OWN, type Question, RATHER_IN_PERSON, SAYS_NO } from './question';

/** A group's field. */
export const nameOf = (question: Question, field: Field): string => `${question.id}-${field.id}`;
/** The line for own words beside a choice. */
export const ownWordsName = (name: string): string => `${name}-own`;
/** The box "I'd rather talk about this in person"; where one of several is chosen, it is one of them. */
export const inPersonName = (question: Question): string => `${question.id}-in-person`;
export const DATE_PARTS = ['day', 'month', 'year'] as const;

type Values = Record<string, string[]>;

/** What the form holds when it shows `answer`; empty for what nobody answered. */
export function formValues(question: Question, answer: Answer | undefined): Values {
  if (!answer) return question.startsWith ? { [question.id]: [question.startsWith] } : {};
  if (answer.state === 'declined') return { [question.id]: [SAYS_NO] };
  if (answer.state === 'in-person')
    return question.input.kind === 'radios'
      ? { [question.id]: [RATHER_IN_PERSON] }
      : { [inPersonName(question)]: ['yes'] };
  if (answer.state !== 'answered' || answer.value === undefined) return {};
  const { value } = answer;
  if (question.input.kind === 'date' && typeof value === 'string') {
    const [year = '', month = '', day = ''] = value.split('-').map((part) => part.replace(/^0+/, ''));
    return {
      [`${question.id}-day`]: [day],
      [`${question.id}-month`]: [month],
      [`${question.id}-year`]: [year],
    };
  }
  if (typeof value === 'string' || Array.isArray(value)) return choiceValues(question.id, [value].flat());
  return Object.fromEntries(Object.entries(value).map(([id, text]) => [`${question.id}-${id}`, [text]]));
}

function choiceValues(name: string, given: string[]): Values {
  const own = given.find((one) => one.startsWith(OWN));
  const codes = given.filter((one) => !one.startsWith(OWN));
  return {
    ...(codes.length > 0 && { [name]: codes }),
    ...(own !== undefined && { [ownWordsName(name)]: [own.slice(OWN.length)] }),
  };
}

/** What was typed or chosen on a form that was never taken, a line each, in words. */
export function typedLines({ id, input }: Question, values: Values): string[] {
  if (input.kind === 'date') {
    const date = DATE_PARTS.map((part) => values[`${id}-${part}`]?.[0] ?? '')
      .join(' ')
      .trim();
    return date === '' ? [] : [date];
  }
  const fields =
    input.kind === 'group' ? input.fields.map((field) => ({ ...field, name: `${id}-${field.id}` })) : [];
  const all = input.kind === 'group' ? fields : [{ ...input, name: id }];
  return all.flatMap((field) => {
    const options = 'options' in field ? field.options : [];
    const given = [...(values[field.name] ?? []), ...(values[ownWordsName(field.name)] ?? [])];
    return given
      .filter((one) => one.trim() !== '')
      .map((one) => options.find(({ value }) => value === one)?.label ?? one);
  });
}
