// What there is to say about a question besides its words: which answers it takes, what it depends on, and which danger signs it can hold.
import { questionNamed } from './definition';
import type { Condition, Field, Input, Question } from './question';
import { type Level, questionsOf, RISK_RULES } from './risk';

export type FieldFacts = {
  label: string | null;
  kind: Input['kind'];
  most: number | null;
  options: { label: string; code: string | null }[];
  /** Characters; null where own words are not offered. */
  ownWords: number | null;
};

export type ConditionFacts = {
  question: string;
  how: 'is' | 'answered' | 'isNot' | 'unless' | 'unlessOnly';
  answers: string[];
};

export type SignFacts = { level: Level; what: { answers: string[] } | { from: number; to: number } | 'open' };

/** One entry a field; a question of one field has one without a label. */
export const fieldsOf = ({ input }: Question): FieldFacts[] =>
  input.kind === 'group'
    ? input.fields.map((field) => fieldFacts(field, field.label))
    : [fieldFacts(input, null)];

const fieldFacts = (input: Input | Field, label: string | null): FieldFacts => ({
  ...{ label, kind: input.kind },
  most: 'most' in input ? input.most : null,
  options:
    'options' in input ? input.options.map((one) => ({ label: one.label, code: one.code ?? null })) : [],
  ownWords: 'ownWords' in input ? (input.ownWords?.most ?? null) : null,
});

/** In the words of the questions they name. */
export const conditionsIn = (conditions: readonly Condition[] = []): ConditionFacts[] =>
  conditions.map((condition) => {
    const question = questionNamed(condition.question);
    const label = (value: string) => labelOf(question, value);
    const name = question?.short ?? condition.question;
    if ('answered' in condition) return { question: name, how: 'answered', answers: [] };
    if ('isNot' in condition) return { question: name, how: 'isNot', answers: condition.isNot.map(label) };
    if ('unless' in condition) return { question: name, how: 'unless', answers: condition.unless.map(label) };
    if ('unlessOnly' in condition)
      return { question: name, how: 'unlessOnly', answers: condition.unlessOnly.map(label) };
    return { question: name, how: 'is', answers: condition.is.map(label) };
  });

/** The flags an answer to it, or a total it is part of, can raise. */
export const signsOf = (question: Question): SignFacts[] =>
  RISK_RULES.filter(({ when }) => questionsOf(when).includes(question.id)).map(({ level, when }) => {
    if ('leftOpen' in when) return { level, what: 'open' };
    if ('score' in when) return { level, what: { from: when.from, to: when.to } };
    return { level, what: { answers: when.is.map((value) => labelOf(question, value)) } };
  });

function labelOf(question: Question | undefined, value: string): string {
  const options = question
    ? fieldInputs(question).flatMap((one) => ('options' in one ? one.options : []))
    : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

const fieldInputs = ({ input }: Question): readonly Input[] =>
  input.kind === 'group' ? input.fields : [input];
