// What a client has signed, acknowledged, been given or withdrawn, and whether it still counts.
import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentVersion, signature } from '@/db/schema';
import { newestFirst } from '@/lib/documents/newest-record';
import { countedVersions, type Standing, standingOf } from '@/lib/documents/standing';

export type Signed = {
  id: string;
  slug: string;
  kind: (typeof signature.$inferSelect)['kind'];
  versionId: string;
  version: number;
  signedAt: Date;
  standing: Exclude<Standing, 'unsigned'>;
  /** When the newest text after the one of this record was published; null when there is none. */
  changedAt: Date | null;
};

/** The newest record of each document, a withdrawal among them, in the order in which they were made. */
export async function signaturesOf(tx: Tx, clientId: string): Promise<Signed[]> {
  const asked = tx
    .selectDistinctOn([signature.slug], {
      id: signature.id,
      kind: signature.kind,
      slug: signature.slug,
      versionId: signature.documentVersionId,
      version: signature.version,
      locale: signature.locale,
      signedAt: signature.signedAt,
    })
    .from(signature)
    .where(eq(signature.clientId, clientId))
    .orderBy(signature.slug, ...newestFirst);
  const [records, published] = await Promise.all([asked, publishedVersions(tx)]);
  return records
    .sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime())
    .map(({ locale, ...record }) => {
      const versions = published.filter((one) => one.slug === record.slug && one.locale === locale);
      const standing = standingOf(record, countedVersions(record.slug, versions));
      const after = versions.find(({ version }) => version > record.version);
      // A record is there, so this is never `unsigned`.
      return {
        ...record,
        standing: standing as Signed['standing'],
        changedAt: after?.publishedAt ?? null,
      };
    });
}

/** The newest first. */
const publishedVersions = (tx: Tx) =>
  tx
    .select({
      slug: documentVersion.slug,
      locale: documentVersion.locale,
      version: documentVersion.version,
      changeClass: documentVersion.changeClass,
      publishedAt: documentVersion.publishedAt,
    })
    .from(documentVersion)
    .orderBy(desc(documentVersion.version));
