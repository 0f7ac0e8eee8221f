// What a client signed counts until a change asks for more, and each class of change asks for exactly what it says.
import { expect, test } from '@playwright/test';
import {
  asksAgain,
  type ChangeClass,
  comesBefore,
  countedVersions,
  holds,
  type Standing,
  standingOf,
} from '@/lib/documents/standing';

const versions = (...changes: ChangeClass[]) =>
  changes.map((changeClass, index) => ({ version: index + 1, changeClass }));
const signed = (version: number) => ({ version, kind: 'signature' as const });

test('of the changes since, the gravest counts, in whatever order they came', () => {
  const cases: [ChangeClass[], Standing][] = [
    [[], 'holds'],
    [['editorial'], 'holds-with-notice'],
    [['editorial', 'material', 'editorial'], 'again-before-session'],
    [['legal', 'editorial'], 'again-first'],
    [['material', 'legal', 'editorial'], 'again-first'],
  ];
  for (const [since, standing] of cases) {
    expect(standingOf(signed(1), versions('first', ...since)), since.join()).toBe(standing);
    expect(standingOf(signed(1), versions('first', ...since).reverse()), since.join()).toBe(standing);
  }
});

test('what changed before it was signed is nothing to it', () => {
  expect(standingOf(signed(3), versions('first', 'legal', 'material'))).toBe('holds');
  expect(standingOf(signed(3), versions('first', 'legal', 'material', 'editorial'))).toBe(
    'holds-with-notice',
  );
});

test('nothing signed is unsigned, and withdrawn is withdrawn whatever was published since', () => {
  expect(standingOf(null, versions('first', 'legal'))).toBe('unsigned');
  expect(standingOf({ version: 1, kind: 'withdrawal' }, versions('first', 'legal'))).toBe('withdrawn');
});

test('the disclaimer asks again with every new version; no other document does', () => {
  const published = versions('first', 'editorial');
  expect(standingOf(signed(1), countedVersions('information', published))).toBe('again-before-session');
  expect(standingOf(signed(1), countedVersions('agreement', published))).toBe('holds-with-notice');
});

test('a legal change stands before every form and time; a material one, before a time it is needed for', () => {
  const before = (standing: Standing) =>
    (['form', 'booking'] as const).map((what) => [
      comesBefore(what, standing, true),
      comesBefore(what, standing, false),
    ]);
  const nothing = [
    [false, false],
    [false, false],
  ];
  const neededForTimes = [
    [false, false],
    [true, false],
  ];
  expect(before('holds')).toEqual(nothing);
  expect(before('holds-with-notice')).toEqual(nothing);
  expect(before('again-before-session')).toEqual(neededForTimes);
  expect(before('unsigned')).toEqual(neededForTimes);
  expect(before('withdrawn')).toEqual(neededForTimes);
  expect(before('again-first')).toEqual([
    [true, true],
    [true, true],
  ]);
});

test('no standing both holds and asks again', () => {
  const all: Standing[] = [
    'unsigned',
    'holds',
    'holds-with-notice',
    'again-before-session',
    'again-first',
    'withdrawn',
  ];
  expect(all.filter(holds)).toEqual(['holds', 'holds-with-notice']);
  expect(all.filter(asksAgain)).toEqual(['again-before-session', 'again-first']);
});
