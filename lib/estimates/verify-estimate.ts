// Whether an estimate holds, judged in one place for its client, for staff, and for whoever has an export alone.
import type { PublicKeys } from '@/lib/documents/public-keys';
import { differentFields, type SealedRecord, verifySealed } from '@/lib/documents/verify-seal';

/** What the seal covers: whose, when, by whom, for which appointment, and the hashes of what it says. */
export type EstimateRecord = {
  format: 'foyer-estimate/1';
  id: string;
  account: string;
  number: number;
  /** Null: none. The first records of this format don't say. */
  appointment?: string | null;
  givenAt: string;
  givenBy: string;
  contents: string;
  /** Of the diagnosis code, where there is one. */
  diagnosis?: string;
  keyId: string;
};

/**
 * How a part that is kept sealed under the client's key was found. `held`: it opens to what the record names.
 * `hidden`: whoever looked may not read it. `erased`: the client was erased. `broken`: it is missing, doesn't open, or
 * isn't what the record names.
 */
export const PARTS = ['held', 'hidden', 'erased', 'broken'] as const;
export type Part = (typeof PARTS)[number];

/** A row of the estimate table, its time in ISO 8601. `code`: the diagnosis code, `none` where none is kept. */
export type StoredEstimate = SealedRecord & {
  id: string;
  account: string;
  number: number;
  appointment: string | null;
  givenAt: string;
  givenBy: string;
  sha256: string;
  contents: Part;
  code: Part | 'none';
};

/**
 * `other-key`: sealed with a key that isn't among ours. `seal-broken`: the record or its seal was changed.
 * `row-differs`: the row says something else than what was sealed, in `fields`. `contents-differ`, `code-differs`:
 * what it says, or its diagnosis code, isn't what was sealed, can't be opened, was taken away or put in.
 */
export type EstimateFault =
  | { why: 'other-key' | 'seal-broken' | 'not-a-record' | 'contents-differ' | 'code-differs' }
  | { why: 'row-differs'; fields: string[] };

/** What was sealed of it, or why nothing of it can be believed. */
export function sealedEstimate(sealed: SealedRecord, keys: PublicKeys) {
  const key = keys.get(sealed.keyId);
  if (!key) return { ok: false, reason: 'other-key' } as const;
  return verifySealed<EstimateRecord>(sealed, key, 'foyer-estimate/1');
}

/** Everything about it that doesn't hold; empty when all of it does. */
export function faultsOfEstimate(stored: StoredEstimate, keys: PublicKeys): EstimateFault[] {
  const verdict = sealedEstimate(stored, keys);
  if (!verdict.ok) return [{ why: verdict.reason }];
  const { record } = verdict;
  const fields = differentFields(stored, rowOf(record));
  return [
    ...(fields.length > 0 ? [{ why: 'row-differs' as const, fields }] : []),
    ...(stored.contents === 'broken' ? [{ why: 'contents-differ' as const }] : []),
    ...(codeHolds(record, stored.code) ? [] : [{ why: 'code-differs' as const }]),
  ];
}

/** The columns of the row, as the record says them. */
const rowOf = ({ id, account, number, appointment, givenAt, givenBy, contents }: EstimateRecord) => ({
  ...{ id, account, number, givenAt, givenBy, sha256: contents },
  ...(appointment !== undefined && { appointment }),
});

/** A code that the record doesn't name was put in; one that it names is there, for whoever may read it. */
const codeHolds = ({ diagnosis }: EstimateRecord, code: StoredEstimate['code']) =>
  code === 'hidden' || (diagnosis === undefined ? code === 'none' : code === 'held' || code === 'erased');
