// By when a Good Faith Estimate is owed, in working days (45 CFR 149.610(b)(1)(vi)).
import { expect, test } from '@playwright/test';
import { estimateDueAt, estimateDueOnRequest } from '@/lib/scheduling/estimate-due';

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

test('asked for, it is due by the end of the third working day, however the days fall', () => {
  expect(estimateDueOnRequest(clinic, booked).toISOString()).toBe('2026-11-28T05:00:00.000Z');
  // On a Saturday night the next three are Monday to Wednesday.
  expect(estimateDueOnRequest(clinic, new Date('2026-11-22T03:00Z')).toISOString()).toBe(
    '2026-11-26T05:00:00.000Z',
  );
});

/** The same numbers in every run (mulberry32). */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const DAY = 86_400_000;

/** Local dates from the one after `from` on, counted the plain way: a day at a time, by the name of its date. */
function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00Z`) + DAY).toISOString().slice(0, 10);
}

test('for any clinic and any times: due is the end of a working day, one or three after booking, never past the session', () => {
  const roll = dice(610);
  const zones = ['America/New_York', 'Pacific/Honolulu', 'Asia/Kathmandu', 'Europe/London', 'Pacific/Apia'];
  const formats = new Map(zones.map((zone) => [zone, new Intl.DateTimeFormat('en-CA', { timeZone: zone })]));
  const wrong: string[] = [];
  const seen = { none: 0, one: 0, three: 0 };
  for (let round = 0; round < 2_000; round += 1) {
    const zone = zones[roll(zones.length)] ?? 'UTC';
    const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(() => roll(10) < 7);
    const from = Date.UTC(2026, roll(12), 1 + roll(28), roll(24), roll(60));
    const holidays = Array.from({ length: roll(6) }, () =>
      new Date(from + roll(25) * DAY).toISOString().slice(0, 10),
    );
    const made = { zone, hours: weekdays.map((weekday) => ({ weekday })), holidays };
    if (weekdays.length === 0) continue;
    const [bookedAt, startsAt] = [new Date(from), new Date(from + roll(40) * DAY + roll(24) * 3_600_000)];
    const local = (at: Date) => formats.get(zone)?.format(at) ?? '';
    const works = (date: string) =>
      weekdays.includes(new Date(`${date}T12:00Z`).getUTCDay() || 7) && !holidays.includes(date);

    const after: string[] = [];
    for (let date = dayAfter(local(bookedAt)); after.length < 60; date = dayAfter(date)) after.push(date);
    const working = after.filter(works);
    const ahead = working.filter((date) => date <= local(startsAt)).length;
    const expected = ahead >= 10 ? working[2] : ahead >= 3 ? working[0] : undefined;

    const found = estimateDueAt(made, bookedAt, startsAt);
    seen[ahead >= 10 ? 'three' : ahead >= 3 ? 'one' : 'none'] += 1;
    // The instant before is still that day; the instant itself is the next.
    const lastDay = found ? local(new Date(found.getTime() - 1)) : undefined;
    const holds =
      lastDay === expected && (!found || (local(found) !== lastDay && lastDay && lastDay < local(startsAt)));
    if (!holds) wrong.push(`${zone} ${bookedAt.toISOString()} to ${startsAt.toISOString()}: ${lastDay}`);
  }
  expect(wrong).toEqual([]);
  expect(Math.min(...Object.values(seen)), 'each rule was tried').toBeGreaterThan(100);
});
