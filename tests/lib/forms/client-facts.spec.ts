// What the rest of the house reads from the answers errs on the private side.
import { expect, test } from '@playwright/test';
import { countryOf, regionName } from '@/lib/clinic/regions';
import { clientFacts } from '@/lib/forms/client-facts';
import type { Answer } from '@/lib/forms/question';

const facts = (values: Record<string, Answer['value']>) =>
  clientFacts(
    new Map(
      Object.entries(values).map(([id, value]): [string, Answer] => [id, { state: 'answered', value }]),
    ),
  );

test('of somebody who has said nothing, the most private is assumed', () => {
  const known = facts({});
  expect(known).toMatchObject({
    inbox: 'not-sure',
    contactBy: 'site',
    region: null,
    phone: null,
    phoneUses: [],
  });
  expect(known.safest).toEqual({ by: 'site', details: null });
});

test('a country that licenses by region has no region until it is chosen, and an old choice elsewhere does not count', () => {
  expect(facts({ A8: 'US' }).region).toBeNull();
  expect(facts({ A8: 'US', 'A8-us': 'US-CA' }).region).toBe('US-CA');
  expect(facts({ A8: 'GB', 'A8-us': 'US-CA' }).region).toBeNull();
  expect(facts({ A8: 'IE' }).region).toBe('IE');
  expect(facts({ A8: 'other' }).region).toBe('other');
  expect(facts({ A8: 'constructor' }).region).toBe('constructor');
});

test('the safest way is the one named for it, and else the usual one', () => {
  const number = { A2: '0161 496 0000', A3: ['call', 'text'] };
  expect(facts({ ...number, A4: 'text' }).safest.by).toBe('text');
  expect(facts({ ...number, A4: 'text', J5: { way: 'phone', details: 'before 5' } }).safest).toEqual({
    by: 'phone',
    details: 'before 5',
  });
});

test('regions are known by their codes', () => {
  expect(regionName('US-CA')).toBe('California, United States');
  expect(regionName('IE')).toBe('Ireland');
  expect(regionName('US-XX')).toBeNull();
  expect(countryOf('GB-SCT')).toBe('GB');
  expect(countryOf('GB')).toBeNull();
});

test('nobody is promised a call without a number', () => {
  expect(facts({ A4: 'phone' }).contactBy).toBe('site');
  expect(facts({ J5: { way: 'text' } }).safest.by).toBe('site');
  const kept = { A2: '0161 496 0000', J5: { way: 'text' } };
  expect(facts({ ...kept, A3: ['emergency'] }).safest.by).toBe('text');
  // Who once ticked "in an emergency only" beside "call me" is taken at the narrower word.
  const both = { A2: '0161 496 0000', A3: ['call', 'emergency'] };
  expect(facts({ ...both, A4: 'phone' }).contactBy).toBe('site');
  expect(facts({ ...both, J5: { way: 'phone' } }).safest.by).toBe('phone');
  // A number that may be used for nothing is not used.
  expect(facts(kept).safest.by).toBe('site');
  expect(facts({ A2: '0161 496 0000', A3: ['text'], A4: 'phone' }).contactBy).toBe('site');
});
