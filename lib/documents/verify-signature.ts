// Whether a signature holds, judged in one place for the client's copy, staff, and whoever has an export alone.
import type { PublicKeys } from '@/lib/documents/public-keys';
import { sha256OfText } from '@/lib/documents/published-text';
import type { PersonalPart, SignedRecord } from '@/lib/documents/signed-record';
import { differentFields, personalPartHolds, verifySeal } from '@/lib/documents/verify-seal';

/** A row of the signature table, its time in ISO 8601, its personal part opened or the reason why it isn't. */
export type StoredSignature = {
  id: string;
  account: string;
  versionId: string;
  kind: string;
  slug: string;
  version: number;
  round: number;
  sha256: string;
  locale: string;
  signedAt: string;
  record: string;
  seal: string;
  keyId: string;
  personal: PersonalPart | 'left-out' | 'erased' | 'broken';
};

/** A published version as it is found: `sha256` is made anew from its words. */
export type FoundVersion = {
  id: string;
  slug: string;
  version: number;
  locale: string;
  kind: string;
  title: string;
  sha256: string;
};

/**
 * `other-key`: sealed with a key that isn't among ours. `seal-broken`: the record or its seal was changed.
 * `row-differs`, `version-differs`: the row, or the version it names, says something else than what was sealed, in
 * `fields`. `version-gone`: that version isn't there. `text-differs`: its words aren't those that were signed.
 * `personal-differs`: the name, network address or browser aren't those the record commits to, or can't be opened.
 */
export type SignatureFault =
  | {
      why:
        | 'other-key'
        | 'seal-broken'
        | 'not-a-record'
        | 'version-gone'
        | 'text-differs'
        | 'personal-differs';
    }
  | { why: 'row-differs' | 'version-differs'; fields: string[] };

/** A version with its hash made from the words that are there, whatever its row says. */
export const foundVersion = (
  version: Omit<FoundVersion, 'sha256'> & { parts: string; body: string },
): FoundVersion => {
  const { id, slug, version: number, locale, kind, title } = version;
  return { id, slug, version: number, locale, kind, title, sha256: sha256OfText(version) };
};

/** Everything about it that doesn't hold; empty when all of it does. `version` is the one it names, or null. */
export function faultsOf(
  stored: StoredSignature,
  version: FoundVersion | null,
  keys: PublicKeys,
): SignatureFault[] {
  const key = keys.get(stored.keyId);
  if (!key) return [{ why: 'other-key' }];
  const verdict = verifySeal(stored, key);
  if (!verdict.ok) return [{ why: verdict.reason }];
  const { record } = verdict;
  return [
    ...different('row-differs', stored, rowOf(record)),
    ...faultsOfVersion(record, version),
    ...(personalHolds(record, stored.personal) ? [] : [{ why: 'personal-differs' as const }]),
  ];
}

function personalHolds(record: SignedRecord, personal: StoredSignature['personal']) {
  if (typeof personal === 'string') return personal !== 'broken';
  return personalPartHolds(record, personal);
}

/** The columns of the row, as the record says them. */
const rowOf = ({ id, account, kind, round = 0, signedAt, document }: SignedRecord) => {
  const { versionId, slug, version, sha256, locale } = document;
  return { id, account, kind, round, signedAt, versionId, slug, version, sha256, locale };
};

function faultsOfVersion(record: SignedRecord, version: FoundVersion | null): SignatureFault[] {
  const { versionId, sha256, ...said } = record.document;
  if (!version || version.id !== versionId) return [{ why: 'version-gone' }];
  const kind = record.kind === 'withdrawal' ? version.kind : record.kind;
  return [
    ...(version.sha256 === sha256 ? [] : [{ why: 'text-differs' as const }]),
    ...different('version-differs', version, { ...said, kind }),
  ];
}

function different<W extends 'row-differs' | 'version-differs'>(
  why: W,
  found: Readonly<Record<string, unknown>>,
  sealed: Readonly<Record<string, unknown>>,
) {
  const fields = differentFields(found, sealed);
  return fields.length > 0 ? [{ why, fields }] : [];
}
