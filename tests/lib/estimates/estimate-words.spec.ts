// An estimate has words for everything it can hold, and they are plain enough to be read by whoever it is for.
import { expect, test } from '@playwright/test';
import { createTranslator } from 'use-intl/core';
import { estimateLines, estimateRows, estimateTotal } from '@/components/estimate-words';
import { type EstimateContents, FREQUENCIES, lineOf, totalOf } from '@/lib/estimates/estimate-contents';
import { statementsIn } from '@/lib/estimates/statements';
import words from '@/messages/en/estimates.json' with { type: 'json' };
import { readingGrade } from '../../support/reading-grade';

const t = createTranslator({
  locale: 'en',
  messages: { estimates: words },
  namespace: 'estimates.view',
  onError: (error) => {
    throw error;
  },
}) as unknown as Parameters<typeof estimateRows>[0];

const reach = { phone: '000 000', email: 'nobody@example.org' };
const lines = [
  lineOf({ service: 'First session', code: '90791', minutes: 60 }, 1, 22_000),
  lineOf({ service: 'Session', code: '90834', minutes: 45 }, 11, 17_999),
];
const contents: EstimateContents = {
  ...{ format: 'foyer-estimate-contents/1', locale: 'en', number: 1, zone: 'America/New_York' },
  ...{ givenAt: '2026-11-24T15:00:00.000Z', issuedOn: '2026-11-24' },
  client: { name: 'Sam Sample (made up)', bornOn: '1988-05-17' },
  practice: {
    name: 'Made-up',
    address: '1 Nowhere Street',
    npi: '1234567893',
    taxId: '00-0000000',
    ...reach,
  },
  provider: { name: 'Cleo Clinician (made up)', credential: '' },
  place: { format: 'video', state: 'New York, United States' },
  booked: { startsAt: '2026-12-01T15:00:00.000Z', zone: 'America/New_York' },
  period: { months: 12, frequency: 'weekly' },
  ...{ lines, currency: 'USD', total: totalOf(lines), statements: statementsIn('en', reach) },
};

test('every place, every frequency, booked or not, with a code or without, has its words', () => {
  for (const format of ['video', 'in-person', null] as const)
    for (const frequency of FREQUENCIES)
      for (const booked of [contents.booked, null]) {
        const one = { ...contents, booked, place: { format, state: null }, period: { months: 1, frequency } };
        const rows = estimateRows(t, { contents: one, diagnosis: 'F43.23' }, 'en');
        expect(
          rows.map(({ value }) => value).filter((value) => !value || value.includes('estimates.')),
        ).toEqual([]);
      }
  const rows = estimateRows(t, { contents, diagnosis: null }, 'en');
  expect(rows.map(({ value }) => value)).toContain(
    'First session, on Tuesday 1 December 2026, 10:00 am (Eastern Standard Time, New York)',
  );
});

test('figures are exact in words too', () => {
  expect(estimateLines(t, contents, 'en').map(({ times, total }) => [times, total])).toEqual([
    ['1 at $220.00', '$220.00'],
    ['11 at $179.99', '$1,979.89'],
  ]);
  expect(estimateTotal(t, contents, 'en')).toBe('Expected total: $2,199.89');
});

test('what must be said is said at a reading grade of eight or below', () => {
  const text = statementsIn('en', reach)
    .flatMap(({ points }) => points)
    .join(' ')
    .replace(/www\S+|1-800\S+|\S+@\S+/g, 'there');
  expect(readingGrade(text)).toBeLessThanOrEqual(8);
});
