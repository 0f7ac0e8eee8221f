// The copy of what was signed: the exact text, the whole record, and whether both still hold.
import { and, count, eq, type SQL } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { documentVersion, signature } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import type { DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { newestFirst } from '@/lib/documents/newest-record';
import { ownKeys } from '@/lib/documents/own-keys';
import type { PersonalPart, SignedRecord } from '@/lib/documents/signed-record';
import { storedSignature } from '@/lib/documents/stored-signature';
import { faultsOf, foundVersion } from '@/lib/documents/verify-signature';

export type SignedCopy = {
  version: DocumentVersion;
  record: SignedRecord;
  seal: string;
  /** Null once the client was erased, or when it can't be read. */
  personal: PersonalPart['values'] | null;
  /** Nothing about it fails to hold (`verify-signature.ts`): the seal, the row, the text, the personal part. */
  holds: boolean;
  /** Which of their records of this document it is, counted from 1, the first they made. */
  number: number;
  /** How many there are. */
  total: number;
  /** The ones around it, the newest first: somebody may have changed their mind a thousand times. */
  near: { number: number; kind: SignedRecord['kind']; version: number; signedAt: Date }[];
};

/** How many are listed beside one. */
export const NEAR = 20;

/**
 * One of this client's records of this document, by its number, or the newest; null when it isn't there. The caller's
 * policies decide whose they may read.
 */
export async function signedCopy(
  tx: Tx,
  clientId: string,
  slug: DocumentSlug,
  wanted?: number,
): Promise<SignedCopy | null> {
  const theirs = and(eq(signature.clientId, clientId), eq(signature.slug, slug));
  const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(signature).where(theirs);
  const number = wanted ?? total;
  if (number < 1 || number > total) return null;
  const near = await recordsNear(tx, theirs, number, total);
  const [row] = await tx
    .select({ signature, version: documentVersion })
    .from(signature)
    .innerJoin(documentVersion, eq(documentVersion.id, signature.documentVersionId))
    .where(eq(signature.id, near.find((one) => one.number === number)?.id ?? clientId));
  if (!row) return null;
  const { version } = row;
  const stored = await storedSignature(tx, row.signature);
  const faults = faultsOf(stored, foundVersion(version), ownKeys());
  return {
    version,
    record: JSON.parse(stored.record),
    seal: stored.seal,
    personal: typeof stored.personal === 'string' ? null : stored.personal.values,
    holds: faults.length === 0,
    number,
    total,
    near,
  };
}

/** Record `number` of `total` with those around it, without their texts. A client's own records alone are skipped over. */
async function recordsNear(tx: Tx, theirs: SQL | undefined, number: number, total: number) {
  const newest = Math.min(total, number + NEAR / 2);
  const rows = await tx
    .select({
      id: signature.id,
      kind: signature.kind,
      version: signature.version,
      signedAt: signature.signedAt,
    })
    .from(signature)
    .where(theirs)
    .orderBy(...newestFirst)
    .offset(total - newest)
    .limit(NEAR);
  return rows.map((row, index) => ({ ...row, number: newest - index }));
}

/** A client's own copy, with what is needed to show it. */
export async function ownCopy(
  client: Extract<Actor, { kind: 'client' }>,
  slug: DocumentSlug,
  wanted?: number,
) {
  return as(client, async (tx) => {
    const copy = await signedCopy(tx, client.id, slug, wanted);
    if (!copy) return null;
    const { zone, country } = await clinicOf(tx);
    return { ...copy, clinic: { zone, country } };
  });
}
