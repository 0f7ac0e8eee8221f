// Writes the one record of a signature: sealed whole, its personal part readable with the client's key alone.
import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { signature } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import type { DocumentVersion } from '@/lib/documents/current-version';
import type { DocumentKind } from '@/lib/documents/document-text';
import type { Given } from '@/lib/documents/may-sign';
import { partsOf } from '@/lib/documents/published-text';
import { seal } from '@/lib/documents/seal';
import { sha256OfRecord } from '@/lib/documents/verify-signature';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { sealFor } from '@/lib/vault/keys';

/** Where and how it was signed, as the server saw it. */
export type Evidence = {
  ip: string;
  userAgent: string;
  signedInAt: Date;
  signedInBy: string;
  /** A second key that was given after that, by its kind. */
  secondKey?: string;
};

const EVENT: Record<DocumentKind, AuditEventName> = {
  signature: 'document.signed',
  acknowledgement: 'document.acknowledged',
  receipt: 'document.received',
};

/** Keeps the record, or finds the one that a second post of the same form made meanwhile. Returns its id. */
export async function keepSignature(
  tx: Tx,
  clientId: string,
  version: DocumentVersion,
  given: Given,
  { ip, userAgent, signedInAt, signedInBy, secondKey }: Evidence,
): Promise<string> {
  const id = newId();
  const signedAt = clock.now();
  const { slug, version: number, locale, title, sha256, kind } = version;
  const typedName = kind === 'signature' ? given.typedName.trim() : undefined;
  const sealed = seal(
    {
      id,
      kind,
      account: clientId,
      signedIn: { by: signedInBy, at: signedInAt.toISOString(), ...(secondKey && { secondKey }) },
      document: { versionId: version.id, slug, version: number, locale, title, sha256 },
      boxesTicked: partsOf(version).boxes.flatMap((box) => (given.boxes.includes(box.id) ? [box.id] : [])),
      ...(slug === 'electronic-records' && { sampleOpened: true as const }),
      signedAt: signedAt.toISOString(),
    },
    { typedName, ip, userAgent },
    settings.signingKey,
  );
  const place = { table: 'signature', column: 'personal', row: id };
  const kept = await tx
    .insert(signature)
    .values({
      id,
      clientId,
      documentVersionId: version.id,
      kind,
      slug,
      version: number,
      sha256,
      locale,
      signedAt,
      personal: await sealFor(tx, clientId, place, JSON.stringify(sealed.personal)),
      record: sealed.record,
      seal: sealed.seal,
      keyId: sealed.keyId,
    })
    .onConflictDoNothing()
    .returning({ id: signature.id });
  if (kept.length === 0) return keptBefore(tx, clientId, version.id);
  await record(tx, {
    event: EVENT[kind],
    subject: clientId,
    // The chain holds the record fast: nobody can put another in its place, not even with the signing key.
    detail: { document: slug, version: number, signature: id, record: sha256OfRecord(sealed.record) },
  });
  return id;
}

/** The id of this client's record of this version, or null. */
export async function keptSignature(tx: Tx, clientId: string, versionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: signature.id })
    .from(signature)
    .where(
      and(
        eq(signature.clientId, clientId),
        eq(signature.documentVersionId, versionId),
        ne(signature.kind, 'withdrawal'),
      ),
    );
  return row?.id ?? null;
}

async function keptBefore(tx: Tx, clientId: string, versionId: string): Promise<string> {
  const id = await keptSignature(tx, clientId, versionId);
  if (!id) throw new Error('a signature was refused as made before, and is not there');
  return id;
}
