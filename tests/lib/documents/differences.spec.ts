// What changed between two texts is told whole: put together again, the marks give back both.
import { expect, test } from '@playwright/test';
import { defaultTexts } from '@/lib/documents/default-texts';
import { differences, differencesBetween } from '@/lib/documents/differences';
import { publishedText } from '@/lib/documents/published-text';
import fc from '@/tests/support/any-case';
import { workOf } from '@/tests/support/work-of';
import { madeUpClinic } from './made-up-clinic';

type Kind = 'added' | 'removed';
/** The words of one side, without the space between parts. */
const sideWithout = (kind: Kind, before: string[], now: string[]) =>
  differences(before, now)
    .flatMap(({ pieces }) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text))
    .join('')
    .replace(/\s+/g, '');
const whole = (blocks: string[]) => blocks.join('').replace(/\s+/g, '');

test('what is gone with what stayed is the old text, what is new with it the new one', () => {
  const blocks = fc.array(
    fc
      .array(fc.constantFrom('no', 'touch', 'ever', 'fee', '<b>', '**x**', '.'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((words) => words.join(' ')),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(blocks, blocks, (before, now) => {
      expect(sideWithout('added', before, now)).toBe(whole(before));
      expect(sideWithout('removed', before, now)).toBe(whole(now));
    }),
    { numRuns: 300 },
  );
});

test('a word is told as a word, a new part as a part, and what stayed as nothing', () => {
  const found = differences(
    ['Tell us 24 hours ahead.', 'Stays.', 'Goes away altogether.'],
    ['Tell us 48 hours ahead.', 'Stays.', 'Something else entirely!'],
  );
  expect(found).toEqual([
    {
      changed: true,
      pieces: [
        { kind: 'same', text: 'Tell us ' },
        { kind: 'removed', text: '24' },
        { kind: 'added', text: '48' },
        { kind: 'same', text: ' hours ahead.' },
      ],
    },
    { changed: false, pieces: [{ kind: 'same', text: 'Stays.' }] },
    { changed: true, pieces: [{ kind: 'removed', text: 'Goes away altogether.' }] },
    { changed: true, pieces: [{ kind: 'added', text: 'Something else entirely!' }] },
  ]);
});

test('title, browser title, summary, text and boxes are each compared, and only what changed is told', () => {
  const { fees } = defaultTexts;
  const before = publishedText(fees, madeUpClinic);
  expect(differencesBetween(before, before)).toEqual([]);
  const parts = (change: object) =>
    differencesBetween(before, publishedText({ ...fees, ...change }, madeUpClinic)).map(({ part }) => part);
  expect(parts({ title: 'Fees' })).toEqual(['title']);
  expect(parts({ browserTitle: 'Fees' })).toEqual(['browserTitle']);
  expect(parts({ summary: fees.summary.slice(1) })).toEqual(['summary']);
  expect(parts({ body: `${fees.body}\n\nMore.` })).toEqual(['body']);
  expect(parts({ boxes: [{ id: 'agree', label: 'Yes.' }] })).toEqual(['boxes']);
});

const wordsOf = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`);

test('many short blocks without a word in common take no more than their number', () => {
  const compared = (count: number) =>
    workOf(() => expect(differences(wordsOf('a', count), wordsOf('b', count))).toHaveLength(2 * count));
  compared(100);
  // Ten times as many: a hundred times the work if each were compared with every other.
  expect(compared(1_000) / compared(100)).toBeLessThan(40);
});

test('two long texts without a word in common are given up on, however long they are', () => {
  const compared = (count: number) =>
    workOf(() => {
      const [before, now] = [wordsOf('a', count).join(' '), wordsOf('b', count).join(' ')];
      expect(differences([before], [now]).map(({ pieces }) => pieces.length)).toEqual([1, 1]);
    });
  compared(3_000);
  // Three times as long: nine times the work if they were compared to the end.
  expect(compared(9_000) / compared(3_000)).toBeLessThan(5);
});
