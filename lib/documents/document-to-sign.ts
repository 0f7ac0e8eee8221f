// A document as one reader meets it: its current text, what they signed before, what has changed since, and whether they may sign now.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx, visitor } from '@/db/client';
import { documentVersion } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { currentVersion, type DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type NotYet, signingRefusal } from '@/lib/documents/may-sign';
import { roundOf } from '@/lib/documents/newest-record';
import { type DocumentParts, partsOf } from '@/lib/documents/published-text';
import { type DocumentQuestion, questionsOf } from '@/lib/documents/questions-of';
import { type Signed, signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';
import { type TextChange, textChanges } from '@/lib/documents/text-changes';

export type DocumentToSign = {
  version: DocumentVersion;
  parts: DocumentParts;
  clinic: { phone: string; email: string; zone: string };
  /** Their newest record of it: a withdrawal counts as one. */
  signed: Signed | null;
  /** How often they have withdrawn it: a form carries it, so that one opened before a withdrawal signs nothing after. */
  round: number;
  /** What has changed since the text of that record; null when it is the text of today. */
  changes: TextChange[] | null;
  /** What they have asked about it. */
  questions: DocumentQuestion[];
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
    const nothing = { signed: null, round: 0, changes: null, questions: [] };
    if (!reader) return { ...shown, ...nothing, refusal: 'no-account' as const };
    const all = await signaturesOf(tx, reader.id);
    const signed = all.find((each) => each.slug === slug) ?? null;
    const questions = await questionsOf(tx, reader.id);
    return {
      ...shown,
      signed,
      round: await roundOf(tx, reader.id, slug),
      changes: signed && (await changesSince(tx, signed, version)),
      questions: questions.filter((each) => each.slug === slug),
      refusal: signingRefusal(slug, await signerOf(tx, reader.id), all),
    };
  });
}

async function changesSince(
  tx: Tx,
  { versionId }: Signed,
  now: DocumentVersion,
): Promise<TextChange[] | null> {
  if (versionId === now.id) return null;
  const [before] = await tx.select().from(documentVersion).where(eq(documentVersion.id, versionId));
  return before ? textChanges(before, now) : null;
}
