// The copy of what a client signed, as they have it, for whoever sees its evidence. Having read it is one line in the record.
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type SignedCopy, signedCopy } from '@/lib/documents/signed-copy';
import { seesEvidence } from './documents-of';
import { isOnTheCase } from './on-the-case';
import { type Staff, submissionByReference } from './submission-by-reference';

export type CopyForStaff = SignedCopy & { reference: string; zone: string; country: string };

/** `wanted`: the number of an earlier record. Null for one that doesn't exist, isn't sent, or isn't theirs to see, alike. */
export async function copyForStaff(
  actor: Staff,
  reference: string,
  slug: DocumentSlug,
  wanted?: number,
): Promise<CopyForStaff | null> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || found.status === 'draft') return null;
    if (!seesEvidence(actor, await isOnTheCase(tx, actor, found))) return null;
    const copy = await signedCopy(tx, found.clientId, slug, wanted);
    if (!copy) return null;
    const detail = { signature: copy.record.id };
    await record(tx, { event: 'document.read', subject: found.clientId, detail });
    const { zone, country } = await clinicOf(tx);
    return { ...copy, reference: found.reference, zone, country };
  });
}
