// Where a request comes from is what our own server saw, and where it leads stays on this site.
import { ipOf, networkOf, ownPath } from '@/lib/accounts/network';
import { expect, test } from '../../support/database';

const from = (hops: string) => ipOf(new Headers({ 'x-forwarded-for': hops }));

test('A-13 what a client writes into X-Forwarded-For counts for nothing', () => {
  expect(from('203.0.113.9')).toBe('203.0.113.9');
  expect(from('1.1.1.1, 2.2.2.2, 203.0.113.9')).toBe('203.0.113.9');
  expect(from('')).toBe('unknown');
});

test('A-13 of IPv6 half an address is counted, and IPv4 is IPv4 however it is written', () => {
  const home = networkOf('2001:db8:1:2::1');
  for (const same of [
    '2001:db8:1:2:ffff:ffff:ffff:ffff',
    '2001:0DB8:0001:0002:0000:0000:0000:0009',
    '2001:db8:1:2:0:5efe:192.0.2.1',
    '[2001:db8:1:2::7]:50123',
    '2001:db8:1:2::8%eth0',
  ])
    expect(networkOf(same), same).toBe(home);
  for (const other of ['2001:db8:1:3::1', '2001:db8::1:2:0:0:1', '::1', '2001:db8:1::'])
    expect(networkOf(other), other).not.toBe(home);
  for (const same of [
    '192.0.2.7',
    '::ffff:192.0.2.7',
    '::FFFF:c000:207',
    '64:ff9b::192.0.2.7',
    '192.0.2.7:50123',
  ])
    expect(networkOf(same), same).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.8')).not.toBe(networkOf('::ffff:192.0.2.7'));
  for (const none of ['unknown', 'a word', '', '1:2:3']) expect(networkOf(none)).toBe(none);
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
