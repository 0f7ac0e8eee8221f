// An answer reads as it was meant, and the five states never look alike.
import { expect, test } from '@playwright/test';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { type Answer, STATES } from '@/lib/forms/question';

const lines = (id: string, answer: Answer | undefined) => {
  const question = questionNamed(id);
  if (!question) throw new Error(`no question ${id}`);
  return answerInWords(question, answer).lines;
};
const answered = (value: Answer['value']): Answer => ({ state: 'answered', value });

test('an answer is said in the words of its question', () => {
  expect(lines('A1', answered('only-me'))).toEqual(['Only me']);
  expect(lines('B3', answered('1985-03-07'))).toEqual(['7 March 1985']);
  expect(lines('B4', answered(['she', 'own:ze/zir']))).toEqual(['She/her', 'ze/zir']);
  expect(lines('A8-us', answered('US-CA'))).toEqual(['California']);
  expect(lines('B7', answered({ language: 'en', interpreter: 'no' }))).toEqual([
    'Language: English',
    'Would you like an interpreter: No',
  ]);
  expect(lines('C1', answered('Two\nlines'))).toEqual(['Two\nlines']);
});

test('the five states are told apart', () => {
  const said = STATES.map(
    (state) => lines('C1', { state, ...(state === 'answered' && { value: 'Words' }) })[0],
  );
  expect(said).toEqual([
    ...['Words', 'Prefer not to say', 'I’d rather talk about this in person', 'Not provided', 'Not asked'],
  ]);
  expect(lines('C1', undefined)).toEqual(['Not provided']);
});

test('own words that look like a choice stay own words, and a choice that no longer exists is shown as it is', () => {
  expect(lines('B5', answered(['own:woman']))).toEqual(['woman']);
  expect(lines('B5', answered(['gone']))).toEqual(['gone']);
});
