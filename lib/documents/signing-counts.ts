// How many of the clinic's present clients stand where with each document, counted by the one rule that says what a new version asks.
import { and, count, desc, eq, isNull, not } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { documentVersion, signature, submission } from '@/db/schema';
import { STANDINGS, type Standing, standingOf } from '@/lib/documents/standing';

/** Somebody whose intake is open: begun or sent, and neither closed nor declined. One a client. */
export const isPresent = and(
  not(oneOf(submission.status, ['declined', 'closed'])),
  isNull(submission.notForUsAt),
);

export type PublishedVersion = Pick<
  typeof documentVersion.$inferSelect,
  'slug' | 'version' | 'changeClass' | 'publishedAt' | 'title'
>;

/** Every published version, the newest of each document first. */
export async function publishedVersions(tx: Tx, locale = 'en'): Promise<PublishedVersion[]> {
  return tx
    .select({
      slug: documentVersion.slug,
      version: documentVersion.version,
      changeClass: documentVersion.changeClass,
      publishedAt: documentVersion.publishedAt,
      title: documentVersion.title,
    })
    .from(documentVersion)
    .where(eq(documentVersion.locale, locale))
    .orderBy(desc(documentVersion.version));
}

export type Counts = Record<Standing, number>;

/** By slug, for each document that is among `versions`. */
export async function signingCounts(
  tx: Tx,
  versions: readonly PublishedVersion[],
): Promise<Map<string, Counts>> {
  const [present] = await tx.select({ count: count() }).from(submission).where(isPresent);
  const newest = tx
    .selectDistinctOn([signature.clientId, signature.slug], {
      slug: signature.slug,
      version: signature.version,
      kind: signature.kind,
    })
    .from(signature)
    .innerJoin(submission, and(eq(submission.clientId, signature.clientId), isPresent))
    .orderBy(signature.clientId, signature.slug, desc(signature.signedAt), desc(signature.id))
    .as('newest');
  const groups = await tx
    .select({ slug: newest.slug, version: newest.version, kind: newest.kind, count: count() })
    .from(newest)
    .groupBy(newest.slug, newest.version, newest.kind);
  return new Map(
    [...new Set(versions.map(({ slug }) => slug))].map((slug) => [
      slug,
      countsOf(
        groups.filter((each) => each.slug === slug),
        versions.filter((each) => each.slug === slug),
        present?.count ?? 0,
      ),
    ]),
  );
}

type Newest = Pick<typeof signature.$inferSelect, 'version' | 'kind'>;

function countsOf(
  groups: readonly (Newest & { count: number })[],
  versions: readonly PublishedVersion[],
  present: number,
): Counts {
  const counts = Object.fromEntries(STANDINGS.map((each) => [each, 0])) as Counts;
  for (const group of groups) counts[standingOf(group, versions)] += group.count;
  const signed = groups.reduce((sum, group) => sum + group.count, 0);
  return { ...counts, unsigned: present - signed };
}

/** Who signed some version and has not taken it back: whom a new one asks again, or tells. */
export const holders = (counts: Counts): number =>
  counts.holds + counts['holds-with-notice'] + counts['again-before-session'] + counts['again-first'];
