// Seals a signature with the clinic's key, so that nobody can change a word of it later, not even the clinic.
import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { PERSONAL_FIELDS, type PersonalPart, type SignedRecord } from '@/lib/documents/signed-record';
import { commitmentTo, keyIdOf, type SealedRecord } from '@/lib/documents/verify-seal';

export type SigningKey = { privateKey: KeyObject; publicKey: KeyObject };

/**
 * The canonical record, its Ed25519 seal (base64), and the personal part, which the caller keeps sealed by the vault.
 * A personal value that is absent gets no commitment.
 */
export function seal(
  facts: Omit<SignedRecord, 'format' | 'commitments' | 'keyId'>,
  values: PersonalPart['values'],
  { privateKey, publicKey }: SigningKey,
): SealedRecord & { personal: PersonalPart } {
  const salts: PersonalPart['salts'] = {};
  const commitments: SignedRecord['commitments'] = {};
  for (const field of PERSONAL_FIELDS) {
    const value = values[field];
    if (value === undefined) continue;
    const salt = randomBytes(32).toString('base64');
    salts[field] = salt;
    commitments[field] = commitmentTo(field, value, salt);
  }
  const keyId = keyIdOf(publicKey);
  const record = canonicalJson({ ...facts, format: 'foyer-signature/1', commitments, keyId });
  return {
    record,
    seal: sign(null, Buffer.from(record, 'utf8'), privateKey).toString('base64'),
    keyId,
    personal: { values, salts },
  };
}
