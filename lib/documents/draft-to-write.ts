// A document as an admin writes it: the draft if there is one, else the words of the current version, and what either would be when published now.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { staffMember } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import type { ClinicFacts } from '@/lib/documents/clinic-facts';
import { currentVersion, type DocumentVersion } from '@/lib/documents/current-version';
import { draftOfDocument } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type EditedText, sourceOf, wholeText } from '@/lib/documents/edited-text';
import { factsOfClinic } from '@/lib/documents/facts-of-clinic';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';
import { type PublishedText, publishedText } from '@/lib/documents/published-text';
import { type Counts, publishedVersions, signingCounts } from '@/lib/documents/signing-counts';
import { textFaults } from '@/lib/documents/text-faults';
import { clock } from '@/lib/env/clock';

export type DraftToWrite = {
  current: DocumentVersion;
  draft: { id: string; revision: number; baseVersion: number; changedBy: string; changedAt: Date } | null;
  /** Of the draft, else of the current version. */
  text: EditedText;
  /** What `text` would be if it were published now; null while something is wrong with it. */
  published: (text: EditedText) => PublishedText | null;
  /** The same on the day of the current version: what differs then was written, or set, since. */
  comparable: (text: EditedText) => PublishedText | null;
  facts: ClinicFacts;
  counts: Counts;
  zone: string;
};

/** Null for who may not write, and when nothing is published under that name. */
export async function draftToWrite(actor: Staff, slug: DocumentSlug): Promise<DraftToWrite | null> {
  if (!mayEdit(actor)) return null;
  return as(actor, async (tx) => {
    const current = await currentVersion(tx, slug);
    const versions = (await publishedVersions(tx)).filter((each) => each.slug === slug);
    const counts = (await signingCounts(tx, versions)).get(slug);
    if (!current || !counts) return null;
    const draft = await draftOfDocument(tx, slug);
    const clinic = await clinicOf(tx);
    const facts = factsOfClinic(clinic, clock.now());
    const madeWith = (given: ClinicFacts) => (text: EditedText) =>
      textFaults(slug, text).length > 0 ? null : publishedText(wholeText(slug, text), given);
    const [writer] = draft
      ? await tx.select().from(staffMember).where(eq(staffMember.id, draft.changedBy))
      : [];
    return {
      current,
      draft: draft && { ...draft, changedBy: writer?.name ?? '' },
      text: draft?.text ?? sourceOf(current),
      published: madeWith(facts),
      comparable: madeWith(factsOfClinic(clinic, current.publishedAt)),
      facts,
      counts,
      zone: clinic.zone,
    };
  });
}
