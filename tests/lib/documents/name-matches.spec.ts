// A typed name is taken when it is the client's own, and never otherwise.
import { expect, test } from '@playwright/test';
import { nameMatches } from '@/lib/documents/name-matches';

test('case, spaces and accents are forgiven', () => {
  for (const [typed, name] of [
    ['maria  LOPEZ ', 'María López'],
    ['María López', 'Maria Lopez'],
    ['Maria\u0301 Lopez', 'María Lopez'],
    ['soren aebelo', 'Søren Æbelø'],
    ['ISIK', 'Işık'],
    ['istanbullu', 'İstanbullu'],
    ['Strauss', 'Strauß'],
    ['O’Neil-Smith', "o'neil‑smith"],
    ['Annamaria', 'Anna Maria'],
    ['Ｍａｒｉａ', 'Maria'],
    ['Ma\u200bria', 'Maria'],
    ['ΓΙΩΡΓΟΣ', 'Γιώργος'],
    ['ольга', 'Ольга'],
    ['山田花子', '山田 花子'],
    ['محمد', 'مُحَمَّد'],
  ] as const) {
    expect(nameMatches(typed, [name]), `${typed} for ${name}`).toBe(true);
  }
});

test('the name to use or the legal name will do', () => {
  expect(nameMatches('Sam', ['Sam', 'Samantha Made-Up'])).toBe(true);
  expect(nameMatches('samantha made-up', ['Sam', 'Samantha Made-Up'])).toBe(true);
  expect(nameMatches('Sam', ['Sam', null])).toBe(true);
});

test('another name, a part of it or nothing is refused', () => {
  for (const typed of ['Alex', 'Samantha', 'Sam Made', '', ' ', '\u200b', '😀']) {
    expect(nameMatches(typed, ['Sam', 'Samantha Made-Up']), typed).toBe(false);
  }
  expect(nameMatches('', ['', null, undefined])).toBe(false);
  expect(nameMatches('x', [])).toBe(false);
});

test('marks that are vowels of a name still count', () => {
  expect(nameMatches('करण', ['किरण'])).toBe(false);
  expect(nameMatches('किरण', ['किरण'])).toBe(true);
});
