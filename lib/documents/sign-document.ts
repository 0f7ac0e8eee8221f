// Signs a document, or confirms that it was read or received: one sealed record, made once.
import { type Actor, as } from '@/db/client';
import { currentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type Evidence, keepSignature, keptSignature } from '@/lib/documents/keep-signature';
import { type Given, type SigningFault, signingFaults, signingRefusal } from '@/lib/documents/may-sign';
import { partsOf } from '@/lib/documents/published-text';
import { signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';

/** What the client sent: which text they had before them (its SHA-256), whose page it was, and what they filled in. */
export type Signing = Given & { slug: DocumentSlug; sha256: string; account: string };

export type SigningRefusal =
  | 'not-yours'
  | 'not-open-yet'
  | 'does-not-apply'
  | 'document-changed'
  | 'taken-back';

export type SignResult =
  | { ok: true; signatureId: string }
  | { ok: false; reason: SigningRefusal; faults?: undefined }
  | { ok: false; reason: SigningFault['reason']; faults: SigningFault[] };

/**
 * The record binds the exact text shown, the boxes, the typed name, the account, how and when it had signed in, the
 * server's time, and the network address and browser. Signing the same version twice is one record: the first.
 * Refused: `not-yours` (not a client, or the page was somebody else's), `not-open-yet` (electronic documents come
 * first, and before them the first questions), `does-not-apply`, `document-changed` (the text shown isn't current),
 * `taken-back` (this version was signed and withdrawn), and what `signingFaults` finds.
 */
export async function signDocument(actor: Actor, signing: Signing, evidence: Evidence): Promise<SignResult> {
  if (actor.kind !== 'client' || actor.id !== signing.account) return { ok: false, reason: 'not-yours' };
  return as(actor, async (tx) => {
    const version = await currentVersion(tx, signing.slug);
    if (!version) return { ok: false, reason: 'not-open-yet' };
    if (version.sha256 !== signing.sha256) return { ok: false, reason: 'document-changed' };

    // In this order: a second post of the form may commit between the two.
    const earlier = await keptSignature(tx, actor.id, version.id);
    const signed = await signaturesOf(tx, actor.id);
    if (earlier) {
      const stands = signed.some(({ id }) => id === earlier);
      return stands ? { ok: true, signatureId: earlier } : { ok: false, reason: 'taken-back' };
    }

    const signer = await signerOf(tx, actor.id);
    const refusal = signingRefusal(signing.slug, signer, signed);
    if (refusal) return { ok: false, reason: refusal === 'does-not-apply' ? refusal : 'not-open-yet' };
    const faults = signingFaults(partsOf(version), signing, signer.names);
    if (faults[0]) return { ok: false, reason: faults[0].reason, faults };
    return { ok: true, signatureId: await keepSignature(tx, actor.id, version, signing, evidence) };
  });
}
