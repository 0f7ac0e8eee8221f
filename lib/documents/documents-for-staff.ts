// The clinic's documents as its staff see them: what counts today, how many have signed it, and to admins what is being written.
import { and, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { documentDraft, documentVersion, staffMember } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import type { DocumentVersion } from '@/lib/documents/current-version';
import { DOCUMENT_SLUGS, type DocumentSlug } from '@/lib/documents/document-text';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';
import {
  type Counts,
  type PublishedVersion,
  publishedVersions,
  signingCounts,
} from '@/lib/documents/signing-counts';

/** `draft` null: there is none, or it is not theirs to know of. */
export type DocumentRow = {
  slug: DocumentSlug;
  current: PublishedVersion;
  counts: Counts;
  draft: DraftHead | null;
};
export type DraftHead = { revision: number; baseVersion: number; changedBy: string; changedAt: Date };

/** In the order in which a client meets them. */
export async function documentsForStaff(actor: Staff): Promise<{ rows: DocumentRow[]; zone: string }> {
  return as(actor, async (tx) => {
    const versions = await publishedVersions(tx);
    const counts = await signingCounts(tx, versions);
    const drafts = await draftHeads(tx, actor, DOCUMENT_SLUGS);
    const rows = DOCUMENT_SLUGS.flatMap((slug): DocumentRow[] => {
      const current = versions.find((each) => each.slug === slug);
      const counted = counts.get(slug);
      return current && counted ? [{ slug, current, counts: counted, draft: drafts.get(slug) ?? null }] : [];
    });
    return { rows, zone: (await clinicOf(tx)).zone };
  });
}

/** By slug; empty for who may not write. */
async function draftHeads(
  tx: Tx,
  actor: Staff,
  slugs: readonly DocumentSlug[],
): Promise<Map<string, DraftHead>> {
  if (!mayEdit(actor)) return new Map();
  const rows = await tx
    .select({
      slug: documentDraft.slug,
      revision: documentDraft.revision,
      baseVersion: documentDraft.baseVersion,
      changedBy: staffMember.name,
      changedAt: documentDraft.changedAt,
    })
    .from(documentDraft)
    .innerJoin(staffMember, eq(staffMember.id, documentDraft.changedBy))
    .where(and(oneOf(documentDraft.slug, slugs), eq(documentDraft.locale, 'en')));
  return new Map(rows.map(({ slug, ...head }) => [slug, head]));
}

/** `publishedBy` null: before there were any staff, or somebody who is not known any more. */
export type VersionRow = Omit<DocumentVersion, 'publishedBy' | 'source'> & { publishedBy: string | null };
export type DocumentFile = {
  slug: DocumentSlug;
  /** The newest first; never empty. */
  versions: VersionRow[];
  counts: Counts;
  draft: DraftHead | null;
  zone: string;
};

/** One document with all its versions; null when none was ever published. */
export async function documentFile(actor: Staff, slug: DocumentSlug): Promise<DocumentFile | null> {
  return as(actor, async (tx) => {
    const versions = await versionsOf(tx, slug);
    const counts = (await signingCounts(tx, versions)).get(slug);
    if (!counts) return null;
    const draft = (await draftHeads(tx, actor, [slug])).get(slug) ?? null;
    return { slug, versions, counts, draft, zone: (await clinicOf(tx)).zone };
  });
}

async function versionsOf(tx: Tx, slug: DocumentSlug, locale = 'en'): Promise<VersionRow[]> {
  const rows = await tx
    .select()
    .from(documentVersion)
    .where(and(eq(documentVersion.slug, slug), eq(documentVersion.locale, locale)))
    .orderBy(desc(documentVersion.version));
  const names = await tx.select({ id: staffMember.id, name: staffMember.name }).from(staffMember);
  return rows.map(({ source: _, publishedBy, ...row }) => ({
    ...row,
    publishedBy: names.find(({ id }) => id === publishedBy)?.name ?? null,
  }));
}
