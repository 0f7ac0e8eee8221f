// A document as one reader meets it: its current text, what they signed before, and whether they may sign now.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx, visitor } from '@/db/client';
import { documentVersion } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { changedBlocks } from '@/lib/documents/changed-blocks';
import { currentVersion, type DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type NotYet, signingRefusal } from '@/lib/documents/may-sign';
import { type DocumentParts, partsOf } from '@/lib/documents/published-text';
import { type Signed, signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';

export type DocumentToSign = {
  version: DocumentVersion;
  parts: DocumentParts;
  clinic: { phone: string; email: string; zone: string };
  signed: Signed | null;
  /** What is new since the reader signed, when they must sign again. */
  changed: string[];
  /** Null when the reader may sign. Visitors, who have no account, never may. */
  refusal: NotYet | 'no-account' | null;
};

/** `reader` null = a visitor. Null when nothing is published under that name. */
export async function documentToSign(
  reader: Extract<Actor, { kind: 'client' }> | null,
  slug: DocumentSlug,
): Promise<DocumentToSign | null> {
  return as(reader ?? visitor, async (tx) => {
    const version = await currentVersion(tx, slug);
    if (!version) return null;
    const { phone, email, zone } = await clinicOf(tx);
    const shown = { version, parts: partsOf(version), clinic: { phone, email, zone } };
    if (!reader) return { ...shown, signed: null, changed: [], refusal: 'no-account' as const };
    const all = await signaturesOf(tx, reader.id);
    const signed = all.find((each) => each.slug === slug) ?? null;
    const signer = await signerOf(tx, reader.id);
    return {
      ...shown,
      signed,
      changed: signed && !signed.current ? await changesSince(tx, signed.versionId, version) : [],
      refusal: signingRefusal(slug, signer, all),
    };
  });
}

async function changesSince(tx: Tx, versionId: string, now: DocumentVersion): Promise<string[]> {
  const [before] = await tx.select().from(documentVersion).where(eq(documentVersion.id, versionId));
  return changedBlocks(before?.body ?? '', now.body);
}
