// Which documents a client meets follows from what they said first.
import { expect, test } from '@playwright/test';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';

const slugs = (...facts: Parameters<typeof documentsThatApply>) =>
  documentsThatApply(...facts).map(({ slug }) => slug);

test('video and the agreement for two are for those whom they concern', () => {
  expect(slugs({ format: 'in-person', company: 'alone' })).toEqual([
    'electronic-records',
    'privacy',
    'information',
    'agreement',
    'messages',
    'fees',
  ]);
  expect(slugs({ format: 'video', company: 'partner' })).toEqual([
    'electronic-records',
    'privacy',
    'information',
    'agreement',
    'video',
    'messages',
    'fees',
    'couples',
  ]);
  expect(slugs({ format: null, company: 'undecided' })).not.toContain('couples');
});

test('the five that a booking needs are needed, and permissions and the receipt never block', () => {
  const needed = documentsThatApply({ format: 'video', company: 'partner' }).filter(
    (each) => each.requiredToBook,
  );
  expect(needed.map(({ slug }) => slug)).toEqual([
    'electronic-records',
    'information',
    'agreement',
    'video',
    'fees',
  ]);
});
