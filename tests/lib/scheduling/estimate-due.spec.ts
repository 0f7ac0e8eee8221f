// By when a Good Faith Estimate is owed, in working days (45 CFR 149.610(b)(1)(vi)).
import { expect, test } from '@playwright/test';
import { estimateDueAt } from '@/lib/scheduling/estimate-due';

const clinic = {
  zone: 'America/New_York',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday })),
  holidays: ['2026-11-26'],
};
// Monday, 10 in the morning in New York.
const booked = new Date('2026-11-23T15:00Z');
const due = (starts: string) => estimateDueAt(clinic, booked, new Date(starts))?.toISOString() ?? null;

test('nothing is owed for an appointment within three working days', () => {
  expect(due('2026-11-24T15:00Z')).toBeNull();
  expect(due('2026-11-25T15:00Z')).toBeNull();
  // Thursday is a holiday, so Friday is only the third.
  expect(due('2026-11-27T15:00Z')).toBe('2026-11-25T05:00:00.000Z');
});

test('at three working days or more it is due within one, at ten or more within three', () => {
  expect(due('2026-12-04T15:00Z')).toBe('2026-11-25T05:00:00.000Z');
  expect(due('2026-12-08T15:00Z')).toBe('2026-11-28T05:00:00.000Z');
});
