// Publishes a draft as the document's next version: with a fresh second factor, once, and all of it or nothing.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { documentDraft, documentVersion } from '@/db/schema';
import { type FactorRefusal, takeSecondFactor } from '@/lib/accounts/second-factor';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { currentVersion, type DocumentVersion } from '@/lib/documents/current-version';
import { type DocumentDraft, lockDraft } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { wholeText } from '@/lib/documents/edited-text';
import { factsOfClinic } from '@/lib/documents/facts-of-clinic';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';
import { publishedText } from '@/lib/documents/published-text';
import { textFaults } from '@/lib/documents/text-faults';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';

/** What a change asks of whoever has signed: nothing, before they next meet, before they do anything else. */
export const CHANGE_CLASSES = ['editorial', 'material', 'legal'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** The draft that was looked at, by its id and revision, and the six digits or recovery code that were typed. */
export type Publishing = {
  slug: DocumentSlug;
  draft: string;
  revision: number;
  changeClass: ChangeClass;
  code: string;
};

export type PublishRefusal =
  | 'not-allowed'
  | 'gone'
  | 'edited-meanwhile'
  | 'older-than-current'
  | 'not-valid'
  | 'nothing-changed'
  | FactorRefusal;

export type PublishResult = { ok: true; version: number } | { ok: false; reason: PublishRefusal };

/**
 * The same draft published twice is one version. The code is spent last, so that no other refusal costs one. Refused:
 * `not-allowed` (no admin), `gone` (discarded), `edited-meanwhile` (saved again since it was looked at),
 * `older-than-current` (another version was published since it was begun), `not-valid`, `nothing-changed` (every word
 * is as it was), `wrong` (no good code, or one that was used), `shut-here` (too many wrong ones),
 * `ended` (their last try: the sign-in is over).
 */
export async function publishDocument(actor: Staff, publishing: Publishing): Promise<PublishResult> {
  if (!mayEdit(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const { slug } = publishing;
    const draft = await lockDraft(tx, slug);
    if (draft?.id !== publishing.draft) return publishedBefore(tx, publishing);
    const current = await currentVersion(tx, slug);
    const refusal = await whatStops(tx, draft, current, publishing);
    if (refusal) return { ok: false, reason: refusal };
    // Who is signed in has given it on this device.
    const factor = await takeSecondFactor(
      tx,
      { staffId: actor.id, sessionId: actor.session, known: true },
      publishing.code,
    );
    if (!factor.ok) return factor;
    const number = draft.baseVersion + 1;
    await write(tx, actor, draft, { slug, version: number, changeClass: publishing.changeClass });
    return { ok: true, version: number };
  });
}

/** A second press of the same button finds the version that the first one made: it has the draft's id. */
async function publishedBefore(tx: Tx, { slug, draft }: Publishing): Promise<PublishResult> {
  if (!isId(draft)) return { ok: false, reason: 'gone' };
  const [made] = await tx.select().from(documentVersion).where(eq(documentVersion.id, draft));
  return made?.slug === slug ? { ok: true, version: made.version } : { ok: false, reason: 'gone' };
}

async function whatStops(
  tx: Tx,
  draft: DocumentDraft,
  current: DocumentVersion | null,
  { slug, revision }: Publishing,
): Promise<PublishRefusal | null> {
  if (draft.revision !== revision) return 'edited-meanwhile';
  if (current?.version !== draft.baseVersion) return 'older-than-current';
  if (textFaults(slug, draft.text).length > 0) return 'not-valid';
  // With the facts of today, and the day of then: a new date alone is no new text.
  const facts = factsOfClinic(await clinicOf(tx), current.publishedAt);
  const same = publishedText(wholeText(slug, draft.text), facts).sha256 === current.sha256;
  return same ? 'nothing-changed' : null;
}

async function write(
  tx: Tx,
  actor: Staff,
  draft: DocumentDraft,
  next: { slug: DocumentSlug; version: number; changeClass: ChangeClass },
) {
  const publishedAt = clock.now();
  const text = publishedText(
    wholeText(next.slug, draft.text),
    factsOfClinic(await clinicOf(tx), publishedAt),
  );
  await tx.insert(documentVersion).values({
    ...{ ...next, ...text, id: draft.id, locale: draft.locale, source: draft.text },
    ...{ publishedAt, publishedBy: actor.id },
  });
  await tx.delete(documentDraft).where(eq(documentDraft.id, draft.id));
  const detail = {
    ...{ ...next, sha256: text.sha256, revision: draft.revision },
    publishedAt: publishedAt.toISOString(),
  };
  await record(tx, { event: 'document.published', subject: draft.id, detail });
}
