// Two wishes that can't go together are named, with what would work; what isn't answered yet rules nobody out.
import { expect, test } from '@playwright/test';
import { hoursElsewhere } from '@/lib/clinic/hours-elsewhere';
import { COUNTRIES, ELSEWHERE } from '@/lib/clinic/regions';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import type { WhoTheySee } from '@/lib/scheduling/may-book';
import { whyNobody } from '@/lib/scheduling/why-nobody';
import { isZone } from '@/lib/scheduling/zone-offsets';

const inLondon: WhoTheySee = {
  active: true,
  formats: ['video'],
  regions: ['GB-ENG', 'IE'],
  seesCouples: false,
  languages: ['en'],
};
const wishes = { region: 'IE', asCouple: false, format: 'video', language: 'en' } as const;

test('somebody who can be seen hears of nothing in the way', () => {
  expect(whyNobody([inLondon], wishes)).toBeNull();
});

test('in person where nobody sees people in person: video is offered', () => {
  expect(whyNobody([inLondon], { ...wishes, format: 'in-person' })).toEqual({
    because: 'format',
    instead: { format: 'video' },
  });
});

test('together where nobody sees two: coming alone first is offered, as soon as both are known', () => {
  const alone = { because: 'together', instead: { company: 'alone' } };
  expect(whyNobody([inLondon], { ...wishes, asCouple: true })).toEqual(alone);
  expect(whyNobody([inLondon], { ...wishes, asCouple: true, format: null })).toEqual(alone);
  expect(whyNobody([inLondon], { ...wishes, asCouple: true, region: null })).toBeNull();
});

test('where both stand in the way, both are offered', () => {
  expect(whyNobody([inLondon], { ...wishes, asCouple: true, format: 'in-person' })).toEqual({
    because: 'together-and-format',
    instead: { company: 'alone', format: 'video' },
  });
});

test('no change of theirs is offered that would not help', () => {
  expect(whyNobody([inLondon], { ...wishes, language: 'cy' })).toEqual({
    because: 'language',
    instead: null,
  });
  expect(whyNobody([{ ...inLondon, active: false }], wishes)).toEqual({ because: 'full', instead: null });
});

test('every region but “another country” has a clock of its own, and each is one we can reckon in', () => {
  for (const { code, regions } of COUNTRIES.filter((country) => country.code !== ELSEWHERE)) {
    for (const region of regions.length > 0 ? regions.map((one) => one.code) : [code]) {
      expect(isZone(zoneOfRegion(region) ?? ''), region).toBe(true);
    }
  }
  expect(zoneOfRegion('GB-WLS')).toBe('Europe/London');
  expect(zoneOfRegion('US-CA')).toBe('America/Los_Angeles');
  expect(zoneOfRegion(ELSEWHERE)).toBeNull();
  expect(zoneOfRegion(null)).toBeNull();
});

test('the practice’s hours are told on the reader’s clock, on the day they fall there', () => {
  const clinic = {
    zone: 'America/New_York',
    hours: [{ weekday: 5, from: '09:00', until: '17:00' }],
  };
  const winter = new Date('2026-12-02T12:00Z');
  expect(hoursElsewhere(clinic, 'Europe/London', winter).hours).toEqual([
    { weekday: 5, from: '14:00', until: '22:00' },
  ]);
  expect(hoursElsewhere(clinic, 'Australia/Sydney', winter).hours).toEqual([
    { weekday: 6, from: '01:00', until: '09:00' },
  ]);
  // Two weeks in which summer time differs.
  expect(hoursElsewhere(clinic, 'Europe/London', new Date('2026-03-16T12:00Z')).hours).toEqual([
    { weekday: 5, from: '13:00', until: '21:00' },
  ]);
});
