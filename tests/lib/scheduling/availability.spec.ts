// What a clinician offers: every time is one they keep, none is in a gap, a buffer, the past or beyond the horizon.
import { expect, test } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import type { Busy, WorkingHours } from '@/lib/scheduling/availability';
import { availableSlots } from '@/lib/scheduling/availability';
import type { DayException, WeeklyHours } from '@/lib/scheduling/local-hours';
import fc from '@/tests/support/any-case';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const office = (changes: Partial<WorkingHours> = {}): WorkingHours => ({
  zone: 'Europe/London',
  sessionMinutes: 50,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 0,
  horizonDays: 28,
  dailyMaximum: 24,
  rules: everyDay('09:00', '12:00'),
  exceptions: [],
  ...changes,
});

const everyDay = (startsLocal: string, endsLocal: string): WeeklyHours[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    startsLocal,
    endsLocal,
    effectiveFrom: null,
    effectiveUntil: null,
  }));

const starts = (
  hours: WorkingHours,
  now: string,
  more: { holidays?: string[]; busy?: Busy[] } = {},
): string[] =>
  availableSlots({ hours, holidays: more.holidays ?? [], busy: more.busy ?? [], now: new Date(now) }).map(
    (slot) => slot.startsAt.toISOString().slice(0, 16),
  );

const taken = (from: string, until: string, kind: Busy['kind'] = 'appointment'): Busy => ({
  startsAt: new Date(from),
  endsAt: new Date(until),
  kind,
});

// ── A second reckoning of the same rules, slow and plain: it asks of every minute whether it is a start ──

const clock = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
const inside = (time: string, from: string | null, until: string | null) =>
  (from ?? '00:00') <= time && time < (until ?? '24:00');

interface Asked {
  hours: WorkingHours;
  holidays: string[];
  busy: Busy[];
  now: Date;
}

/** Whether the clinician keeps this local time, time off left aside. */
function kept({ hours, holidays }: Asked, date: Temporal.PlainDate, time: string): boolean {
  const on = date.toString();
  if (holidays.includes(on)) return false;
  return (
    hours.rules.some(
      (rule) =>
        rule.weekday === date.dayOfWeek &&
        (rule.effectiveFrom ?? '0000') <= on &&
        on <= (rule.effectiveUntil ?? '9999') &&
        inside(time, rule.startsLocal, rule.endsLocal),
    ) ||
    hours.exceptions.some(
      (e) => e.kind === 'extra' && e.onDate === on && inside(time, e.startsLocal, e.endsLocal),
    )
  );
}

const timeOff = ({ hours }: Asked, date: string, time: string) =>
  hours.exceptions.some(
    (e) => e.kind === 'off' && e.onDate === date && inside(time, e.startsLocal, e.endsLocal),
  );

const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes since the stretch of hours that holds this local time began; the stretch is read from the rules, not from the clock. */
function sinceOpening(asked: Asked, local: Temporal.ZonedDateTime, grain: number): number {
  let minutes = local.hour * 60 + local.minute;
  const here = minutes;
  while (minutes > 0 && kept(asked, local.toPlainDate(), hhmm(minutes - grain))) minutes -= grain;
  return here - minutes;
}

/** Everything in `asked` stands on whole `grain`s of minutes. */
function isStart(asked: Asked, at: number, grain: number): boolean {
  const { hours, busy, now } = asked;
  const local = clock(at, hours.zone);
  const today = clock(now.getTime(), hours.zone).toPlainDate();
  if (at < now.getTime() + hours.noticeHours * 60 * MINUTE) return false;
  if (Temporal.PlainDate.compare(local.toPlainDate(), today.add({ days: hours.horizonDays })) > 0)
    return false;
  const step = hours.sessionMinutes + hours.bufferBeforeMinutes + hours.bufferAfterMinutes;
  if (!kept(asked, local.toPlainDate(), local.toPlainTime().toString().slice(0, 5))) return false;
  if (sinceOpening(asked, local, grain) % step !== 0) return false;
  for (let minute = 0; minute < hours.sessionMinutes; minute += grain) {
    const then = clock(at + minute * MINUTE, hours.zone);
    const time = then.toPlainTime().toString().slice(0, 5);
    if (!then.toPlainDate().equals(local.toPlainDate()) || !kept(asked, then.toPlainDate(), time))
      return false;
    if (timeOff(asked, then.toPlainDate().toString(), time)) return false;
  }
  const from = at - hours.bufferBeforeMinutes * MINUTE;
  const until = at + (hours.sessionMinutes + hours.bufferAfterMinutes) * MINUTE;
  if (busy.some((b) => b.startsAt.getTime() < until && from < b.endsAt.getTime())) return false;
  const thatDay = busy.filter(
    (b) =>
      b.kind === 'appointment' &&
      clock((b.startsAt.getTime() + b.endsAt.getTime()) / 2, hours.zone)
        .toPlainDate()
        .equals(local.toPlainDate()),
  );
  return thatDay.length < hours.dailyMaximum;
}

// ── What fast-check tries ──

// Half-hour steps, steps at midnight, the southern hemisphere, steps back before a fast, and no steps at all.
const ZONES = [
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'UTC',
];
const [FIRST_YEAR, LAST_YEAR] = [2024, 2035];

/** Each time the clocks change in a zone in those years: the instant, and the local times just before and after. */
function changesIn(zone: string) {
  const found: { at: number; before: Temporal.PlainDateTime; after: Temporal.PlainDateTime }[] = [];
  let at = clock(Date.UTC(FIRST_YEAR, 0, 1), zone).getTimeZoneTransition('next');
  for (; at && at.year <= LAST_YEAR; at = at.getTimeZoneTransition('next')) {
    const offset = clock(at.epochMilliseconds - 1, zone).offset;
    const before = at.toInstant().toZonedDateTimeISO(offset).toPlainDateTime();
    found.push({ at: at.epochMilliseconds, before, after: at.toPlainDateTime() });
  }
  return found;
}

const CHANGES = ZONES.map((zone) => ({ zone, changes: changesIn(zone) }));

// The day before one on which the clocks change, or any day.
const around: fc.Arbitrary<[string, string]> = fc.oneof(
  fc
    .constantFrom(
      ...CHANGES.flatMap(({ zone, changes }) => changes.map(({ before }) => [zone, before] as const)),
    )
    .map(([zone, before]): [string, string] => [zone, before.toPlainDate().subtract({ days: 1 }).toString()]),
  // A zone that left out a whole day.
  fc.constant<[string, string]>(['Pacific/Apia', '2011-12-29']),
  fc.tuple(
    fc.constantFrom(...ZONES),
    fc
      .integer({ min: 0, max: (LAST_YEAR - FIRST_YEAR + 1) * 365 })
      .map((n) => new Date(Date.UTC(FIRST_YEAR, 0, 1) + n * DAY).toISOString().slice(0, 10)),
  ),
);

/** Whole `grain`s of minutes. */
const minutesBy =
  (grain: number) =>
  (max: number, min = 0) =>
    fc.integer({ min: Math.ceil(min / grain), max: Math.floor(max / grain) }).map((n) => n * grain);

/** Rules, exceptions, holidays and taken times, every time of them on whole `grain`s of minutes. */
function situations(grain: number, mostDays: number): fc.Arbitrary<Asked> {
  const minutes = minutesBy(grain);
  const period = fc
    .tuple(minutes(1380), minutes(720, 5))
    .map(([from, length]) => ({ startsLocal: hhmm(from), endsLocal: hhmm(Math.min(1440, from + length)) }));
  return around.chain(([zone, day]) => {
    const begin = Date.parse(`${day}T00:00Z`);
    const dates = fc
      .integer({ min: -1, max: 4 })
      .map((n) => new Date(begin + n * DAY).toISOString().slice(0, 10));
    const maybeDate = fc.option(dates, { nil: null });
    const rule: fc.Arbitrary<WeeklyHours> = fc
      .tuple(fc.integer({ min: 1, max: 7 }), period, maybeDate, maybeDate)
      .map(([weekday, p, effectiveFrom, effectiveUntil]) => ({
        weekday,
        ...p,
        effectiveFrom,
        effectiveUntil,
      }));
    const exception: fc.Arbitrary<DayException> = fc
      .tuple(
        dates,
        fc.constantFrom('extra' as const, 'off' as const),
        fc.option(period, { nil: { startsLocal: null, endsLocal: null } }),
      )
      .map(([onDate, kind, p]) => ({ onDate, kind, ...p }));
    const busy: fc.Arbitrary<Busy> = fc
      .tuple(minutes(4 * 1440), minutes(180, 5), fc.constantFrom('appointment' as const, 'blocked' as const))
      .map(([from, length, kind]) => ({
        startsAt: new Date(begin + from * MINUTE),
        endsAt: new Date(begin + (from + length) * MINUTE),
        kind,
      }));
    return fc.record({
      hours: fc.record({
        zone: fc.constant(zone),
        sessionMinutes: minutes(120, 10),
        bufferBeforeMinutes: minutes(30),
        bufferAfterMinutes: minutes(30),
        noticeHours: fc.constantFrom(0, 1, 24),
        horizonDays: fc.integer({ min: 0, max: mostDays }),
        dailyMaximum: fc.integer({ min: 0, max: 6 }),
        rules: fc.tuple(fc.array(rule, { maxLength: 6 }), fc.boolean()).map(([some, also]) => [
          ...some,
          // Hours over the night, where the clocks change, on every day of half of the situations.
          ...(also ? everyDay('00:30', '04:00') : []),
        ]),
        exceptions: fc.array(exception, { maxLength: 4 }),
      }),
      holidays: fc.array(dates, { maxLength: 1 }),
      busy: fc.array(busy, { maxLength: 8 }),
      now: minutes(2 * 1440).map((n) => new Date(begin + n * MINUTE)),
    });
  });
}

const fives = minutesBy(5);
const situation = situations(5, 3);

/** Every start of the plain reading, in order. */
function expectedStarts(asked: Asked, grain: number): string[] {
  const expected: string[] = [];
  const end = asked.now.getTime() + (asked.hours.horizonDays + 2) * DAY;
  for (let at = asked.now.getTime(); at < end; at += grain * MINUTE) {
    if (isStart(asked, at, grain)) expected.push(new Date(at).toISOString());
  }
  return expected;
}

for (const { grain, days, runs } of [
  { grain: 5, days: 3, runs: 60 },
  { grain: 1, days: 1, runs: 15 },
]) {
  test(`the times offered are exactly those a plain reading of the rules gives, to ${grain === 1 ? 'the minute' : 'five minutes'}`, () => {
    fc.assert(
      fc.property(situations(grain, days), (asked) => {
        expect(availableSlots(asked).map((slot) => slot.startsAt.toISOString())).toEqual(
          expectedStarts(asked, grain),
        );
      }),
      { numRuns: runs },
    );
  });
}

test('every time offered is within the hours, at the local time the rule says, and real', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      for (const { startsAt, endsAt } of availableSlots(asked)) {
        const local = clock(startsAt.getTime(), asked.hours.zone);
        expect(kept(asked, local.toPlainDate(), local.toPlainTime().toString().slice(0, 5))).toBe(true);
        expect(endsAt.getTime() - startsAt.getTime()).toBe(asked.hours.sessionMinutes * MINUTE);
        // A time in a gap would not come back as itself.
        const again = local
          .toPlainDateTime()
          .toZonedDateTime(asked.hours.zone, { disambiguation: 'earlier' });
        expect(again.toPlainDateTime().equals(local.toPlainDateTime())).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

test('no time offered is before the notice, past the horizon, in somebody else’s buffer, or on a day that is full', () => {
  fc.assert(
    fc.property(situation, (asked) => {
      const { hours, now, busy } = asked;
      const last = clock(now.getTime(), hours.zone).toPlainDate().add({ days: hours.horizonDays });
      for (const { startsAt, endsAt } of availableSlots(asked)) {
        expect(startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() + hours.noticeHours * 60 * MINUTE);
        const on = clock(startsAt.getTime(), hours.zone).toPlainDate();
        expect(Temporal.PlainDate.compare(on, last)).toBeLessThanOrEqual(0);
        const from = startsAt.getTime() - hours.bufferBeforeMinutes * MINUTE;
        const until = endsAt.getTime() + hours.bufferAfterMinutes * MINUTE;
        expect(busy.filter((b) => b.startsAt.getTime() < until && from < b.endsAt.getTime())).toEqual([]);
        const sameDay = busy.filter(
          (b) =>
            b.kind === 'appointment' &&
            clock((b.startsAt.getTime() + b.endsAt.getTime()) / 2, hours.zone)
              .toPlainDate()
              .equals(on),
        );
        expect(sameDay.length).toBeLessThan(hours.dailyMaximum);
      }
    }),
    { numRuns: 120 },
  );
});

test('the order in which rules, exceptions and busy times are given changes nothing', () => {
  const mixed = situation.chain((asked) =>
    fc.record({
      asked: fc.constant(asked),
      rules: fc.shuffledSubarray(asked.hours.rules, { minLength: asked.hours.rules.length }),
      exceptions: fc.shuffledSubarray(asked.hours.exceptions, { minLength: asked.hours.exceptions.length }),
      busy: fc.shuffledSubarray(asked.busy, { minLength: asked.busy.length }),
    }),
  );
  fc.assert(
    fc.property(mixed, ({ asked, rules, exceptions, busy }) => {
      expect(availableSlots({ ...asked, hours: { ...asked.hours, rules, exceptions }, busy })).toEqual(
        availableSlots(asked),
      );
    }),
    { numRuns: 120 },
  );
});

test('narrowing to a window gives the same times as asking for all and leaving the rest out', () => {
  fc.assert(
    fc.property(situation, fives(4 * 1440), fives(2 * 1440), (asked, skip, length) => {
      const from = new Date(asked.now.getTime() + (skip - 1440) * MINUTE);
      const until = new Date(from.getTime() + length * MINUTE);
      const all = availableSlots(asked).filter(({ startsAt }) => from <= startsAt && startsAt < until);
      expect(availableSlots({ ...asked, from, until })).toEqual(all);
    }),
    { numRuns: 120 },
  );
});

test('on both sides of every change of the clocks from 2024 to 2035 hours are kept at the local time the rule says', () => {
  expect(CHANGES.flatMap(({ changes }) => changes).length).toBeGreaterThan(200);
  for (const { zone, changes } of CHANGES) {
    for (const { at } of changes) {
      const now = new Date(at - 2 * DAY);
      const hours = office({ zone, horizonDays: 4 });
      const locals = availableSlots({ hours, holidays: [], busy: [], now }).map(({ startsAt }) =>
        clock(startsAt.getTime(), zone).toPlainDateTime(),
      );
      const days = new Set(locals.map((local) => local.toPlainDate().toString()));
      // From today, of which some may be over, to the horizon: every whole day holds the same three.
      for (const day of [...days].slice(1)) {
        const times = locals.filter((local) => local.toPlainDate().toString() === day);
        expect(
          times.map((local) => local.toPlainTime().toString()),
          `${zone} ${day}`,
        ).toEqual(['09:00:00', '10:00:00', '11:00:00']);
      }
      expect(days.size, zone).toBeGreaterThanOrEqual(4);
    }
  }
});

test('B-07 and B-08: at every change of the clocks what is skipped is not offered, and what comes twice is two instants', () => {
  for (const { zone, changes } of CHANGES) {
    for (const { at, before, after } of changes) {
      const minutes = before.until(after).total('minutes');
      const hours = office({
        ...{ zone, horizonDays: 3, sessionMinutes: 10, bufferAfterMinutes: 0 },
        rules: everyDay('00:00', '24:00'),
      });
      const offered = availableSlots({
        ...{ hours, holidays: [], busy: [], now: new Date(at - DAY) },
        ...{ from: new Date(at - 3 * 60 * MINUTE), until: new Date(at + 3 * 60 * MINUTE) },
      }).map(({ startsAt }) => ({
        at: startsAt.getTime(),
        local: clock(startsAt.getTime(), zone).toPlainDateTime(),
      }));
      const occursAt = (local: Temporal.PlainDateTime) =>
        offered.filter((one) => one.local.equals(local)).map((one) => one.at);
      // Clocks go forward: from `before` to `after` there is nothing. Back: from `after` to `before` all comes twice.
      const [from, length] = minutes > 0 ? [before, minutes] : [after, -minutes];
      for (let minute = 0; minute < length; minute += 10) {
        const local = from.add({ minutes: minute });
        const [first, second, ...more] = occursAt(local);
        expect(more, `${zone} ${local}`).toEqual([]);
        if (minutes > 0) expect(first, `${zone} ${local}`).toBeUndefined();
        else expect((second ?? Number.NaN) - (first ?? 0), `${zone} ${local}`).toBe(length * MINUTE);
      }
    }
  }
});

test('local hours stay local when the clocks change', () => {
  const offered = starts(office({ horizonDays: 2 }), '2026-10-24T00:00Z');
  expect(offered).toEqual([
    '2026-10-24T08:00',
    '2026-10-24T09:00',
    '2026-10-24T10:00',
    '2026-10-25T09:00',
    '2026-10-25T10:00',
    '2026-10-25T11:00',
    '2026-10-26T09:00',
    '2026-10-26T10:00',
    '2026-10-26T11:00',
  ]);
});

test('B-07: a time that does not exist is not offered', () => {
  const night = office({ rules: everyDay('00:00', '05:00'), horizonDays: 0, bufferAfterMinutes: 10 });
  // London, 29 March 2026: 01:00 to 02:00 does not happen, so 02:00 is 01:00 UTC.
  expect(starts(night, '2026-03-29T00:00Z')).toEqual([
    '2026-03-29T00:00',
    '2026-03-29T01:00',
    '2026-03-29T02:00',
    '2026-03-29T03:00',
  ]);
});

test('B-08: a time that happens twice is two instants, each offered once', () => {
  const night = office({ rules: everyDay('00:00', '03:00'), horizonDays: 0 });
  // London, 25 October 2026: 01:00 comes at 00:00 and at 01:00 UTC.
  expect(starts(night, '2026-10-24T23:00Z')).toEqual([
    '2026-10-24T23:00',
    '2026-10-25T00:00',
    '2026-10-25T01:00',
    '2026-10-25T02:00',
  ]);
});

test('extra hours are added, time off and holidays are taken away', () => {
  const hours = office({
    horizonDays: 3,
    exceptions: [
      { onDate: '2026-11-24', kind: 'extra', startsLocal: '14:00', endsLocal: '15:00' },
      { onDate: '2026-11-25', kind: 'off', startsLocal: '10:30', endsLocal: '11:00' },
      { onDate: '2026-11-26', kind: 'off', startsLocal: null, endsLocal: null },
    ],
  });
  expect(starts(hours, '2026-11-24T08:00Z', { holidays: ['2026-11-27'] })).toEqual([
    '2026-11-24T09:00',
    '2026-11-24T10:00',
    '2026-11-24T11:00',
    '2026-11-24T14:00',
    '2026-11-25T09:00',
    '2026-11-25T11:00',
  ]);
});

test('hours hold only while they are in effect', () => {
  const rules = everyDay('09:00', '10:00').map((rule) => ({
    ...rule,
    effectiveFrom: '2026-11-25',
    effectiveUntil: '2026-11-26',
  }));
  expect(starts(office({ rules }), '2026-11-24T00:00Z')).toEqual(['2026-11-25T09:00', '2026-11-26T09:00']);
});

test('a day with as many appointments as the clinician takes offers no more; blocked time is not an appointment', () => {
  const hours = office({ horizonDays: 0, dailyMaximum: 1 });
  const now = '2026-11-24T08:00Z';
  const lunch = ['2026-11-24T12:00Z', '2026-11-24T13:00Z'] as const;
  expect(starts(hours, now, { busy: [taken(...lunch, 'blocked')] })).toHaveLength(3);
  expect(starts(hours, now, { busy: [taken(...lunch)] })).toEqual([]);
});

test('buffers on both sides keep apart sessions of different lengths (B-02)', () => {
  const hours = office({ horizonDays: 0, sessionMinutes: 50, bufferBeforeMinutes: 5, bufferAfterMinutes: 5 });
  const now = '2026-11-24T08:00Z';
  // Touching is allowed, a minute more is not.
  expect(starts(hours, now, { busy: [taken('2026-11-24T09:55Z', '2026-11-24T10:55Z')] })).toEqual([
    '2026-11-24T09:00',
    '2026-11-24T11:00',
  ]);
  expect(starts(hours, now, { busy: [taken('2026-11-24T09:54Z', '2026-11-24T10:56Z')] })).toEqual([]);
});

test('twenty clinicians over four weeks with five hundred taken times each are reckoned in an instant', () => {
  const now = new Date('2026-10-10T10:00Z');
  const busy: Busy[] = Array.from({ length: 500 }, (_, i) => ({
    startsAt: new Date(now.getTime() + i * 80 * MINUTE),
    endsAt: new Date(now.getTime() + (i * 80 + 20) * MINUTE),
    kind: 'appointment',
  }));
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const before = process.cpuUsage();
    for (let one = 0; one < 20; one++) availableSlots({ hours: office(), holidays: [], busy, now });
    times.push(process.cpuUsage(before).user / 1000);
  }
  // Milliseconds of one core, however busy the machine.
  expect(Math.min(...times)).toBeLessThan(10);
});
