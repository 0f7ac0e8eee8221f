// What a form posts becomes an answer as it was meant, or a reason that says what to do; nothing breaks it.
import { expect, test } from '@playwright/test';
import { questionNamed } from '@/lib/forms/definition';
import { formValues } from '@/lib/forms/field-names';
import { nothingPosted, parsePage } from '@/lib/forms/parse-page';
import type { Answer, Question } from '@/lib/forms/question';
import { posted } from './posted';

const TODAY = '2026-11-24';

const question = (id: string): Question => {
  const found = questionNamed(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};
function parse(id: string, values: Record<string, string | string[]>, answers: [string, Answer][] = []) {
  const read = parsePage([question(id)], posted(values), { answers: new Map(answers), today: TODAY });
  return read.ok ? read.answers.get(id) : read.errors;
}
const answered = (value: Answer['value']) => ({ state: 'answered', value });
const reason = (field: string, why: string) => [expect.objectContaining({ field, reason: why })];

test('one of several is taken by its code, and nothing else is', () => {
  expect(parse('A1', { A1: 'only-me' })).toEqual(answered('only-me'));
  expect(parse('A1', { A1: 'everyone' })).toEqual(reason('A1', 'not-an-option'));
  expect(parse('A1', { A1: ['only-me', 'others'] })).toEqual(reason('A1', 'only-one'));
  expect(parse('A1', { A1: ['only-me', 'only-me'] })).toEqual(answered('only-me'));
});

test('a question that must be answered says what to do when it is not', () => {
  expect(parse('A1', {})).toEqual(reason('A1', 'choose-something'));
  expect(parse('B1', { B1: '   ' })).toEqual(reason('B1', 'write-something'));
  expect(parse('B3', {})).toEqual(reason('B3', 'date-missing'));
  expect(parse('B7', {})).toEqual([
    expect.objectContaining({ field: 'B7-language', reason: 'choose-something' }),
    expect.objectContaining({ field: 'B7-interpreter', reason: 'choose-something' }),
  ]);
});

test('every other question may be left empty, and then is not answered', () => {
  for (const id of ['A2', 'A3', 'A5', 'A7', 'B2', 'B4', 'B8', 'C1', 'C2', 'C3', 'J1', 'J5', 'K1']) {
    expect(parse(id, {}), id).toEqual({ state: 'not-answered' });
  }
});

test('skipping never answers what must be answered', () => {
  const read = parsePage([question('A4')], nothingPosted, { answers: new Map(), today: TODAY });
  expect(read.ok).toBe(false);
});

test('"prefer not to say" is an answer of its own, where it is offered', () => {
  expect(parse('J1', { J1: 'prefer-not-to-say' })).toEqual({ state: 'declined' });
  expect(parse('B5', { B5: 'prefer-not-to-say' })).toEqual({ state: 'declined' });
  expect(parse('B5', { B5: ['woman', 'prefer-not-to-say'] })).toEqual(reason('B5', 'answer-or-say-no'));
  expect(parse('B5', { B5: 'prefer-not-to-say', 'B5-own': 'x' })).toEqual(reason('B5', 'answer-or-say-no'));
  expect(parse('A1', { A1: 'prefer-not-to-say' })).toEqual(reason('A1', 'not-an-option'));
});

test('"None of these" stands alone, beside no other choice and no words of their own', () => {
  expect(parse('F1', { F1: 'none' })).toEqual(answered(['none']));
  expect(parse('F1', { F1: ['none', 'sleep'] })).toEqual(reason('F1', 'alone-or-others'));
  expect(parse('F1', { F1: 'none', 'F1-own': 'x' })).toEqual(reason('F1', 'alone-or-others'));
});

test('a number for emergencies only is for nothing else', () => {
  const known: [string, Answer][] = [['A2', { state: 'answered', value: '01632 960001' }]];
  expect(parse('A3', { A3: 'emergency' }, known)).toEqual(answered(['emergency']));
  expect(parse('A3', { A3: ['call', 'emergency'] }, known)).toEqual(reason('A3', 'alone-or-others'));
  expect(parse('A3', { A3: ['call', 'text', 'voicemail'] }, known)).toEqual(
    answered(['call', 'text', 'voicemail']),
  );
});

test('"in person" is an answer of its own, where it is offered, and not beside a text', () => {
  expect(parse('C1', { 'C1-in-person': 'yes' })).toEqual({ state: 'in-person' });
  expect(parse('C1', { 'C1-in-person': 'yes', C1: 'Words' })).toEqual(reason('C1', 'answer-or-in-person'));
  expect(parse('C6', { 'C6-in-person': 'yes' })).toEqual({ state: 'not-answered' });
});

test('any of several are kept in the order of the question, own words beside them', () => {
  expect(parse('B4', { B4: ['they', 'she'] })).toEqual(answered(['she', 'they']));
  expect(parse('B4', { 'B4-own': ' ze/zir ' })).toEqual(answered(['own:ze/zir']));
  expect(parse('B4', { B4: ['she', 'she'], 'B4-own': 'she' })).toEqual(answered(['she', 'own:she']));
  expect(parse('B4', { B4: ['she', '__proto__'] })).toEqual(reason('B4', 'not-an-option'));
});

test('a date of birth needs a real day, in the past, within a life', () => {
  const date = (day: string, month: string, year: string) =>
    parse('B3', { 'B3-day': day, 'B3-month': month, 'B3-year': year });
  expect(date('27', '3', '1985')).toEqual(answered('1985-03-27'));
  expect(date(' 7 ', 'March', '1985')).toEqual(answered('1985-03-07'));
  expect(date('29', '2', '2000')).toEqual(answered('2000-02-29'));
  expect(date('29', '2', '2001')).toEqual(reason('B3', 'date-not-real'));
  expect(date('31', '4', '1985')).toEqual(reason('B3', 'date-not-real'));
  expect(date('1', '13', '1985')).toEqual(reason('B3', 'date-not-real'));
  expect(date('1', '1', '85')).toEqual(reason('B3', 'date-not-real'));
  expect(date('1', '', '1985')).toEqual(reason('B3', 'date-incomplete'));
  expect(date('25', '11', '2026')).toEqual(reason('B3', 'date-in-future'));
  expect(date('1', '1', '1900')).toEqual(reason('B3', 'date-too-long-ago'));
  expect(date('0x1', '1e1', '1985')).toEqual(reason('B3', 'date-not-real'));
});

test('a group is empty as a whole or filled in as far as it must be', () => {
  const whole = { 'A9-name': 'Kim', 'A9-relationship': 'sister', 'A9-phone': '+44 1632 960001' };
  expect(parse('A9', whole)).toEqual(
    answered({ name: 'Kim', relationship: 'sister', phone: '+44 1632 960001' }),
  );
  expect(parse('A9', { 'A9-name': 'Kim' })).toEqual([
    expect.objectContaining({ field: 'A9-relationship', reason: 'write-something' }),
    expect.objectContaining({ field: 'A9-phone', reason: 'write-something' }),
  ]);
  expect(parse('A9', {}, [['format', { state: 'answered', value: 'video' }]])).toHaveLength(3);
  expect(parse('K1', { 'K1-second': 'Sleep' })).toEqual(answered({ second: 'Sleep' }));
  expect(parse('B7', { 'B7-language': 'other', 'B7-interpreter': 'no' })).toEqual(
    reason('B7-another', 'write-something'),
  );
});

test('a phone number looks like one', () => {
  expect(parse('A2', { A2: '+1 (555) 010-9999 ext. 2' })).toEqual(answered('+1 (555) 010-9999 ext. 2'));
  expect(parse('A2', { A2: 'call me' })).toEqual(reason('A2', 'phone'));
  expect(parse('A2', { A2: '12' })).toEqual(reason('A2', 'phone'));
});

test('a text that is too long is refused with its count, in characters as people see them', () => {
  expect(parse('C1', { C1: 'a'.repeat(2000) })).toEqual(answered('a'.repeat(2000)));
  expect(parse('C1', { C1: 'a'.repeat(2001) })).toEqual([
    { field: 'C1', reason: 'too-long', values: { count: 2001, most: 2000 } },
  ]);
  expect(parse('C1', { C1: '😀'.repeat(2000) })).toEqual(answered('😀'.repeat(2000)));
  expect(parse('C1', { C1: '😀'.repeat(10_000) })).toEqual([
    { field: 'C1', reason: 'too-long', values: { count: 10_000, most: 2000 } },
  ]);
});

test('I-06: a NUL, half a character and other unreadable signs are refused; unusual ones come back as they were', () => {
  for (const bad of ['a\u0000b', 'a\ud800', '\udfffb', 'a\u0007b', 'a\u009bb']) {
    expect(parse('C1', { C1: bad })).toEqual(reason('C1', 'not-readable'));
    expect(parse('B1', { B1: bad })).toEqual(reason('B1', 'not-readable'));
  }
  for (const good of [
    'שלום',
    'a\u200db',
    'é e\u0301',
    '\u202eabc',
    '<b>x</b>',
    "'; drop table answer",
    'one\ntwo\tthree',
  ]) {
    expect(parse('C1', { C1: good })).toEqual(answered(good));
  }
  expect(parse('C1', { C1: 'one\r\ntwo' })).toEqual(answered('one\ntwo'));
  expect(parse('B1', { B1: 'one\ntwo' })).toEqual(reason('B1', 'not-readable'));
});

test('I-07: a text sent twice with two values is refused, and fields of other names change nothing', () => {
  expect(parse('C1', { C1: ['one', 'two'] })).toEqual(reason('C1', 'sent-twice'));
  const strange = { ['__proto__']: 'x', constructor: 'x', 'A9-__proto__': 'x', role: 'admin', clientId: '1' };
  expect(parse('K1', { ...strange, 'K1-first': 'Rest', 'K1-__proto__': 'x' })).toEqual(
    answered({ first: 'Rest' }),
  );
  expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
});

test('what the form shows again is what was answered', () => {
  const cases: [string, Answer][] = [
    ['A1', { state: 'answered', value: 'others' }],
    ['B3', { state: 'answered', value: '1985-03-07' }],
    ['B4', { state: 'answered', value: ['she', 'own:ze'] }],
    ['B7', { state: 'answered', value: { language: 'other', another: 'Basque', interpreter: 'yes' } }],
    ['J1', { state: 'declined' }],
    ['C1', { state: 'in-person' }],
    ['C1', { state: 'answered', value: 'Two\nlines' }],
  ];
  for (const [id, answer] of cases) expect(parse(id, formValues(question(id), answer))).toEqual(answer);
  expect(formValues(question('A4'), undefined)).toEqual({ A4: ['site'] });
  expect(formValues(question('A4'), { state: 'not-answered' })).toEqual({});
});
