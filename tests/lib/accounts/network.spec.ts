// Where a request comes from is what our own server saw, and where it leads stays on this site.
import { ipOf, ownPath } from '@/lib/accounts/network';
import { expect, test } from '../../support/database';

const from = (hops: string) => ipOf(new Headers({ 'x-forwarded-for': hops }));

test('A-13 what a client writes into X-Forwarded-For counts for nothing', () => {
  expect(from('203.0.113.9')).toBe('203.0.113.9');
  expect(from('1.1.1.1, 2.2.2.2, 203.0.113.9')).toBe('203.0.113.9');
  expect(from('')).toBe('unknown');
});

test('A-14 a way back leads to a page of ours or nowhere', () => {
  expect(ownPath('/forms/4/c1?first=x', '/home')).toBe('/forms/4/c1?first=x');
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/home/../exit',
    '/home@evil.example',
    '/exit',
    '/api/readyz',
    '/home\n//evil',
    '',
    null,
  ]) {
    expect(ownPath(elsewhere, '/home'), String(elsewhere)).toBe('/home');
  }
});
