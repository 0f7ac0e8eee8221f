// A signature as it is kept, made ready to be verified: its personal part opened, or the reason why it can't be.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type signature, vaultKey } from '@/db/schema';
import type { PersonalPart } from '@/lib/documents/signed-record';
import type { StoredSignature } from '@/lib/documents/verify-signature';
import { openFor } from '@/lib/vault/keys';
import { Unreadable } from '@/lib/vault/seal';

type Row = typeof signature.$inferSelect;

export async function storedSignature(
  tx: Tx,
  row: Row,
): Promise<StoredSignature & { personal: PersonalPart | 'erased' | 'broken' }> {
  const { id, clientId, documentVersionId, kind, slug, version, round, sha256, locale, record, seal, keyId } =
    row;
  return {
    id,
    account: clientId,
    versionId: documentVersionId,
    kind,
    slug,
    version,
    round,
    sha256,
    locale,
    signedAt: row.signedAt.toISOString(),
    record,
    seal,
    keyId,
    personal: await personalPart(tx, row),
  };
}

/** `erased`: the client's key is gone, or what it opened. `broken`: both are there, and it doesn't open. */
async function personalPart(
  tx: Tx,
  { id, clientId, personal }: Row,
): Promise<PersonalPart | 'erased' | 'broken'> {
  const [key] = await tx
    .select({ of: vaultKey.subjectId })
    .from(vaultKey)
    .where(eq(vaultKey.subjectId, clientId));
  if (!key || personal === '') return 'erased';
  try {
    const place = { table: 'signature', column: 'personal', row: id };
    return JSON.parse(await openFor(tx, clientId, place, personal));
  } catch (error) {
    if (error instanceof Unreadable) return 'broken';
    throw error;
  }
}
