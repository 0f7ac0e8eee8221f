// Anyone with a record and the public key can check a seal: no database, no secret.
import { createHash, type KeyObject, verify } from 'node:crypto';
import {
  PERSONAL_FIELDS,
  type PersonalField,
  type PersonalPart,
  type SignedRecord,
} from '@/lib/documents/signed-record';

export type SealedRecord = { record: string; seal: string; keyId: string };

type Verdict<R> =
  | { ok: true; record: R }
  | { ok: false; reason: 'other-key' | 'seal-broken' | 'not-a-record' };

/** Sixteen hex digits that name a public key. */
export const keyIdOf = (publicKey: KeyObject) =>
  createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

/**
 * Whether the seal holds over the exact bytes of the record, and the record is of that `format`: one key seals several
 * kinds. `other-key`: it was sealed with another key.
 */
export function verifySealed<R extends { format: string; keyId: string }>(
  { record, seal, keyId }: SealedRecord,
  publicKey: KeyObject,
  format: R['format'],
): Verdict<R> {
  if (keyId !== keyIdOf(publicKey)) return { ok: false, reason: 'other-key' };
  if (!verify(null, Buffer.from(record, 'utf8'), publicKey, Buffer.from(seal, 'base64'))) {
    return { ok: false, reason: 'seal-broken' };
  }
  const read = readRecord<R>(record);
  return read?.format === format && read.keyId === keyId
    ? { ok: true, record: read }
    : { ok: false, reason: 'not-a-record' };
}

function readRecord<R>(json: string): R | null {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export const verifySeal = (sealed: SealedRecord, publicKey: KeyObject) =>
  verifySealed<SignedRecord>(sealed, publicKey, 'foyer-signature/1');

/** Which of the fields that were sealed say something else in what was found. */
export const differentFields = (
  found: Readonly<Record<string, unknown>>,
  sealed: Readonly<Record<string, unknown>>,
): string[] => Object.keys(sealed).filter((field) => found[field] !== sealed[field]);

/** Hex SHA-256 of a text: what the audit trail keeps of a sealed record, and a record of what it names. */
export const sha256Of = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Hex SHA-256 of salt (32 bytes), field name, a zero byte, value (UTF-8). The zero byte ends the name. */
export const commitmentTo = (field: PersonalField, value: string, salt: string) =>
  createHash('sha256').update(Buffer.from(salt, 'base64')).update(`${field}\0${value}`, 'utf8').digest('hex');

/** Whether the personal part is the one the record commits to, field by field. Not to be had after an erasure. */
export const personalPartHolds = (record: SignedRecord, { values, salts }: PersonalPart) =>
  PERSONAL_FIELDS.every((field) => {
    const [value, salt, commitment] = [values[field], salts[field], record.commitments[field]];
    if (value === undefined || salt === undefined) return value === salt && commitment === undefined;
    return commitmentTo(field, value, salt) === commitment;
  });
