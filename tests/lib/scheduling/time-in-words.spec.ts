// Times in words: the zone is always named, and a time that happens twice reads as two.
import { expect, test } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import {
  instantInWords,
  localTimeOf,
  placeOf,
  timeInWords,
  zoneInWords,
} from '@/lib/scheduling/time-in-words';
import { isZone } from '@/lib/scheduling/zone-offsets';
import fc from '@/tests/support/any-case';

const at = new Date('2026-11-24T15:00Z');

test('an instant is said with its day, its time and its zone spelled out', () => {
  expect(instantInWords(at, 'Europe/London', 'en')).toBe(
    'Tuesday 24 November 2026, 3:00 pm (Greenwich Mean Time, London)',
  );
  expect(instantInWords(at, 'America/New_York', 'en')).toBe(
    'Tuesday 24 November 2026, 10:00 am (Eastern Standard Time, New York)',
  );
});

test('noon and midnight are called so', () => {
  const at = (time: string) => timeInWords(new Date(`2026-11-24T${time}Z`), 'Europe/London', 'en');
  expect(['00:00', '00:30', '12:00', '12:30', '23:59'].map(at)).toEqual([
    '12 midnight',
    '12:30 am',
    '12 noon',
    '12:30 pm',
    '11:59 pm',
  ]);
});

test('the two instants of an overlap read differently (B-08)', () => {
  const [first, second] = [new Date('2026-10-25T00:30Z'), new Date('2026-10-25T01:30Z')];
  expect(timeInWords(first, 'Europe/London', 'en')).toBe(timeInWords(second, 'Europe/London', 'en'));
  expect(zoneInWords(first, 'Europe/London', 'en')).toBe('British Summer Time');
  expect(zoneInWords(second, 'Europe/London', 'en')).toBe('Greenwich Mean Time');
});

test('the local time agreed is what the wall clock shows there', () => {
  expect(localTimeOf(at, 'Asia/Kathmandu')).toBe('2026-11-24T20:45');
  expect(localTimeOf(at, 'Europe/London')).toBe('2026-11-24T15:00');
});

test('a zone is a place we know; anything else is refused', () => {
  for (const zone of ['Europe/London', 'America/Argentina/Ushuaia', 'UTC', 'Etc/GMT+5'])
    expect(isZone(zone)).toBe(true);
  for (const zone of ['', 'Mars/Base', 'EST5EDT; drop', '+05:00', '../etc', 'Europe/London\n', '__proto__']) {
    expect(isZone(zone)).toBe(false);
  }
  expect(placeOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
});

test('the local time kept with an appointment is the one a calendar gives, in every zone and at every instant', () => {
  const zones = [
    'Europe/London',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'UTC',
  ];
  const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2036, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
      expect(localTimeOf(new Date(at), zone)).toBe(local.toString({ smallestUnit: 'minute' }));
    }),
    { numRuns: 500 },
  );
});
