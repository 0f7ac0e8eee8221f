// The text of a document that counts today: its newest published version.
import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentVersion } from '@/db/schema';
import type { DocumentSlug } from '@/lib/documents/document-text';

export type DocumentVersion = typeof documentVersion.$inferSelect;

/** Null when the clinic has published none. */
export async function currentVersion(
  tx: Tx,
  slug: DocumentSlug,
  locale = 'en',
): Promise<DocumentVersion | null> {
  const [newest] = await tx
    .select()
    .from(documentVersion)
    .where(and(eq(documentVersion.slug, slug), eq(documentVersion.locale, locale)))
    .orderBy(desc(documentVersion.version))
    .limit(1);
  return newest ?? null;
}
