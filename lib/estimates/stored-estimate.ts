// An estimate as it is to be verified: the row, what it says and its diagnosis code opened, and whether each is what was sealed.
import type { Tx } from '@/db/client';
import type { estimate, estimateDiagnosis } from '@/db/schema';
import { keptPart } from '@/lib/documents/kept-part';
import { ownKeys } from '@/lib/documents/own-keys';
import { sha256Of } from '@/lib/documents/verify-seal';
import type { Place } from '@/lib/vault/seal';
import { type EstimateRecord, type Part, type StoredEstimate, sealedEstimate } from './verify-estimate';

export const contentsPlace = (row: string) => ({ table: 'estimate', column: 'contents', row });
export const diagnosisPlace = (row: string) => ({ table: 'estimate_diagnosis', column: 'code', row });

export type Kept = {
  estimate: typeof estimate.$inferSelect;
  /** Null: none is kept, or it is not for whoever asks. */
  diagnosis: typeof estimateDiagnosis.$inferSelect | null;
};

export type Opened = {
  stored: StoredEstimate;
  /** What was sealed, or null when the seal doesn't hold. */
  record: EstimateRecord | null;
  /** Canonical JSON; null when it doesn't open. */
  contents: string | null;
  code: string | null;
};

/** `readsCode`: whether the diagnosis code is for whoever asks; their policies say the same. */
export async function storedEstimate(tx: Tx, kept: Kept, readsCode: boolean): Promise<Opened> {
  const { id, clientId, appointmentId, givenAt, number, givenBy, sha256, record, seal, keyId } =
    kept.estimate;
  const sealed = sealedEstimate(kept.estimate, ownKeys());
  const said = sealed.ok ? sealed.record : null;
  const contents = await found(tx, clientId, contentsPlace(id), kept.estimate.contents, said?.contents);
  const code = readsCode ? await codeOf(tx, kept, said) : ({ part: 'hidden', text: null } as const);
  return {
    stored: {
      ...{ id, number, givenBy, sha256, record, seal, keyId, account: clientId },
      ...{ appointment: appointmentId, givenAt: givenAt.toISOString() },
      ...{ contents: contents.part, code: code.part },
    },
    ...{ record: said, contents: contents.text, code: code.text },
  };
}

async function codeOf(tx: Tx, { estimate, diagnosis }: Kept, said: EstimateRecord | null) {
  if (!diagnosis) return { part: 'none', text: null } as const;
  // Passed off as somebody else's, it would be read by them.
  if (diagnosis.clientId !== estimate.clientId) return { part: 'broken', text: null } as const;
  return found(tx, estimate.clientId, diagnosisPlace(estimate.id), diagnosis.code, said?.diagnosis);
}

/** `named`: the hash in the record. What opens to something else is shown all the same, and said not to hold. */
async function found(
  tx: Tx,
  clientId: string,
  place: Place,
  sealed: string,
  named: string | undefined,
): Promise<{ part: Part; text: string | null }> {
  const kept = await keptPart(tx, clientId, place, sealed);
  if (typeof kept === 'string') return { part: kept, text: null };
  return { part: sha256Of(kept.text) === named ? 'held' : 'broken', text: kept.text };
}
