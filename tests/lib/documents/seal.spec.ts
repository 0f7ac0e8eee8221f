// A seal holds for the record it was made for and for no other, before and after its person is erased.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { seal } from '@/lib/documents/seal';
import { commitmentTo, personalPartHolds, verifySeal } from '@/lib/documents/verify-seal';

const key = generateKeyPairSync('ed25519');
const facts = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'signature' as const,
  account: '01900000-0000-7000-8000-000000000002',
  signedIn: { by: 'code', at: '2026-01-02T03:04:05.678Z' },
  document: {
    versionId: '01900000-0000-7000-8000-000000000003',
    slug: 'agreement',
    version: 1,
    locale: 'en',
    title: 'Agreement',
    sha256: 'a'.repeat(64),
  },
  boxesTicked: ['agree'],
  signedAt: '2026-01-02T03:10:00.000Z',
};
const personal = { typedName: 'Mária Made-Up', ip: '192.0.2.1', userAgent: 'Made-up browser' };

test('a seal verifies from the record and the public key alone', () => {
  const verdict = verifySeal(seal(facts, personal, key), key.publicKey);
  expect(verdict).toMatchObject({ ok: true, record: facts });
});

test('no byte of the record or the seal can change', () => {
  const sealed = seal(facts, personal, key);
  for (const record of [
    sealed.record.replace('"version":1', '"version":2'),
    sealed.record.replace('agree', 'Agree'),
    `${sealed.record} `,
  ]) {
    expect(record).not.toBe(sealed.record);
    expect(verifySeal({ ...sealed, record }, key.publicKey)).toEqual({ ok: false, reason: 'seal-broken' });
  }
  const bytes = Buffer.from(sealed.seal, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  expect(verifySeal({ ...sealed, seal: bytes.toString('base64') }, key.publicKey).ok).toBe(false);
  expect(verifySeal({ ...sealed, seal: '' }, key.publicKey).ok).toBe(false);
});

test('a record sealed with another key is told apart, and can’t be passed off as ours', () => {
  const other = generateKeyPairSync('ed25519');
  const sealed = seal(facts, personal, other);
  expect(verifySeal(sealed, key.publicKey)).toEqual({ ok: false, reason: 'other-key' });
  const ours = seal(facts, personal, key);
  expect(verifySeal({ ...sealed, keyId: ours.keyId }, key.publicKey)).toEqual({
    ok: false,
    reason: 'seal-broken',
  });
});

test('no personal field stands in the record, and each opens its own commitment only', () => {
  const sealed = seal(facts, personal, key);
  for (const value of Object.values(personal)) expect(sealed.record).not.toContain(value);
  const verdict = verifySeal(sealed, key.publicKey);
  if (!verdict.ok) throw new Error(verdict.reason);
  const { values, salts } = sealed.personal;
  expect(personalPartHolds(verdict.record, { values, salts })).toBe(true);
  expect(personalPartHolds(verdict.record, { values: { ...values, typedName: 'Another' }, salts })).toBe(
    false,
  );
  expect(personalPartHolds(verdict.record, { values: { ...values, ip: undefined }, salts })).toBe(false);
  expect(personalPartHolds(verdict.record, { values: {}, salts: {} })).toBe(false);
});

test('erasing the person leaves the seal verifiable', () => {
  const { personal: erased, ...left } = seal(facts, personal, key);
  expect(erased.values.typedName).toBe('Mária Made-Up');
  expect(verifySeal(left, key.publicKey).ok).toBe(true);
});

test('the same name twice makes two commitments, and a field’s value can’t stand in for another’s', () => {
  const commitments = [1, 2].map(() => JSON.parse(seal(facts, personal, key).record).commitments.typedName);
  expect(commitments[0]).not.toBe(commitments[1]);
  const salt = Buffer.alloc(32, 7).toString('base64');
  expect(commitmentTo('ip', 'x', salt)).not.toBe(commitmentTo('userAgent', 'x', salt));
});

test('an acknowledgement has no typed name and no commitment to one', () => {
  const sealed = seal({ ...facts, kind: 'acknowledgement' }, { ip: personal.ip, userAgent: '' }, key);
  expect(Object.keys(JSON.parse(sealed.record).commitments)).toEqual(['ip', 'userAgent']);
  const verdict = verifySeal(sealed, key.publicKey);
  expect(verdict.ok && personalPartHolds(verdict.record, sealed.personal)).toBe(true);
});

test('one value has one spelling', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é\n' }], a: true, z: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"é\\n","d":null}]}',
  );
  expect(() => canonicalJson({ a: Number.NaN })).toThrow();
});
