// The table of danger signs, answer by answer.
import { expect, test } from '@playwright/test';
import type { Answer } from '@/lib/forms/question';
import { RISK_RULES, type RiskRule, STAFFED_HOURS, signsIn } from '@/lib/forms/risk';

const said = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([id, value]): [string, Answer] => [id, { state: 'answered', value }]));

const signs = (values: Record<string, string>, changed = Object.keys(values)) =>
  signsIn(said(values), new Set(changed)).map(({ level, support }) => [level, support]);

test('each answer raises what the table says, and shows the page it says', () => {
  expect(signs({ J3: 'past-3-months' })).toEqual([['red-urgent', 'self-harm']]);
  expect(signs({ J4: 'yes' })).toEqual([['red-urgent', 'harm-to-others']]);
  expect(signs({ J3: 'past-year' })).toEqual([['red', 'self-harm']]);
  expect(signs({ J1: 'no' })).toEqual([['red', 'relationship']]);
  expect(signs({ J2: 'yes' })).toEqual([['red', 'relationship']]);
  expect(signs({ J1: 'not-sure' })).toEqual([['amber', undefined]]);
  expect(signs({ J2: 'not-sure' })).toEqual([['amber', undefined]]);
});

test('every other answer raises nothing', () => {
  for (const value of ['yes', 'mostly']) expect(signs({ J1: value })).toEqual([]);
  expect(signs({ J2: 'no' })).toEqual([]);
  for (const value of ['never', 'over-a-year-ago']) expect(signs({ J3: value })).toEqual([]);
  expect(signs({ J4: 'no' })).toEqual([]);
  expect(signs({ C1: 'I want to die', J5: 'no' })).toEqual([]);
});

test('not answering is no sign: declined, in person, skipped and not shown raise nothing', () => {
  for (const state of ['declined', 'in-person', 'not-answered', 'not-shown'] as const) {
    for (const id of ['J1', 'J2', 'J3', 'J4'])
      expect(signsIn(new Map([[id, { state }]]), new Set([id]))).toEqual([]);
  }
});

test('only what was just answered raises a flag', () => {
  expect(signs({ J3: 'past-year', J4: 'yes' }, ['J4'])).toEqual([['red-urgent', 'harm-to-others']]);
  expect(signs({ J3: 'past-year' }, [])).toEqual([]);
});

test('urgent is one staffed hour, red is four, amber is before the first session', () => {
  expect(STAFFED_HOURS).toEqual({ 'red-urgent': 1, red: 4, amber: null });
});

test('every red answer shows the support page, and an amber one shows nothing more', () => {
  for (const { level, support } of RISK_RULES) expect(support !== undefined).toBe(level !== 'amber');
});

test('a total can raise a flag of its own, once the instrument has one', () => {
  const rules: RiskRule[] = [
    {
      id: 'low',
      when: { score: 'phq-9', from: 20, to: 27, question: 'PHQ-9-9' },
      level: 'red',
      support: 'low-mood',
    },
    { id: 'open', when: { question: 'PHQ-9-9', leftOpen: true }, level: 'amber' },
  ];
  const ids = (total: number | undefined, answer: Answer) =>
    signsIn(
      new Map([['PHQ-9-9', answer]]),
      new Set(['PHQ-9-9']),
      new Map(total === undefined ? [] : [['phq-9', total]]),
      rules,
    ).map(({ id }) => id);
  expect(ids(20, { state: 'answered', value: 'x' })).toEqual(['low']);
  expect(ids(19, { state: 'answered', value: 'x' })).toEqual([]);
  expect(ids(undefined, { state: 'not-answered' })).toEqual(['open']);
});
