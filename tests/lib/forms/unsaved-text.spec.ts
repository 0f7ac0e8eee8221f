// Text that was typed and never saved is told apart from an answer, and the form begins with what was said before.
import { expect, test } from '@playwright/test';
import { hoursInWords } from '@/lib/clinic/hours-in-words';
import { allQuestions, questionNamed } from '@/lib/forms/definition';
import { parsePage } from '@/lib/forms/parse-page';
import { startingValues } from '@/lib/forms/prefill';
import type { Answer, Question } from '@/lib/forms/question';
import { differs, holdsNewWords } from '@/lib/forms/unsaved-text';
import fc from '@/tests/support/any-case';
import { posted } from './posted';

const question = (id: string): Question => {
  const found = questionNamed(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
const answered = (values: Record<string, Answer['value']>) =>
  new Map(Object.entries(values).map(([id, value]): [string, Answer] => [id, { state: 'answered', value }]));

test('a draft that says what is stored is no unsaved text', () => {
  const answers = answered({ C1: 'Two\nlines', B4: ['she', 'they'] });
  expect(
    differs([question('C1')], answers, { C1: ['Two\r\nlines '], 'base-C1': ['1'], intent: ['later'] }),
  ).toBe(false);
  expect(differs([question('B4')], answers, { B4: ['they', 'she'], 'B4-own': [''] })).toBe(false);
  expect(differs([question('A4')], new Map(), { A4: ['site'] })).toBe(false);
});

test('a draft that says anything else is', () => {
  expect(differs([question('C1')], answered({ C1: 'One' }), { C1: ['Two'] })).toBe(true);
  expect(differs([question('C1')], answered({ C1: 'One' }), { C1: [''] })).toBe(true);
  expect(differs([question('B4')], new Map(), { 'B4-own': ['ze'] })).toBe(true);
  expect(differs([question('A9')], new Map(), { 'A9-name': ['Kim'] })).toBe(true);
});

test('words are not skipped over unasked; a choice, and what is saved already, may be', () => {
  expect(holdsNewWords([question('C1')], new Map(), { C1: ['Two'] })).toBe(true);
  expect(holdsNewWords([question('C1')], answered({ C1: 'One' }), { C1: ['Two'] })).toBe(true);
  expect(holdsNewWords([question('B4')], new Map(), { B4: ['they'], 'B4-own': ['ze'] })).toBe(true);
  expect(holdsNewWords([question('A9')], new Map(), { 'A9-name': ['Kim'] })).toBe(true);
  expect(holdsNewWords([question('C1')], new Map(), { C1: [' '] })).toBe(false);
  expect(holdsNewWords([question('C1')], answered({ C1: 'One' }), { C1: ['One\r\n'] })).toBe(false);
  expect(holdsNewWords([question('B4')], new Map(), { B4: ['they'], 'B4-own': [''] })).toBe(false);
});

test('the safest way begins with how to contact somebody, and with the number when it is by phone', () => {
  expect(startingValues(question('J5'), answered({ A4: 'email', A2: '12345' }))).toEqual({
    'J5-way': ['email'],
  });
  expect(startingValues(question('J5'), answered({ A4: 'text', A2: '12345', A3: ['text'] }))).toEqual({
    'J5-way': ['text'],
    'J5-details': ['12345'],
  });
  expect(startingValues(question('J5'), answered({ A4: 'text', J5: { way: 'site' } }))).toEqual({
    'J5-way': ['site'],
  });
});

test('I-06: whatever is posted becomes answers or reasons, and never an exception', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('yes', 'prefer-not-to-say', '\ud800', '__proto__', ''),
  );
  const names = allQuestions.flatMap(({ id }) => [
    id,
    `${id}-own`,
    `${id}-day`,
    `${id}-month`,
    `${id}-year`,
    `${id}-in-person`,
    `${id}-name`,
    `${id}-way`,
  ]);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...names), fc.array(value, { maxLength: 3 }), { maxKeys: 30 }),
      (form) => {
        const read = parsePage(allQuestions, posted(form), { answers: new Map(), today: '2026-11-24' });
        if (read.ok) return;
        for (const { field, reason } of read.errors)
          if (!field || !reason) throw new Error('an error without its field or reason');
      },
    ),
    { numRuns: 300 },
  );
});

test('hours are said as people say them', () => {
  const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }));
  expect(hoursInWords([...weekdays, { weekday: 6, from: '10:00', until: '12:30' }], 'en')).toEqual([
    { from: 'Monday', to: 'Friday', opens: '9:00 am', closes: '5:00 pm' },
    { from: 'Saturday', to: null, opens: '10:00 am', closes: '12:30 pm' },
  ]);
  expect(hoursInWords([], 'en')).toEqual([]);
});
