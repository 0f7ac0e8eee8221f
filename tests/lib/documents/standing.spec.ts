// What a newer version asks of who signed an older one follows from its change class alone; a withdrawal stands above all.
import { expect, test } from '@playwright/test';
import { standingOf } from '@/lib/documents/standing';

const version = (number: number, changeClass: 'first' | 'editorial' | 'material' | 'legal') => ({
  version: number,
  changeClass,
});
const versions = [
  version(3, 'legal'),
  version(1, 'first'),
  version(4, 'material'),
  version(5, 'editorial'),
  version(2, 'editorial'),
];
const signed = (number: number) => standingOf({ version: number, kind: 'signature' }, versions);

test('the gravest of what came since decides', () => {
  expect([5, 4, 3, 2, 1].map(signed)).toEqual([
    'holds',
    'holds-with-notice',
    'again-before-session',
    'again-first',
    'again-first',
  ]);
  expect(standingOf(null, versions)).toBe('unsigned');
  expect(standingOf({ version: 5, kind: 'withdrawal' }, versions)).toBe('withdrawn');
});
