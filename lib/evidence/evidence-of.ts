// Everything that is to be verified, read from the database a page at a time, as one instant saw it.
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvent, auditHead, documentVersion, estimate, estimateDiagnosis, signature } from '@/db/schema';
import { storedSignature } from '@/lib/documents/stored-signature';
import { personalPartHolds } from '@/lib/documents/verify-seal';
import { type Kept, storedEstimate } from '@/lib/estimates/stored-estimate';
import type { Content, LineOf } from '@/lib/evidence/line';

const PAGE = 1000;

/** Row after row, as many at once as fill a page. `read` gives those that follow `last`. */
async function* paged<T>(read: (last: T | undefined) => Promise<T[]>): AsyncGenerator<T> {
  let rows: T[] = [];
  do {
    rows = await read(rows.at(-1));
    yield* rows;
  } while (rows.length === PAGE);
}

/** To be read in a snapshot, as a job. `personal`: with typed names, network addresses and browsers. */
export async function* evidenceOf(tx: Tx, { personal }: { personal: boolean }): AsyncGenerator<Content> {
  yield* versions(tx);
  yield* headsOf(tx);
  yield* signatures(tx, personal);
  yield* estimates(tx);
  yield* events(tx);
}

async function* versions(tx: Tx): AsyncGenerator<LineOf<'version'>> {
  const rows = paged<typeof documentVersion.$inferSelect>((last) =>
    tx
      .select()
      .from(documentVersion)
      .where(last && gt(documentVersion.id, last.id))
      .orderBy(asc(documentVersion.id))
      .limit(PAGE),
  );
  for await (const row of rows) {
    const { id, slug, version, locale, kind, title, parts, body, sha256, changeClass, publishedBy } = row;
    const publishedAt = row.publishedAt.toISOString();
    yield {
      ...{ line: 'version', id, slug, version, locale, kind, title, parts, body },
      ...{ sha256, changeClass, publishedAt, publishedBy },
    };
  }
}

/** How far each chain has come: all that a checkpoint holds. */
export async function* headsOf(tx: Tx): AsyncGenerator<LineOf<'head'>> {
  const rows = paged<typeof auditHead.$inferSelect>((last) =>
    tx
      .select()
      .from(auditHead)
      .where(last && gt(auditHead.subject, last.subject))
      .orderBy(asc(auditHead.subject))
      .limit(PAGE),
  );
  for await (const { subject, seq, hash } of rows) yield { line: 'head', subject, seq, hash };
}

async function* signatures(tx: Tx, personal: boolean): AsyncGenerator<LineOf<'signature'>> {
  const rows = paged<typeof signature.$inferSelect>((last) =>
    tx
      .select()
      .from(signature)
      .where(last && gt(signature.id, last.id))
      .orderBy(asc(signature.id))
      .limit(PAGE),
  );
  for await (const row of rows) {
    const stored = await storedSignature(tx, row);
    const line = { line: 'signature' as const, ...stored };
    yield personal || typeof stored.personal === 'string'
      ? line
      : { ...line, personal: opensTo(stored.record, stored.personal) ? 'left-out' : 'broken' };
  }
}

/** Whoever reads an export without personal parts can't see this for themselves. */
function opensTo(record: string, personal: Parameters<typeof personalPartHolds>[1]): boolean {
  try {
    return personalPartHolds(JSON.parse(record), personal);
  } catch {
    return false;
  }
}

/** Nobody's figures are in an export: that they are those that were sealed is seen here, as of personal parts. */
async function* estimates(tx: Tx): AsyncGenerator<LineOf<'estimate'>> {
  const rows = paged<Kept>((last) =>
    tx
      .select({ estimate, diagnosis: estimateDiagnosis })
      .from(estimate)
      .leftJoin(estimateDiagnosis, eq(estimateDiagnosis.estimateId, estimate.id))
      .where(last && gt(estimate.id, last.estimate.id))
      .orderBy(asc(estimate.id))
      .limit(PAGE),
  );
  for await (const row of rows) yield { line: 'estimate', ...(await storedEstimate(tx, row, true)).stored };
}

async function* events(tx: Tx): AsyncGenerator<LineOf<'event'>> {
  const { subject, seq, id } = auditEvent;
  const rows = paged<typeof auditEvent.$inferSelect>((last) =>
    tx
      .select()
      .from(auditEvent)
      .where(last && sql`(${subject}, ${seq}, ${id}) > (${last.subject}, ${last.seq}, ${last.id})`)
      .orderBy(asc(subject), asc(seq), asc(id))
      .limit(PAGE),
  );
  for await (const row of rows) yield { line: 'event', ...row, at: row.at.toISOString() };
}
