// The copy of what was signed: the exact text, the whole record, and whether both still hold.
import { and, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { documentVersion, signature, vaultKey } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import type { DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { newestFirst } from '@/lib/documents/newest-record';
import { sha256OfText } from '@/lib/documents/published-text';
import type { PersonalPart, SignedRecord } from '@/lib/documents/signed-record';
import { personalPartHolds, verifySeal } from '@/lib/documents/verify-seal';
import { settings } from '@/lib/env/settings';
import { openFor } from '@/lib/vault/keys';
import { Unreadable } from '@/lib/vault/seal';

export type SignedCopy = {
  version: DocumentVersion;
  record: SignedRecord;
  seal: string;
  /** Null once the client was erased, or when it can't be read. */
  personal: PersonalPart['values'] | null;
  /** The seal holds, the text is the one that was signed, and the personal part is the one it commits to. */
  holds: boolean;
  /** Which of their records of this document it is, counted from 1, the first they made. */
  number: number;
  /** All of them, the newest first. */
  all: { number: number; kind: SignedRecord['kind']; version: number; signedAt: Date }[];
};

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
  const rows = await tx
    .select({ signature, version: documentVersion })
    .from(signature)
    .innerJoin(documentVersion, eq(documentVersion.id, signature.documentVersionId))
    .where(and(eq(signature.clientId, clientId), eq(signature.slug, slug)))
    .orderBy(...newestFirst);
  const number = wanted ?? rows.length;
  const row = rows[rows.length - number];
  if (!row) return null;
  const { version } = row;
  const record: SignedRecord = JSON.parse(row.signature.record);
  const personal = await personalPart(tx, clientId, row.signature);
  const holds =
    verifySeal(row.signature, settings.signingKey.publicKey).ok &&
    record.document.sha256 === sha256OfText(version) &&
    (personal === 'erased' || (personal !== 'broken' && personalPartHolds(record, personal)));
  const values = typeof personal === 'string' ? null : personal.values;
  const all = rows.map(({ signature: { kind, version: signed, signedAt } }, index) => ({
    number: rows.length - index,
    kind,
    version: signed,
    signedAt,
  }));
  return { version, record, seal: row.signature.seal, personal: values, holds, number, all };
}

/** `erased`: the client's key is gone. `broken`: it is there, and the sealed part doesn't open. */
async function personalPart(
  tx: Tx,
  clientId: string,
  { id, personal }: { id: string; personal: string },
): Promise<PersonalPart | 'erased' | 'broken'> {
  const [key] = await tx
    .select({ of: vaultKey.subjectId })
    .from(vaultKey)
    .where(eq(vaultKey.subjectId, clientId));
  if (!key) return 'erased';
  try {
    return JSON.parse(
      await openFor(tx, clientId, { table: 'signature', column: 'personal', row: id }, personal),
    );
  } catch (error) {
    if (error instanceof Unreadable) return 'broken';
    throw error;
  }
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
