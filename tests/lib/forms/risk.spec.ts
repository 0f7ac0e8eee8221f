// The table of danger signs, answer by answer and total by total.
import { expect, test } from '@playwright/test';
import type { Answer } from '@/lib/forms/question';
import { RISK_RULES, STAFFED_HOURS, signsIn } from '@/lib/forms/risk';

type Said = Record<string, string>;

const said = (values: Said) =>
  new Map(Object.entries(values).map(([id, value]): [string, Answer] => [id, { state: 'answered', value }]));

const signs = (values: Said, changed = Object.keys(values)) =>
  signsIn(said(values), new Set(changed)).map(({ level, support }) => [level, support]);

/** The items of an instrument, answered so that they come to `total`. */
function adding(letters: string, many: number, total: number, most = 3): Said {
  let left = total;
  return Object.fromEntries(
    Array.from({ length: many }, (_, at) => {
      const here = Math.min(most, left);
      left -= here;
      return [`${letters}${at + 1}`, String(here)];
    }),
  );
}
/** Item 9 is the last one: these totals leave it at 0. */
const phq = (total: number) => adding('Gp', 9, total);
const gad = (total: number) => adding('Ga', 7, total);
const ptsd = (yes: number): Said => ({
  Ip0: 'yes',
  ...Object.fromEntries([1, 2, 3, 4, 5].map((item) => [`Ip${item}`, item <= yes ? 'yes' : 'no'])),
});

test('each answer raises what the table says, and shows the page it says', () => {
  expect(signs({ J3: 'past-3-months' })).toEqual([['red-urgent', 'self-harm']]);
  expect(signs({ J4: 'yes' })).toEqual([['red-urgent', 'harm-to-others']]);
  expect(signs({ J3: 'past-year' })).toEqual([['red', 'self-harm']]);
  expect(signs({ J1: 'no' })).toEqual([['red', 'relationship']]);
  expect(signs({ J2: 'yes' })).toEqual([['red', 'relationship']]);
  expect(signs({ J1: 'not-sure' })).toEqual([['amber', undefined]]);
  expect(signs({ J2: 'not-sure' })).toEqual([['amber', undefined]]);
  for (const value of ['2', '3']) expect(signs({ Gp9: value })).toEqual([['red-urgent', 'self-harm']]);
  expect(signs({ Gp9: '1' })).toEqual([['red', 'self-harm']]);
  for (const value of ['rarely', 'never']) expect(signs({ E9: value })).toEqual([['amber', undefined]]);
});

test('every other answer raises nothing', () => {
  for (const value of ['yes', 'mostly']) expect(signs({ J1: value })).toEqual([]);
  expect(signs({ J2: 'no' })).toEqual([]);
  for (const value of ['never', 'over-a-year-ago']) expect(signs({ J3: value })).toEqual([]);
  expect(signs({ J4: 'no' })).toEqual([]);
  expect(signs({ Gp9: '0' })).toEqual([]);
  for (const value of ['always', 'mostly', 'sometimes']) expect(signs({ E9: value })).toEqual([]);
  expect(signs({ C1: 'I want to die', J5: 'no', G1: 'PHQ-9 27', D7: 'no' })).toEqual([]);
});

test('a total raises its flag at its very edge, and none below', () => {
  expect(signs(phq(14))).toEqual([]);
  for (const total of [15, 19]) expect(signs(phq(total))).toEqual([['amber', undefined]]);
  for (const total of [20, 24]) expect(signs(phq(total))).toEqual([['red', 'low-mood']]);
  expect(signs(phq(27))).toEqual([
    ['red-urgent', 'self-harm'],
    ['red', 'low-mood'],
  ]);
  expect(signs(gad(14))).toEqual([]);
  for (const total of [15, 21]) expect(signs(gad(total))).toEqual([['amber', undefined]]);
  expect(signs(ptsd(2))).toEqual([]);
  for (const yes of [3, 5]) expect(signs(ptsd(yes))).toEqual([['amber', undefined]]);
  expect(signs({ Ha1: 'monthly', Ha2: '3-4', Ha3: 'never' })).toEqual([]);
  expect(signs({ Ha1: 'monthly', Ha2: '3-4', Ha3: 'less-than-monthly' })).toEqual([['amber', undefined]]);
  expect(signs({ Ha1: 'never' })).toEqual([]);
});

test('a total holds whichever of its items was answered last', () => {
  for (const item of Object.keys(phq(20))) expect(signs(phq(20), [item])).toEqual([['red', 'low-mood']]);
  for (const item of Object.keys(gad(15))) expect(signs(gad(15), [item])).toEqual([['amber', undefined]]);
  expect(signs(phq(20), ['Ga1', 'J1'])).toEqual([]);
});

test('with one item open there is no total, and so no flag of one, however high the rest', () => {
  for (const item of ['Gp1', 'Gp5', 'Gp8']) {
    const { [item]: _left, ...rest } = phq(24);
    expect(signs(rest)).toEqual([]);
  }
  const { Ga7: _left, ...rest } = gad(18);
  expect(signs(rest)).toEqual([]);
});

test('not answering is no sign: declined, in person, skipped and not shown raise nothing', () => {
  for (const state of ['declined', 'in-person', 'not-answered', 'not-shown'] as const) {
    for (const id of ['J1', 'J2', 'J3', 'J4', 'E9', 'Gp1', 'F5'])
      expect(signsIn(new Map([[id, { state }]]), new Set([id]))).toEqual([]);
  }
});

test('but for one: thoughts of death left open are asked about before the first session', () => {
  const levels = (answer: Answer) =>
    signsIn(new Map([['Gp9', answer]]), new Set(['Gp9'])).map(({ level }) => level);
  for (const state of ['not-answered', 'declined', 'in-person'] as const)
    expect(levels({ state })).toEqual(['amber']);
  expect(levels({ state: 'not-shown' })).toEqual([]);
  expect(levels({ state: 'answered', value: '0' })).toEqual([]);
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
