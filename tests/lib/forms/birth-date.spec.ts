// Eighteen is counted by the clinic's own calendar.
import { expect, test } from '@playwright/test';
import { ageOn, calendarDate } from '@/lib/forms/birth-date';

test('somebody is 18 on their birthday, and not the day before', () => {
  expect(ageOn('2008-11-24', '2026-11-23')).toBe(17);
  expect(ageOn('2008-11-24', '2026-11-24')).toBe(18);
  expect(ageOn('2008-12-01', '2026-11-30')).toBe(17);
});

test('a birthday on 29 February falls on 1 March in a year without one', () => {
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  expect(ageOn('2008-02-29', '2028-02-29')).toBe(20);
});

test('the day is the clinic’s, whatever it is elsewhere', () => {
  const at = new Date('2026-11-24T03:00:00Z');
  expect(calendarDate(at, 'America/Los_Angeles')).toBe('2026-11-23');
  expect(calendarDate(at, 'Europe/London')).toBe('2026-11-24');
  expect(calendarDate(at, 'Australia/Sydney')).toBe('2026-11-24');
});
