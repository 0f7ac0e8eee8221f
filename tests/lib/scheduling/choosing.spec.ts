// Laying out free times: in the client's days, each instant once, the nearest when one is lost, and addresses read with distrust.
import { expect, test } from '@playwright/test';
import { firstAvailable, nearestFree } from '@/lib/scheduling/choose-slots';
import type { Clinician } from '@/lib/scheduling/clinicians';
import { daysOfTimes } from '@/lib/scheduling/days-of-times';
import type { OpenSlot } from '@/lib/scheduling/open-slots';
import { addressOfSlot, fieldsOfSlot, readSlot } from '@/lib/scheduling/slot-address';
import { isZone } from '@/lib/scheduling/zone-offsets';
import { zoneOr, zonesToChoose } from '@/lib/scheduling/zones';

const slot = (at: string, who = 'a'): OpenSlot => ({
  startsAt: new Date(at),
  endsAt: new Date(Date.parse(at) + 3_000_000),
  clinician: { id: who } as Clinician,
});
const times = (slots: { startsAt: Date }[]) =>
  slots.map(({ startsAt }) => startsAt.toISOString().slice(0, 16));

test('a time near midnight stands on the day it has where the client is', () => {
  const slots = [slot('2026-11-24T03:00Z'), slot('2026-11-24T23:30Z'), slot('2026-11-25T12:00Z')];
  const dates = (zone: string) => daysOfTimes(slots, zone, null, 9).days.map(({ date }) => date);
  expect(dates('Europe/London')).toEqual(['2026-11-24', '2026-11-25']);
  expect(dates('America/New_York')).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
  expect(dates('Asia/Tokyo')).toEqual(['2026-11-24', '2026-11-25']);
});

test('days come a few a page, with the way back and on; a date past the last shows the last page', () => {
  const slots = [1, 2, 3, 4, 5].map((day) => slot(`2026-12-0${day}T12:00Z`));
  const page = (from: string | null) => {
    const { days, earlier, later } = daysOfTimes(slots, 'UTC', from, 2);
    return [days.map(({ date }) => date.slice(8)), earlier, later];
  };
  expect(page(null)).toEqual([['01', '02'], null, '2026-12-03']);
  expect(page('2026-12-03')).toEqual([['03', '04'], '2026-12-01', '2026-12-05']);
  expect(page('2026-12-05')).toEqual([['05'], '2026-12-03', null]);
  expect(page('2027-01-01')).toEqual([['04', '05'], '2026-12-02', null]);
  expect(daysOfTimes([], 'UTC', null, 2)).toEqual({ days: [], earlier: null, later: null });
});

test('the first available shows each instant once, and fills the emptier diary', () => {
  const slots = [
    slot('2026-12-01T09:00Z', 'busy'),
    slot('2026-12-01T09:00Z', 'free'),
    slot('2026-12-01T10:00Z', 'free'),
    slot('2026-12-01T08:00Z', 'free'),
  ];
  const first = firstAvailable(slots);
  expect(times(first)).toEqual(['2026-12-01T08:00', '2026-12-01T09:00', '2026-12-01T10:00']);
  expect(first.map(({ clinician }) => clinician.id)).toEqual(['free', 'free', 'free']);
});

test('the nearest free times lie on both sides of the one that was lost, and stand in order', () => {
  const slots = ['08', '09', '11', '12', '15'].map((hour) => slot(`2026-12-01T${hour}:00Z`));
  expect(times(nearestFree(slots, new Date('2026-12-01T10:00Z'), 3))).toEqual([
    '2026-12-01T08:00',
    '2026-12-01T09:00',
    '2026-12-01T11:00',
  ]);
});

test('an address of a time is read back as it was written, and anything else is none', () => {
  const given = { with: '0123456789ab', startsAt: new Date('2026-12-01T09:00Z'), zone: 'America/New_York' };
  expect(readSlot(fieldsOfSlot(given))).toEqual(given);
  expect(addressOfSlot(given)).toBe('with=0123456789ab&at=2026-12-01T09%3A00Z&zone=America%2FNew_York');
  const fields = fieldsOfSlot(given);
  for (const wrong of [
    { with: '01900000-0000-7000-8000-00000000000a' },
    { with: '' },
    { at: '2026-13-01T09:00Z' },
    { at: '2026-02-30T09:00Z' },
    { at: '2026-12-01T09:00' },
    { at: '2026-12-01T09:00:30Z' },
    { zone: 'Nowhere/Town' },
    { zone: '' },
  ]) {
    expect(readSlot({ ...fields, ...wrong }), JSON.stringify(wrong)).toBeNull();
  }
});

test('every zone that is offered is one we can reckon in; the one in use is among them once', () => {
  expect(zonesToChoose('Europe/London', 'Asia/Kathmandu').filter((zone) => !isZone(zone))).toEqual([]);
  const offered = zonesToChoose('Europe/London', 'Europe/London');
  expect(new Set(offered).size).toBe(offered.length);
  expect(zoneOr('Asia/Kathmandu', 'UTC')).toBe('Asia/Kathmandu');
  expect(zoneOr('bogus', 'UTC')).toBe('UTC');
  expect(zoneOr(undefined, 'UTC')).toBe('UTC');
});
