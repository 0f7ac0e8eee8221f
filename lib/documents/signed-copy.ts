// The copy of what was signed: the exact text, the whole record, and whether both still hold.
import { and, desc, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { documentVersion, signature, vaultKey } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import type { DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentSlug } from '@/lib/documents/document-text';
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
};

/** The newest record of this client for this document, or null. The caller's policies decide whose they may read. */
export async function signedCopy(tx: Tx, clientId: string, slug: DocumentSlug): Promise<SignedCopy | null> {
  const [row] = await tx
    .select({ signature, version: documentVersion })
    .from(signature)
    .innerJoin(documentVersion, eq(documentVersion.id, signature.documentVersionId))
    .where(and(eq(signature.clientId, clientId), eq(signature.slug, slug)))
    .orderBy(desc(signature.signedAt), desc(signature.id))
    .limit(1);
  if (!row) return null;
  const { version } = row;
  const record: SignedRecord = JSON.parse(row.signature.record);
  const personal = await personalPart(tx, clientId, row.signature);
  const holds =
    verifySeal(row.signature, settings.signingKey.publicKey).ok &&
    record.document.sha256 === sha256OfText(version) &&
    (personal === 'erased' || (personal !== 'broken' && personalPartHolds(record, personal)));
  const values = typeof personal === 'string' ? null : personal.values;
  return { version, record, seal: row.signature.seal, personal: values, holds };
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
export async function ownCopy(client: Extract<Actor, { kind: 'client' }>, slug: DocumentSlug) {
  return as(client, async (tx) => {
    const copy = await signedCopy(tx, client.id, slug);
    if (!copy) return null;
    const { zone, country } = await clinicOf(tx);
    return { ...copy, clinic: { zone, country } };
  });
}
