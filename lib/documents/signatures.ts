// What a client has signed, acknowledged or been given, and whether it still counts.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documentVersion, signature } from '@/db/schema';

export type Signed = {
  id: string;
  slug: string;
  versionId: string;
  version: number;
  signedAt: Date;
  /** Not taken back, and no newer version asks to be signed again. */
  current: boolean;
};

/** The newest record of each document that was not taken back, in the order in which they were made. */
export async function signaturesOf(tx: Tx, clientId: string): Promise<Signed[]> {
  const records = await tx
    .select({
      id: signature.id,
      kind: signature.kind,
      slug: signature.slug,
      versionId: signature.documentVersionId,
      version: signature.version,
      signedAt: signature.signedAt,
    })
    .from(signature)
    .where(eq(signature.clientId, clientId))
    .orderBy(asc(signature.signedAt), asc(signature.id));
  const newest = new Map(records.map((record) => [record.slug, record]));
  const needed = await versionsToSign(tx);
  return [...newest.values()]
    .filter(({ kind }) => kind !== 'withdrawal')
    .map(({ kind, ...signed }) => ({ ...signed, current: signed.version >= (needed.get(signed.slug) ?? 0) }));
}

/** For each document, the newest version that everybody has to sign: an editorial change asks nobody again. */
async function versionsToSign(tx: Tx, locale = 'en'): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      slug: documentVersion.slug,
      version: documentVersion.version,
      change: documentVersion.changeClass,
    })
    .from(documentVersion)
    .where(eq(documentVersion.locale, locale))
    .orderBy(asc(documentVersion.version));
  return new Map(
    rows.filter(({ change }) => change !== 'editorial').map(({ slug, version }) => [slug, version]),
  );
}
