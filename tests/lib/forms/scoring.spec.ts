// Official questionnaires are added up as their makers say: whole or not at all, and by the right codes.
import { expect, test } from '@playwright/test';
import { allQuestions, definition, instrumentNamed } from '@/lib/forms/definition';
import { parseQuestion } from '@/lib/forms/parse-question';
import type { Answer, Instrument, Question } from '@/lib/forms/question';
import { bandOf, scoreOf } from '@/lib/forms/scoring';
import fc from '@/tests/support/any-case';
import { faultsOf } from './instrument-faults';
import { posted } from './posted';

const named = (id: string): Instrument => {
  const instrument = instrumentNamed(id);
  if (!instrument) throw new Error(`there is no ${id}`);
  return instrument;
};
const questionOf = (id: string): Question => {
  const question = allQuestions.find((one) => one.id === id);
  if (!question) throw new Error(`there is no ${id}`);
  return question;
};
const optionsOf = (id: string) => {
  const { input } = questionOf(id);
  return input.kind === 'radios' ? input.options : [];
};

/** For each item an answer that counts, or null: one of the four states that count nothing, or a forged value. */
const responses = ({ items }: Instrument) =>
  fc.tuple(
    ...items.map((id) =>
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...optionsOf(id)).map(({ value }) => said(value)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom<Answer | undefined>(
            undefined,
            { state: 'declined' },
            { state: 'in-person' },
            { state: 'not-answered' },
            { state: 'not-shown' },
            // Held by no honest answer: a score, a code, a label, a number too many.
            said('4'.repeat(3)),
            said('LA6571-9'),
            said('Nearly every day'),
            said('-1'),
            { state: 'answered', value: ['3'] },
            { state: 'answered', value: { value: '3' } },
            { state: 'answered' },
          ),
        },
      ),
    ),
  );

function said(value: string): Answer {
  return { state: 'answered', value };
}

const pointsOf = (id: string, answer: Answer | undefined) =>
  answer?.state === 'answered' ? optionsOf(id).find(({ value }) => value === answer.value)?.score : undefined;

for (const { id } of definition.instruments) {
  test(`${id} has a total only when every item counts, and otherwise says how many do and what they come to at least`, () => {
    const instrument = named(id);
    const most = Math.max(...instrument.bands.map(({ to }) => to));
    fc.assert(
      fc.property(responses(instrument), (given) => {
        const answers = new Map(
          instrument.items.flatMap((item, at) => {
            const answer = given[at];
            return answer ? [[item, answer] as const] : [];
          }),
        );
        // Nobody who ends it early here: that is looked at below.
        fc.pre(answers.get('Ha1')?.value !== 'never');
        const points = instrument.items.map((item) => pointsOf(item, answers.get(item)));
        const counted = points.filter((one) => one !== undefined);
        const sum = counted.reduce((all, one) => all + one, 0);
        const score = scoreOf(instrument, allQuestions, answers);
        expect(score.answered).toBe(counted.length);
        expect(score.of).toBe(instrument.items.length);
        if (counted.length < instrument.items.length) {
          expect(score).toEqual({
            complete: false,
            answered: counted.length,
            of: instrument.items.length,
            atLeast: sum,
          });
        } else {
          expect(score).toMatchObject({ complete: true, total: sum });
          expect(sum).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 300 },
    );
  });

  test(`${id}: every total from 0 to the highest has one band, and nothing beyond has any`, () => {
    const instrument = named(id);
    const highest = instrument.items.reduce(
      (sum, item) => sum + Math.max(...optionsOf(item).map(({ score = 0 }) => score)),
      0,
    );
    for (let total = 0; total <= highest; total += 1) {
      expect(instrument.bands.filter(({ from, to }) => total >= from && total <= to)).toHaveLength(1);
    }
    for (const total of [-1, highest + 1, Number.NaN]) expect(() => bandOf(instrument, total)).toThrow();
  });
}

test('the bands begin and end where their makers say', () => {
  const edges = (id: string) => named(id).bands.map(({ from, to, name }) => [from, to, name]);
  expect(edges('PHQ-9')).toEqual([
    [0, 4, 'minimal'],
    [5, 9, 'mild'],
    [10, 14, 'moderate'],
    [15, 19, 'moderately severe'],
    [20, 27, 'severe'],
  ]);
  expect(edges('GAD-7').map(([from, to]) => [from, to])).toEqual([
    [0, 4],
    [5, 9],
    [10, 14],
    [15, 21],
  ]);
});

test('difficulty belongs to the PHQ-9 and counts nothing', () => {
  const zeros = named('PHQ-9').items.map((id) => [id, said('0')] as const);
  const answers = new Map<string, Answer>([...zeros, ['Gp-difficulty', said('3')]]);
  expect(scoreOf(named('PHQ-9'), allQuestions, answers)).toMatchObject({ complete: true, total: 0 });
});

test('who never drinks, or has been through no such event, is asked no more: the total is 0 by the instrument’s own rule', () => {
  const never = new Map<string, Answer>([
    ['Ha1', said('never')],
    ['Ha2', said('10')],
  ]);
  expect(scoreOf(named('AUDIT-C'), allQuestions, never)).toMatchObject({ complete: true, total: 0, of: 1 });
  const none = new Map<string, Answer>([['Ip0', said('no')]]);
  expect(scoreOf(named('PC-PTSD-5'), allQuestions, none)).toMatchObject({ complete: true, total: 0 });
  // Left open, it ends nothing.
  expect(scoreOf(named('PC-PTSD-5'), allQuestions, new Map())).toEqual({
    complete: false,
    answered: 0,
    of: 5,
    atLeast: 0,
  });
});

test('a forged value of an item is refused before it is kept', () => {
  const refused = (id: string, value: string | string[]) =>
    parseQuestion(questionOf(id), posted({ [id]: value }), false, '2026-11-24').errors?.[0]?.reason;
  for (const value of [
    '4',
    '-1',
    '00',
    '3.0',
    'LA6571-9',
    'Nearly every day',
    '__proto__',
    'prefer-not-to-say',
  ])
    for (const id of ['Gp1', 'Gp9', 'Ga7'])
      expect(refused(id, value), `${id} ${value}`).toBe('not-an-option');
  expect(refused('Gp9', ['0', '3'])).toBe('only-one');
  expect(refused('Ha1', '4')).toBe('not-an-option');
  expect(refused('Ip1', 'maybe')).toBe('not-an-option');
});

test.describe('the codes', () => {
  test('of every instrument are the official ones', () => {
    for (const instrument of definition.instruments)
      expect(faultsOf(instrument, allQuestions), instrument.id).toEqual([]);
  });

  const changed = (id: string, change: (question: Question) => Question) =>
    allQuestions.map((question) => (question.id === id ? change(question) : question));
  const withOption =
    (value: string, to: Partial<{ code: string; score: number }>) => (question: Question) => {
      if (question.input.kind !== 'radios') throw new Error('not a choice');
      const options = question.input.options.map((one) => (one.value === value ? { ...one, ...to } : one));
      return { ...question, input: { ...question.input, options } };
    };

  test('a known mistake is found: item 9 with the code of the total', () => {
    const wrong = changed('Gp9', (question) => ({ ...question, code: '44261-6' }));
    expect(faultsOf(named('PHQ-9'), wrong)).toEqual(['Gp9: 44261-6 instead of 44260-8']);
  });

  test('a known mistake is found: "nearly every day" counted 4', () => {
    const wrong = changed('Gp3', withOption('3', { score: 4 }));
    expect(faultsOf(named('PHQ-9'), wrong)).toEqual(['Gp3: LA6571-9 counts 4 instead of 3']);
    expect(faultsOf(named('GAD-7'), changed('Ga2', withOption('3', { score: 4 })))).toHaveLength(1);
  });

  test('a known mistake is found: the first item of AUDIT-C coded 68517-2', () => {
    const wrong = changed('Ha1', (question) => ({ ...question, code: '68517-2' }));
    expect(faultsOf(named('AUDIT-C'), wrong)).toEqual(['Ha1: 68517-2 instead of 68518-0']);
  });

  test('a known mistake is found: the codes of "very" and "extremely difficult" exchanged', () => {
    const half = changed('Gp-difficulty', withOption('2', { code: 'LA6574-3' }));
    const wrong = half.map((one) =>
      one.id === 'Gp-difficulty' ? withOption('3', { code: 'LA6575-0' })(one) : one,
    );
    expect(faultsOf(named('PHQ-9'), wrong)).toEqual([
      'Gp-difficulty: “Very difficult” is LA6574-3 instead of LA6575-0',
      'Gp-difficulty: “Extremely difficult” is LA6575-0 instead of LA6574-3',
    ]);
  });
});
