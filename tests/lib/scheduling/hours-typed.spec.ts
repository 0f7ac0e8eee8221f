// Hours are read as people type them, every fault is named with its field, and what is read is what was meant.
import { expect, test } from '@playwright/test';
import { Fields } from '@/lib/accounts/fields';
import { daysFrom, eachDay, inRanges } from '@/lib/scheduling/days-typed';
import { rowsOf } from '@/lib/scheduling/hours-rows';
import { hoursToBeginWith, stampOfHours } from '@/lib/scheduling/hours-setting';
import { hoursFrom, LANGUAGES, settingFrom } from '@/lib/scheduling/hours-typed';
import { mayEditHolidays, mayEditHours } from '@/lib/scheduling/may-edit-hours';
import { dateFrom, timeFrom } from '@/lib/scheduling/time-of-day';

type Typed = Record<string, string | string[]>;

const typed = (fields: Typed) =>
  new Fields(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  );

const WHOLE: Typed = {
  zone: 'Europe/London',
  ...{ 'days-1': ['1', '3'], 'starts-1': '9', 'ends-1': '12.30', 'from-1': '', 'until-1': '' },
  ...{ 'days-2': ['1'], 'starts-2': '1:30 pm', 'ends-2': '24:00' },
  ...{ sessionMinutes: '50', bufferBeforeMinutes: '0', bufferAfterMinutes: '10' },
  ...{ noticeHours: '24', horizonDays: '28', dailyMaximum: '5' },
  ...{ formats: ['video'], languages: ['en', 'es'], seesCouples: 'yes' },
};

const faults = (changes: Typed) => {
  const read = hoursFrom(typed({ ...WHOLE, ...changes }));
  return read.ok ? [] : read.errors.map(({ field, reason }) => `${field} ${reason}`);
};

test('a time of day is read as it is written, and nothing is guessed', () => {
  for (const [text, time] of [
    ['9', '09:00'],
    [' 9:30 ', '09:30'],
    ['09.05', '09:05'],
    ['1745', '17:45'],
    ['5 pm', '17:00'],
    ['12am', '00:00'],
    ['12:15 p.m.', '12:15'],
    ['24:00', '24:00'],
    ['0:00', '00:00'],
  ] as const)
    expect(timeFrom(text), text).toBe(time);
  for (const text of ['', 'nine', '9:5', '25:00', '24:05', '13 pm', '0 am', '9:60', '9-5', '٩'])
    expect(timeFrom(text), text).toBeNull();
  expect(dateFrom('2028-02-29')).toBe('2028-02-29');
  for (const text of ['2027-02-29', '29/02/2028', '2027-13-01', '']) expect(dateFrom(text), text).toBeNull();
});

test('a whole form is read, a row a rule and day, and what isn’t asked stays', () => {
  const read = hoursFrom(typed(WHOLE));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  expect(read.input.rules).toEqual([
    { weekday: 1, startsLocal: '09:00', endsLocal: '12:30', effectiveFrom: null, effectiveUntil: null },
    { weekday: 3, startsLocal: '09:00', endsLocal: '12:30', effectiveFrom: null, effectiveUntil: null },
    { weekday: 1, startsLocal: '13:30', endsLocal: '24:00', effectiveFrom: null, effectiveUntil: null },
  ]);
  expect(read.input).toMatchObject({ seesCouples: true, takesNew: false, regions: null, dailyMaximum: 5 });
  const licensed = { ...hoursToBeginWith('UTC'), regions: ['GB-ENG'] };
  expect(settingFrom(read.input, licensed).regions).toEqual(['GB-ENG']);
  expect(settingFrom(read.input, null).regions).toEqual([]);
  expect(LANGUAGES.map(({ value }) => value)).toContain('cy');
});

test('every fault is named with its field, in the order of the page', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ 'days-1': [] })).toEqual(['days-1 days-missing']);
  expect(faults({ 'starts-1': 'early', 'ends-1': '' })).toEqual([
    'starts-1 starts-wrong',
    'ends-1 ends-wrong',
  ]);
  expect(faults({ 'starts-1': '9:07' })).toEqual(['starts-1 off-grid']);
  expect(faults({ 'ends-1': '9' })).toEqual(['ends-1 ends-first']);
  expect(faults({ 'ends-1': '9:30' }), 'shorter than a session').toEqual(['days-1 too-short']);
  expect(faults({ 'from-1': '2027-02-30' })).toEqual(['from-1 date-wrong']);
  expect(faults({ 'from-1': '2027-05-02', 'until-1': '2027-05-01' })).toEqual(['until-1 dates-backwards']);
  expect(faults({ zone: 'Europe/Nowhere', formats: [], languages: ['xx'] })).toEqual([
    'zone zone-unknown',
    'formats formats-missing',
    'languages languages-missing',
  ]);
  expect(faults({ sessionMinutes: '52', bufferAfterMinutes: '-5', noticeHours: '1e2' })).toEqual([
    'sessionMinutes number-wrong',
    'bufferAfterMinutes number-wrong',
    'noticeHours number-wrong',
  ]);
  expect(faults({ horizonDays: '0', dailyMaximum: '' })).toEqual([
    'horizonDays number-wrong',
    'dailyMaximum number-wrong',
  ]);
  expect(faults({ 'regions-asked': 'yes', regions: ['US-CA', 'GB-XXX'] })).toEqual([
    'regions region-unknown',
  ]);
});

test('hours that overlap are refused only where there is a day on which both hold', () => {
  expect(faults({ 'starts-2': '12:25' })).toEqual(['starts-2 overlap']);
  expect(faults({ 'starts-2': '12:30' }), 'they touch').toEqual([]);
  expect(faults({ 'starts-2': '9', 'until-1': '2027-01-31', 'from-2': '2027-02-01' })).toEqual([]);
  expect(faults({ 'starts-2': '9', 'until-1': '2027-01-31', 'from-2': '2027-01-31' })).toEqual([
    'starts-2 overlap',
  ]);
  expect(faults({ 'starts-2': '9', 'days-2': ['2'] })).toEqual([]);
  const halves = { 'days-1': ['1'], 'starts-1': '9', 'ends-1': '9:30', 'starts-2': '9:30', 'ends-2': '10' };
  expect(faults(halves), 'two short ones that touch hold a session').toEqual([]);
});

test('rules stand in one row when they share their times, and come back as themselves', () => {
  const read = hoursFrom(typed(WHOLE));
  if (!read.ok) throw new Error('not read');
  const rows = rowsOf(read.input.rules);
  expect(rows.map(({ weekdays, startsLocal }) => [weekdays.join(''), startsLocal])).toEqual([
    ['13', '09:00'],
    ['1', '13:30'],
  ]);
  const back = rows.flatMap(({ weekdays, ...rest }) => weekdays.map((weekday) => ({ weekday, ...rest })));
  const setting = settingFrom(read.input, null);
  expect(stampOfHours({ ...setting, rules: back })).toBe(stampOfHours(setting));
  expect(stampOfHours({ ...setting, rules: back.slice(1) })).not.toBe(stampOfHours(setting));
});

test('time off is a part of a day, a day or a range; extra hours say when, and hold a session', () => {
  const on = { today: '2027-03-10', sessionMinutes: 50 };
  const days = (fields: Typed) => {
    const read = daysFrom(typed({ kind: 'off', from: '2027-03-12', ...fields }), on);
    return read.ok ? read.days : read.errors.map(({ field, reason }) => `${field} ${reason}`);
  };
  expect(days({})).toEqual({
    ...{ kind: 'off', from: '2027-03-12', until: '2027-03-12', startsLocal: null, endsLocal: null },
  });
  expect(days({ starts: '9', ends: '11' })).toMatchObject({ startsLocal: '09:00', endsLocal: '11:00' });
  expect(days({ kind: 'extra', starts: '9', ends: '10' })).toMatchObject({ kind: 'extra' });
  expect(days({ kind: '', from: '' })).toEqual(['kind kind-missing', 'from date-missing']);
  expect(days({ from: '2027-03-09' })).toEqual(['from date-past']);
  expect(days({ from: '2027-03-09', until: '2027-03-11' }), 'it has begun').toMatchObject({ kind: 'off' });
  expect(days({ from: '2207-03-12' })).toEqual(['from date-wrong']);
  expect(days({ until: '2027-03-11' })).toEqual(['until dates-backwards']);
  expect(days({ until: '2028-04-20' })).toEqual(['until too-many-days']);
  expect(days({ starts: '9' })).toEqual(['ends both-times']);
  expect(days({ starts: '11', ends: '9' })).toEqual(['ends ends-first']);
  expect(days({ starts: '9:01', ends: '11' })).toEqual(['starts off-grid']);
  expect(days({ kind: 'extra' })).toEqual(['starts extra-needs-times']);
  expect(days({ kind: 'extra', starts: '9', ends: '9:45' })).toEqual(['ends too-short']);
});

test('a range is stored a day at a time and told as one again, across a month and a change of the clocks', () => {
  const range = {
    ...{ kind: 'off' as const, from: '2027-03-26', until: '2027-04-02', startsLocal: null, endsLocal: null },
  };
  const stored = eachDay(range);
  expect(stored).toHaveLength(8);
  const morning = {
    onDate: '2027-03-28',
    kind: 'extra' as const,
    startsLocal: '08:00:00',
    endsLocal: '10:00:00',
  };
  expect(inRanges([morning, ...stored.reverse()])).toEqual([
    range,
    { kind: 'extra', from: '2027-03-28', until: '2027-03-28', startsLocal: '08:00', endsLocal: '10:00' },
  ]);
  const long = inRanges(eachDay({ ...range, until: '2029-03-26' }));
  expect(
    long.map(({ from }) => from),
    'each can be taken out at once',
  ).toEqual(['2027-03-26', '2028-04-29']);
});

test('clinicians set their own hours, the lead and admins everybody’s; front desk the days that differ', () => {
  const parts = ['hours', 'licences', 'days'] as const;
  const may = (role: 'admin' | 'lead' | 'clinician' | 'front-desk', id: string) =>
    parts.filter((part) => mayEditHours({ id, roles: [role] }, 'me', part));
  expect(may('clinician', 'me')).toEqual(['hours', 'days']);
  expect(may('clinician', 'another')).toEqual([]);
  expect(may('front-desk', 'another')).toEqual(['days']);
  expect(may('front-desk', 'me'), 'who is no clinician has no hours').toEqual(['days']);
  for (const role of ['lead', 'admin'] as const) expect(may(role, 'another')).toEqual([...parts]);
  expect(
    (['admin', 'lead', 'clinician', 'front-desk'] as const).map((role) => mayEditHolidays({ roles: [role] })),
  ).toEqual([true, false, false, false]);
});
