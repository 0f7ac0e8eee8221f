// Signs a document, or confirms that it was read or received: one sealed record, made once.
import { type Actor, as } from '@/db/client';
import { currentVersion, type DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type Act, type Evidence, keepSignature, keptSignature } from '@/lib/documents/keep-signature';
import { lockSigner } from '@/lib/documents/lock-signer';
import { type Given, type SigningFault, signingFaults, signingRefusal } from '@/lib/documents/may-sign';
import { roundOf } from '@/lib/documents/newest-record';
import { partsOf } from '@/lib/documents/published-text';
import { signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';
import { clock } from '@/lib/env/clock';

/**
 * What the client sent: which text they had before them (its SHA-256), whose page it was, how often they had withdrawn
 * the document when the page was made (`round`; absent = never), and what they filled in.
 */
export type Signing = Given & { slug: DocumentSlug; sha256: string; account: string; round?: number };

export type SigningRefusal =
  | 'not-yours'
  | 'not-open-yet'
  | 'does-not-apply'
  | 'document-changed'
  | 'taken-back'
  | 'too-many-rounds';

export type SignResult =
  | { ok: true; signatureId: string }
  | { ok: false; reason: SigningRefusal; faults?: undefined }
  | { ok: false; reason: SigningFault['reason']; faults: SigningFault[] };

/**
 * How often in a day a document can be withdrawn and signed again. Signing waits then, and never withdrawing: whoever
 * takes back what they signed is heard each time.
 */
export const ROUNDS_A_DAY = 5;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The record binds the exact text shown, the boxes, the typed name, the account, how and when it had signed in, the
 * server's time, and the network address and browser. Signing the same version twice is one record: the first. What was
 * withdrawn can be signed again, from a page that was opened after.
 * Refused: `not-yours` (not a client, or the page was somebody else's), `not-open-yet` (electronic documents come
 * first, and before them the first questions), `does-not-apply`, `document-changed` (the text shown isn't current),
 * `taken-back` (it was withdrawn after this page was opened), `too-many-rounds` (`ROUNDS_A_DAY`), and what
 * `signingFaults` finds.
 */
export async function signDocument(actor: Actor, signing: Signing, evidence: Evidence): Promise<SignResult> {
  if (actor.kind !== 'client' || actor.id !== signing.account) return { ok: false, reason: 'not-yours' };
  return as(actor, async (tx) => {
    await lockSigner(tx, actor.id);
    const version = await currentVersion(tx, signing.slug);
    if (!version) return { ok: false, reason: 'not-open-yet' };
    if (version.sha256 !== signing.sha256) return { ok: false, reason: 'document-changed' };

    const round = await roundOf(tx, actor.id, signing.slug);
    if (round !== (signing.round ?? 0)) return { ok: false, reason: 'taken-back' };
    const earlier = await keptSignature(tx, actor.id, version.id, round);
    if (earlier) return { ok: true, signatureId: earlier };
    const dayAgo = new Date(clock.now().getTime() - DAY);
    if (round >= ROUNDS_A_DAY && (await roundOf(tx, actor.id, signing.slug, dayAgo)) >= ROUNDS_A_DAY)
      return { ok: false, reason: 'too-many-rounds' };

    const signer = await signerOf(tx, actor.id);
    const refusal = signingRefusal(signing.slug, signer, await signaturesOf(tx, actor.id));
    if (refusal) return { ok: false, reason: refusal === 'does-not-apply' ? refusal : 'not-open-yet' };
    const faults = signingFaults(partsOf(version), signing, signer.names);
    if (faults[0]) return { ok: false, reason: faults[0].reason, faults };
    const act = { ...actOf(version, signing), round };
    return { ok: true, signatureId: await keepSignature(tx, actor.id, version, act, evidence) };
  });
}

function actOf(version: DocumentVersion, given: Given): Omit<Act, 'round'> {
  const { kind, slug } = version;
  return {
    kind,
    boxesTicked: partsOf(version).boxes.flatMap(({ id }) => (given.boxes.includes(id) ? [id] : [])),
    ...(slug === 'electronic-records' && { sampleOpened: true as const }),
    ...(kind === 'signature' && { typedName: given.typedName.trim() }),
  };
}
