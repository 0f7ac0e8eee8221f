// A signature as it is kept, made ready to be verified: its personal part opened, or the reason why it can't be.
import type { Tx } from '@/db/client';
import type { signature } from '@/db/schema';
import { keptPart } from '@/lib/documents/kept-part';
import type { PersonalPart } from '@/lib/documents/signed-record';
import type { StoredSignature } from '@/lib/documents/verify-signature';

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

async function personalPart(
  tx: Tx,
  { id, clientId, personal }: Row,
): Promise<PersonalPart | 'erased' | 'broken'> {
  const part = await keptPart(tx, clientId, { table: 'signature', column: 'personal', row: id }, personal);
  return typeof part === 'string' ? part : JSON.parse(part.text);
}
