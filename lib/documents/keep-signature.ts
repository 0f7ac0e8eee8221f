// Writes the one record of a signature or a withdrawal: sealed whole, its personal part readable with the client's key alone.
import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { signature } from '@/db/schema';
import type { AuditEventName } from '@/lib/audit/events';
import { record } from '@/lib/audit/record';
import type { DocumentVersion } from '@/lib/documents/current-version';
import { seal } from '@/lib/documents/seal';
import type { SignedRecord } from '@/lib/documents/signed-record';
import { sha256Of } from '@/lib/documents/verify-seal';
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

/** What is kept of an act: `round` counts the withdrawals before it. */
export type Act = Pick<SignedRecord, 'kind' | 'boxesTicked' | 'sampleOpened' | 'withdraws'> & {
  round: number;
  typedName?: string;
};

const EVENT: Record<SignedRecord['kind'], AuditEventName> = {
  signature: 'document.signed',
  acknowledgement: 'document.acknowledged',
  receipt: 'document.received',
  withdrawal: 'document.withdrawn',
};

/** Keeps the record of an act that was not kept before, and returns its id. The caller holds the client's row. */
export async function keepSignature(
  tx: Tx,
  clientId: string,
  version: DocumentVersion,
  { round, typedName, ...act }: Act,
  { ip, userAgent, signedInAt, signedInBy, secondKey }: Evidence,
): Promise<string> {
  const id = newId();
  const signedAt = clock.now();
  const { slug, version: number, locale, title, sha256 } = version;
  const sealed = seal(
    {
      ...act,
      round,
      id,
      account: clientId,
      signedIn: { by: signedInBy, at: signedInAt.toISOString(), ...(secondKey && { secondKey }) },
      document: { versionId: version.id, slug, version: number, locale, title, sha256 },
      signedAt: signedAt.toISOString(),
    },
    { typedName, ip, userAgent },
    settings.signingKey,
  );
  const place = { table: 'signature', column: 'personal', row: id };
  await tx.insert(signature).values({
    id,
    clientId,
    documentVersionId: version.id,
    kind: act.kind,
    slug,
    version: number,
    round,
    sha256,
    locale,
    signedAt,
    personal: await sealFor(tx, clientId, place, JSON.stringify(sealed.personal)),
    record: sealed.record,
    seal: sealed.seal,
    keyId: sealed.keyId,
  });
  await record(tx, {
    event: EVENT[act.kind],
    subject: clientId,
    // The chain holds the record fast: nobody can put another in its place, not even with the signing key.
    detail: { document: slug, version: number, signature: id, record: sha256Of(sealed.record) },
  });
  return id;
}

/** The id of this client's record of this version since they last withdrew the document, or null. */
export async function keptSignature(
  tx: Tx,
  clientId: string,
  versionId: string,
  round: number,
): Promise<string | null> {
  const [row] = await tx
    .select({ id: signature.id })
    .from(signature)
    .where(
      and(
        eq(signature.clientId, clientId),
        eq(signature.documentVersionId, versionId),
        eq(signature.round, round),
        ne(signature.kind, 'withdrawal'),
      ),
    );
  return row?.id ?? null;
}
