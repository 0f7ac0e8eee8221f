// What a change of hours does is told before it is made, and it is what then happens: for free times, booked ones, and the hour the clocks change.
import { expect, test } from '@playwright/test';
import { availableSlots, type Busy, type WorkingHours } from '@/lib/scheduling/availability';
import { clockChanges } from '@/lib/scheduling/clock-changes';
import { effectByWeek, timesByDay } from '@/lib/scheduling/effect-by-week';
import {
  type BookedTime,
  fingerprintOf,
  hoursEffect,
  type Kept,
  mayStrand,
} from '@/lib/scheduling/hours-effect';
import { whyOutside } from '@/lib/scheduling/lies-within';

const NOW = new Date('2027-03-01T08:00Z');

const kept = (hours: Partial<WorkingHours>, rest: Partial<Kept> = {}): Kept => ({
  hours: {
    zone: 'Europe/London',
    ...{ sessionMinutes: 50, bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
    ...{ noticeHours: 24, horizonDays: 35, dailyMaximum: 6, exceptions: [] },
    rules: [1, 2, 3, 4, 5].map((weekday) => daily(weekday, '09:00', '12:00')),
    ...hours,
  },
  ...{ holidays: [], offered: true, formats: ['video'] },
  ...rest,
});

const daily = (weekday: number, startsLocal: string, endsLocal: string, from: string | null = null) => ({
  ...{ weekday, startsLocal, endsLocal, effectiveFrom: from, effectiveUntil: null },
});

const booked = (at: string, format = 'video'): BookedTime => {
  const startsAt = new Date(at);
  return { id: at, startsAt, endsAt: new Date(startsAt.getTime() + 50 * 60_000), format };
};

const busyWith = (all: BookedTime[]): Busy[] =>
  all.map(({ startsAt, endsAt }) => ({
    ...{ startsAt, endsAt: new Date(endsAt.getTime() + 10 * 60_000), kind: 'appointment' as const },
  }));

/** The same every time: a made-up run of numbers. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % sides;
  };
}

const starts = (slots: { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.toISOString());

test('for two hundred changes of every kind, what appears and goes is what is offered after and was before', () => {
  const roll = dice(20270301);
  const some = () =>
    kept(
      {
        zone: ['Europe/London', 'America/New_York', 'Asia/Kolkata'][roll(3)] ?? 'UTC',
        sessionMinutes: [50, 60, 80][roll(3)] ?? 50,
        bufferBeforeMinutes: roll(2) * 10,
        horizonDays: 10 + roll(30),
        dailyMaximum: 1 + roll(5),
        rules: Array.from({ length: 1 + roll(5) }, () => {
          const from = 6 + roll(8);
          const at = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
          return daily(1 + roll(7), at(from), at(from + 2 + roll(4)), roll(3) === 0 ? '2027-03-15' : null);
        }),
        exceptions: Array.from({ length: roll(3) }, () => ({
          onDate: `2027-03-${10 + roll(20)}`,
          ...{ kind: roll(2) === 0 ? ('off' as const) : ('extra' as const) },
          ...{ startsLocal: '10:00', endsLocal: '15:00' },
        })),
      },
      { holidays: roll(2) === 0 ? ['2027-03-17'] : [] },
    );
  let changed = 0;
  for (let round = 0; round < 200; round += 1) {
    const [before, after] = [some(), some()];
    const offers = ({ hours, holidays }: Kept, busy: Busy[]) =>
      availableSlots({ hours, holidays, busy, now: NOW });
    const all = offers(before, []).filter((_, at) => at % 7 === 3);
    const appointments = all.map(({ startsAt, endsAt }) => ({
      ...{ id: startsAt.toISOString(), startsAt, endsAt, format: 'video' },
    }));
    const busy = busyWith(appointments);
    const effect = hoursEffect({ before, after, busy, booked: appointments, now: NOW });
    expect(starts(effect.before)).toEqual(starts(offers(before, busy)));
    expect(starts(effect.after)).toEqual(starts(offers(after, busy)));
    const stays = starts(effect.before).filter((at) => !starts(effect.closes).includes(at));
    expect([...stays, ...starts(effect.opens)].sort()).toEqual(starts(effect.after));
    expect(effect.outsideAlready, 'what was offered lies within').toBe(0);
    // Were they free, those that are not stranded would still be within hours that hold a session of their length.
    for (const { id } of effect.stranded)
      expect(whyOutside(after.hours, after.holidays, booked0(id))).not.toBeNull();
    const safe = appointments.filter(({ id }) => !effect.stranded.some((one) => one.id === id));
    for (const one of safe) expect(whyOutside(after.hours, after.holidays, one)).toBeNull();
    changed += effect.opens.length + effect.closes.length;

    function booked0(id: string) {
      return appointments.find((one) => one.id === id) ?? booked(id);
    }
  }
  expect(changed, 'the changes did something').toBeGreaterThan(2_000);
});

test('a booked appointment is left outside by shorter hours, time off, a holiday, or another way to meet; a new length leaves it be', () => {
  const before = kept({});
  const appointments = [booked('2027-03-03T09:00Z'), booked('2027-03-03T11:00Z')];
  const strandedBy = (after: Kept, was: Kept | null = before) =>
    hoursEffect({ before: was, after, busy: busyWith(appointments), booked: appointments, now: NOW });
  const why = (after: Kept, was: Kept | null = before) =>
    strandedBy(after, was).stranded.map(({ id, why }) => `${id.slice(11, 16)} ${why}`);

  expect(why(before)).toEqual([]);
  expect(why(kept({ rules: [daily(3, '09:00', '11:45')] }))).toEqual(['11:00 outside-hours']);
  expect(why(kept({ rules: [daily(3, '09:00', '11:50')] })), 'it just fits').toEqual([]);
  const off = { onDate: '2027-03-03', kind: 'off' as const, startsLocal: '09:45', endsLocal: '10:30' };
  expect(why(kept({ exceptions: [off] }))).toEqual(['09:00 time-off']);
  expect(why(kept({ exceptions: [{ ...off, startsLocal: '09:50' }] })), 'it begins as they end').toEqual([]);
  expect(why(kept({}, { holidays: ['2027-03-03'] }))).toEqual(['09:00 holiday', '11:00 holiday']);
  expect(why(kept({}, { formats: ['in-person'] }))).toEqual(['09:00 format', '11:00 format']);
  expect(why(kept({ sessionMinutes: 80, bufferBeforeMinutes: 15, dailyMaximum: 1 }))).toEqual([]);
  expect(why(kept({}, { offered: false })), 'no new clients; those booked stay').toEqual([]);
  expect(why(kept({ zone: 'America/New_York' }))).toEqual(['09:00 outside-hours', '11:00 outside-hours']);

  // What lies outside already is not left there by this change.
  const shorter = kept({ rules: [daily(3, '09:00', '10:00')] });
  expect(strandedBy(kept({ rules: [daily(3, '09:00', '10:30')] }), shorter)).toMatchObject({
    ...{ stranded: [], outsideAlready: 1 },
  });
});

test('who takes no new clients offers nothing, and who begins offers all', () => {
  const effect = (before: Kept | null, after: Kept) =>
    hoursEffect({ before, after, busy: [], booked: [], now: NOW });
  const closed = effect(kept({}), kept({}, { offered: false }));
  expect([closed.opens.length, closed.after.length]).toEqual([0, 0]);
  expect(closed.closes.length).toBeGreaterThan(50);
  const first = effect(null, kept({}));
  expect(starts(first.opens)).toEqual(starts(first.after));
  expect(first.before).toEqual([]);
});

test('hours that begin to hold later change times from that day on, and no day before', () => {
  const later = kept({
    rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
      { ...daily(weekday, '09:00', '12:00'), effectiveUntil: '2027-03-14' },
      daily(weekday, '13:00', '16:00', '2027-03-15'),
    ]),
  });
  const { opens, closes } = hoursEffect({ before: kept({}), after: later, busy: [], booked: [], now: NOW });
  expect(starts(opens)[0]).toBe('2027-03-15T13:00:00.000Z');
  expect(starts(closes)[0]).toBe('2027-03-15T09:00:00.000Z');
  expect(opens.length).toBe(closes.length);
});

test('times are counted by the clinician’s own weeks and told by their own days', () => {
  const before = kept({ zone: 'Pacific/Auckland', rules: [daily(1, '09:00', '11:00')], horizonDays: 16 });
  const after = kept({ zone: 'Pacific/Auckland', rules: [daily(1, '10:00', '11:00')], horizonDays: 16 });
  const effect = hoursEffect({ before, after, busy: [], booked: [], now: NOW });
  // Monday morning in Auckland is Sunday evening in UTC.
  expect(starts(effect.before)[0]).toBe('2027-03-07T20:00:00.000Z');
  expect(effectByWeek(effect, 'Pacific/Auckland')).toEqual([
    { monday: '2027-03-08', before: 2, after: 1, opens: 0, closes: 1 },
    { monday: '2027-03-15', before: 2, after: 1, opens: 0, closes: 1 },
  ]);
  expect(timesByDay(effect.closes, 'Pacific/Auckland').map(({ date }) => date)).toEqual([
    ...['2027-03-08', '2027-03-15'],
  ]);
});

test('hours that meet a change of the clocks are told: what doesn’t exist, what comes twice; others are not', () => {
  const changes = (zone: string, from: string, until: string) =>
    clockChanges(kept({ zone, rules: [daily(7, from, until)] }).hours, NOW);
  expect(changes('Europe/London', '00:00', '06:00')).toEqual([
    { kind: 'skipped', date: '2027-03-28', from: 60, until: 120 },
    { kind: 'twice', date: '2027-10-31', from: 60, until: 120 },
  ]);
  expect(changes('Europe/London', '01:30', '06:00')[0], 'what of it lies within').toMatchObject({ from: 90 });
  expect(changes('Europe/London', '02:00', '24:00')).toEqual([]);
  expect(changes('Asia/Kolkata', '00:00', '24:00')).toEqual([]);
  // Half an hour, and in the other order of the year.
  expect(changes('Australia/Lord_Howe', '00:00', '06:00')).toEqual([
    { kind: 'twice', date: '2027-04-04', from: 90, until: 120 },
    { kind: 'skipped', date: '2027-10-03', from: 120, until: 150 },
  ]);
});

test('what is told of a change of the clocks is what is offered then', () => {
  const night = kept({
    rules: [daily(7, '00:00', '04:00')],
    bufferAfterMinutes: 10,
    horizonDays: 365,
    dailyMaximum: 9,
  });
  const offered = (day: string) =>
    starts(availableSlots({ ...night, busy: [], now: NOW }))
      .filter((at) => at.startsWith(day))
      .map((at) => at.slice(11, 16));
  // 1:00 doesn't exist in spring: 0:00, 2:00 and 3:00 local. In autumn it comes twice.
  expect(offered('2027-03-28')).toEqual(['00:00', '01:00', '02:00']);
  expect(offered('2027-10-31')).toEqual(['00:00', '01:00', '02:00', '03:00']);
});

test('nothing is left outside unseen or unsaid', () => {
  const two = [{ id: 'b' }, { id: 'a' }];
  const shown = fingerprintOf(two);
  expect(fingerprintOf([...two].reverse())).toBe(shown);
  expect(mayStrand(two, { shown, confirmed: '2' })).toBeNull();
  expect(mayStrand(two, { shown, confirmed: '' })).toBe('not-confirmed');
  expect(mayStrand(two, { shown, confirmed: '1' })).toBe('not-confirmed');
  expect(mayStrand([{ id: 'a' }], { shown, confirmed: '2' })).toBe('shown-otherwise');
  expect(mayStrand([{ id: 'a' }, { id: 'c' }], { shown, confirmed: '2' })).toBe('shown-otherwise');
  expect(mayStrand([], { shown: fingerprintOf([]), confirmed: '' })).toBeNull();
});
