// Who has signed a document and who has to again: the clinic's present clients, those who came last first, twenty at a time.
import { and, asc, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { documentVersion, signature, submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { isPresent } from '@/lib/documents/signing-counts';
import { STANDINGS, type Standing, standingOf } from '@/lib/documents/standing';
import { initialsOf, namesOf } from './names-of';
import type { Status } from './status';
import { knownToStaff, type Staff } from './submission-by-reference';

export const SIGNERS_A_PAGE = 20;

export type SignerRow = {
  reference: string;
  status: Status;
  initials: string;
  /** Null until they have given one. */
  name: string | null;
  standing: Standing;
  /** Their newest record of this document. */
  signed: { version: number; at: Date } | null;
};

/** Raw, as in the address: what makes no sense is ignored. */
export type SignersAsked = { standing?: string; after?: string };
export type Signers = { rows: SignerRow[]; standing: Standing | null; next: string | null };

/**
 * Nothing of a signature but when and which version: what is personal in it stays in the client's file. Having looked
 * is one line in the record, with whom it showed. Clients who have not sent their forms are nobody's to list yet.
 */
export async function documentSigners(
  actor: Staff,
  slug: DocumentSlug,
  asked: SignersAsked,
): Promise<Signers> {
  const standing = STANDINGS.find((each) => each === asked.standing) ?? null;
  return as(actor, async (tx) => {
    const versions = await tx
      .select({ version: documentVersion.version, changeClass: documentVersion.changeClass })
      .from(documentVersion)
      .where(and(eq(documentVersion.slug, slug), eq(documentVersion.locale, 'en')));
    const found = await signersAfter(tx, actor, slug, { versions, standing, after: readPlace(asked.after) });
    const page = found.slice(0, SIGNERS_A_PAGE);
    const names = await namesOf(
      tx,
      page.map(({ id }) => id),
    );
    const last = found.length > SIGNERS_A_PAGE ? page.at(-1) : undefined;
    await record(tx, {
      event: 'document.signers-listed',
      subject: 'clinic',
      detail: { document: slug, standing, submissions: page.map(({ id }) => id) },
    });
    return {
      rows: page.map(({ id, signed, reference, status }) => ({
        ...{ reference, status, name: names.get(id) ?? null, initials: initialsOf(names.get(id)) },
        standing: standingOf(signed, versions),
        signed: signed && { version: signed.version, at: signed.signedAt },
      })),
      standing,
      next: last ? `${last.since}-${last.reference}` : null,
    };
  });
}

type Versions = Parameters<typeof standingOf>[1];
type Narrowed = { versions: Versions; standing: Standing | null; after: Place | null };
type Place = { since: number; reference: string };

async function signersAfter(
  tx: Tx,
  actor: Staff,
  slug: DocumentSlug,
  { versions, standing, after }: Narrowed,
) {
  const newest = tx
    .select({ version: signature.version, kind: signature.kind, signedAt: signature.signedAt })
    .from(signature)
    .where(and(eq(signature.clientId, submission.clientId), eq(signature.slug, slug)))
    .orderBy(desc(signature.signedAt), desc(signature.id))
    .limit(1)
    .as('newest');
  const since = sql<number>`floor(extract(epoch from coalesce(${submission.submittedAt}, ${submission.createdAt})) * 1000)::bigint`;
  return tx
    .select({
      id: submission.id,
      reference: submission.reference,
      status: submission.status,
      since: since.mapWith(Number),
      signed: { version: newest.version, kind: newest.kind, signedAt: newest.signedAt },
    })
    .from(submission)
    .leftJoinLateral(newest, sql`true`)
    .where(
      and(
        isPresent,
        knownToStaff(tx, actor),
        standsSo(standing, versions, newest),
        after
          ? sql`(-${since}, ${submission.reference}) > (${-after.since}::bigint, ${after.reference}::text)`
          : undefined,
      ),
    )
    .orderBy(desc(since), asc(submission.reference))
    .limit(SIGNERS_A_PAGE + 1);
}

/** The versions whose signers stand so are told by the one rule; Postgres only looks them up. */
function standsSo(
  standing: Standing | null,
  versions: Versions,
  newest: { version: AnyPgColumn; kind: AnyPgColumn },
): SQL | undefined {
  if (!standing) return undefined;
  if (standing === 'unsigned') return isNull(newest.kind);
  if (standing === 'withdrawn') return eq(newest.kind, 'withdrawal');
  const those = versions
    .map(({ version }) => version)
    .filter((version) => standingOf({ version, kind: 'signature' }, versions) === standing);
  return those.length > 0 ? and(ne(newest.kind, 'withdrawal'), oneOf(newest.version, those)) : sql`false`;
}

function readPlace(given: string | undefined): Place | null {
  const parts = /^(\d{1,16})-([0-9A-Z]{10})$/.exec(given ?? '');
  return parts ? { since: Number(parts[1]), reference: parts[2] ?? '' } : null;
}
