// What a client signed, acknowledged or was given, with its evidence for who is on the case and the status alone for front desk.
import type { Tx } from '@/db/client';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { type Signed, signaturesOf } from '@/lib/documents/signatures';
import { type SignedCopy, signedCopy } from '@/lib/documents/signed-copy';
import type { Staff } from './submission-by-reference';

export type DocumentGiven = Signed & {
  /** Null for whoever sees the status alone. */
  evidence: Pick<SignedCopy, 'record' | 'personal' | 'holds'> | null;
};

/** Who is on the case and admins see the evidence; everybody else sees the status alone. */
export const seesEvidence = (actor: Staff, onCase: boolean): boolean =>
  onCase || actor.roles.includes('admin');

export async function documentsOf(tx: Tx, clientId: string, withEvidence: boolean): Promise<DocumentGiven[]> {
  const signed = await signaturesOf(tx, clientId);
  const given: DocumentGiven[] = [];
  for (const one of signed) {
    const copy = withEvidence && isDocumentSlug(one.slug) ? await signedCopy(tx, clientId, one.slug) : null;
    given.push({
      ...one,
      evidence: copy && { record: copy.record, personal: copy.personal, holds: copy.holds },
    });
  }
  return given;
}
