// An estimate is sealed with the clinic's key when it is given: nobody can change a figure of it later, not even the clinic.
import { createHash, randomBytes, sign, verify } from 'node:crypto';
import { canonicalJson } from '@/lib/documents/canonical-json';
import type { SigningKey } from '@/lib/documents/seal';
import { keyIdOf } from '@/lib/documents/verify-seal';
import type { EstimateContents } from './estimate-contents';

/** With 32 random bytes (base64), so that the hash of contents that few could be tells nothing. */
export type SaltedContents = EstimateContents & { salt: string };
export type SaltedDiagnosis = { code: string; salt: string };

/** What the seal covers: who, when, by whom, and the hashes of what it says. */
export type EstimateRecord = {
  format: 'foyer-estimate/1';
  id: string;
  account: string;
  number: number;
  givenAt: string;
  givenBy: string;
  contents: string;
  /** Of the diagnosis code, where there is one. */
  diagnosis?: string;
  keyId: string;
};

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const salt = () => randomBytes(32).toString('base64');

export type SealedEstimate = {
  /** Canonical JSON, to be kept sealed by the vault. */
  contents: string;
  diagnosis: string | null;
  sha256: string;
  record: string;
  seal: string;
  keyId: string;
};

export function sealEstimate(
  contents: EstimateContents,
  diagnosis: string | null,
  whose: { id: string; account: string; givenBy: string },
  { privateKey, publicKey }: SigningKey,
): SealedEstimate {
  const salted: SaltedContents = { ...contents, salt: salt() };
  const kept = canonicalJson(salted);
  const code = diagnosis === null ? null : canonicalJson({ code: diagnosis, salt: salt() });
  const keyId = keyIdOf(publicKey);
  const about: EstimateRecord = {
    ...{ format: 'foyer-estimate/1', ...whose, number: contents.number, givenAt: contents.givenAt },
    contents: sha256(kept),
    ...(code !== null && { diagnosis: sha256(code) }),
    keyId,
  };
  const record = canonicalJson(about);
  return {
    contents: kept,
    diagnosis: code,
    sha256: about.contents,
    record,
    seal: sign(null, Buffer.from(record, 'utf8'), privateKey).toString('base64'),
    keyId,
  };
}

type Kept = { id: string; clientId: string; number: number; record: string; seal: string; keyId: string };

/** Whether the seal holds over the record, the record is this row's, and it names the hash of exactly these contents. */
export function estimateHolds(
  row: Kept,
  contents: string,
  diagnosis: string | null,
  publicKey: SigningKey['publicKey'],
): boolean {
  if (row.keyId !== keyIdOf(publicKey)) return false;
  if (!verify(null, Buffer.from(row.record, 'utf8'), publicKey, Buffer.from(row.seal, 'base64')))
    return false;
  const record = JSON.parse(row.record) as EstimateRecord;
  return (
    record.format === 'foyer-estimate/1' &&
    record.id === row.id &&
    record.account === row.clientId &&
    record.number === row.number &&
    record.contents === sha256(contents) &&
    // Whoever may not read the code can't check it, and need not.
    (diagnosis === null || record.diagnosis === sha256(diagnosis))
  );
}
