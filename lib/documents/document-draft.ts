// The draft of a document: what an admin has written and not yet published, one a document.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentDraft } from '@/db/schema';
import type { DocumentSlug } from '@/lib/documents/document-text';

export type DocumentDraft = typeof documentDraft.$inferSelect;

const ofDocument = (slug: DocumentSlug, locale: string) =>
  and(eq(documentDraft.slug, slug), eq(documentDraft.locale, locale));

/** Null when there is none, and for whoever may not read it. */
export async function draftOfDocument(
  tx: Tx,
  slug: DocumentSlug,
  locale = 'en',
): Promise<DocumentDraft | null> {
  const [draft] = await tx.select().from(documentDraft).where(ofDocument(slug, locale));
  return draft ?? null;
}

/** The same, held until the transaction ends: whoever else saves, discards or publishes it waits. */
export async function lockDraft(tx: Tx, slug: DocumentSlug, locale = 'en'): Promise<DocumentDraft | null> {
  const [draft] = await tx.select().from(documentDraft).where(ofDocument(slug, locale)).for('update');
  return draft ?? null;
}
