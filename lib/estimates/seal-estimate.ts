// An estimate is sealed with the clinic's key when it is given: nobody can change a figure of it later, not even the clinic.
import { randomBytes, sign } from 'node:crypto';
import { canonicalJson } from '@/lib/documents/canonical-json';
import type { SigningKey } from '@/lib/documents/seal';
import { keyIdOf, sha256Of } from '@/lib/documents/verify-seal';
import type { EstimateContents } from './estimate-contents';
import type { EstimateRecord } from './verify-estimate';

/** With 32 random bytes (base64), so that the hash of contents that few could be tells nothing. */
export type SaltedContents = EstimateContents & { salt: string };
export type SaltedDiagnosis = { code: string; salt: string };

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
  whose: Pick<EstimateRecord, 'id' | 'account' | 'givenBy'> & { appointment: string | null },
  { privateKey, publicKey }: SigningKey,
): SealedEstimate {
  const salted: SaltedContents = { ...contents, salt: salt() };
  const kept = canonicalJson(salted);
  const code = diagnosis === null ? null : canonicalJson({ code: diagnosis, salt: salt() });
  const keyId = keyIdOf(publicKey);
  const about: EstimateRecord = {
    ...{ format: 'foyer-estimate/1', ...whose, number: contents.number, givenAt: contents.givenAt },
    contents: sha256Of(kept),
    ...(code !== null && { diagnosis: sha256Of(code) }),
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
