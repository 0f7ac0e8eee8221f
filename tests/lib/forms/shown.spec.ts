// Nobody is asked what doesn't concern them, and what a page leads to follows from what was said.
import { expect, test } from '@playwright/test';
import { questionNamed, sectionNamed } from '@/lib/forms/definition';
import type { Answer, Section } from '@/lib/forms/question';
import { isRequired, missingAnswers, pageAfter, visiblePages } from '@/lib/forms/shown';

const answered = (values: Record<string, Answer['value']>) =>
  new Map(Object.entries(values).map(([id, value]): [string, Answer] => [id, { state: 'answered', value }]));

const section = (number: string): Section => {
  const found = sectionNamed(number);
  if (!found) throw new Error(`no section ${number}`);
  return found;
};
const slugs = (number: string, values: Record<string, Answer['value']>) =>
  visiblePages(section(number), answered(values)).map(({ slug }) => slug);

test('what may be done with a number is asked only when there is one', () => {
  expect(slugs('2', {})).toEqual(['a2', 'a4', 'a5', 'a6', 'a7', 'a9']);
  expect(slugs('2', { A2: '020 7946 0018' })).toContain('a3');
});

test('a number that was skipped is no number', () => {
  const answers = new Map<string, Answer>([['A2', { state: 'not-answered' }]]);
  expect(visiblePages(section('2'), answers).map(({ slug }) => slug)).not.toContain('a3');
});

test('the address is asked only for post in a plain envelope', () => {
  expect(slugs('2', { A6: 'none' })).not.toContain('a6-address');
  expect(slugs('2', { A6: 'plain' })).toContain('a6-address');
});

test('what an emergency contact may be told is asked once there is one', () => {
  expect(slugs('2', {})).not.toContain('a10');
  expect(slugs('2', { A9: { name: 'Kim', relationship: 'sister', phone: '01632 960001' } })).toContain('a10');
});

test('who says only that they are on their own is not asked about a partner', () => {
  const all = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7'];
  for (const alone of [['single'], ['widowed'], ['single', 'divorced']])
    expect(slugs('6', { D1: alone }), alone.join()).toEqual(['d1', 'd5', 'd6']);
  for (const not of [['partner'], ['single', 'dating'], ['separated'], ['single', 'own:it is a long story']])
    expect(slugs('6', { D1: not }), not.join()).toEqual(all);
  expect(slugs('6', {})).toEqual(all);
});

test('the region is asked for the country chosen, and for no other', () => {
  expect(slugs('1', {})).toEqual(['a1', 'a8', 'b1', 'b2', 'b3', 'b10', 'c8', 'format']);
  expect(slugs('1', { A8: 'US' })).toContain('a8-us');
  expect(slugs('1', { A8: 'GB', 'A8-us': 'US-CA' })).toEqual(expect.arrayContaining(['a8-gb']));
  expect(slugs('1', { A8: 'GB', 'A8-us': 'US-CA' })).not.toContain('a8-us');
  expect(slugs('1', { A8: 'IE' }).filter((slug) => slug.startsWith('a8-'))).toEqual([]);
});

test('an emergency contact must be named before a session by video, and only then', () => {
  const contact = questionNamed('A9');
  if (!contact) throw new Error('no A9');
  expect(isRequired(contact, answered({ format: 'video' }))).toBe(true);
  expect(isRequired(contact, answered({ format: 'in-person' }))).toBe(false);
  expect(isRequired(contact, answered({}))).toBe(false);
});

test('what is missing is what must be answered, is asked, and is not', () => {
  const missing = (values: Record<string, Answer['value']>) =>
    missingAnswers(section('1'), answered(values)).map(({ id }) => id);
  expect(missing({})).toEqual(['A1', 'A8', 'B1', 'B3', 'B10', 'C8', 'format']);
  expect(missing({ A8: 'US' })).toContain('A8-us');
  expect(
    missing({
      A1: 'only-me',
      A8: 'IE',
      B1: 'A',
      B3: '1990-01-01',
      B10: 'self-pay',
      C8: 'alone',
      format: 'video',
    }),
  ).toEqual([]);
});

test('the way leads from page to page, to the check at the end, and straight back to the check after a change', () => {
  const way = (slug: string, values: Record<string, Answer['value']>) => {
    const next = pageAfter(section('4'), slug, answered(values));
    return next === 'check' ? next : next.slug;
  };
  expect(way('c1', { C1: 'x' })).toBe('c2');
  expect(way('c3', { C1: 'x', C2: ['pain'], C3: 'always' })).toBe('c4');
  const all = { C1: 'x', C2: ['pain'], C3: 'always', C4: ['always'], C5: '3', C6: 'x', C7: 'x' };
  expect(way('c7', all)).toBe('check');
  expect(way('c2', all)).toBe('check');
});

test('a question that appears through a change comes before the check', () => {
  const all = {
    A2: '123456',
    A4: 'site',
    A5: ['mornings'],
    A6: 'plain',
    A7: 'x',
    A9: { name: 'K' },
    A10: 'worried',
    A3: ['call'],
  };
  const next = pageAfter(section('2'), 'a6', answered(all));
  expect(next === 'check' ? next : next.slug).toBe('a6-address');
});
