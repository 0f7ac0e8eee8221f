// Keeps what an admin has written of a document; of two who write at once, the later save is told, and nothing of either is lost.
import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { documentDraft } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { currentVersion } from '@/lib/documents/current-version';
import { lockDraft } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import type { EditedText } from '@/lib/documents/edited-text';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';
import { type TextFault, textFaults } from '@/lib/documents/text-faults';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';

/** `revision`: of the draft they had before them, 0 when there was none. `base`: the version that was current then. */
export type DraftToSave = { slug: DocumentSlug; base: number; revision: number; text: EditedText };

export type SaveRefusal = 'not-allowed' | 'unknown-version' | 'edited-meanwhile' | 'gone';

export type SaveResult =
  | { ok: true; revision: number }
  | { ok: false; reason: SaveRefusal; faults?: undefined }
  | { ok: false; reason: 'not-valid'; faults: TextFault[] };

/**
 * Saving the same words twice is once. Refused: `not-allowed` (no admin), `not-valid` (with its faults),
 * `unknown-version` (`base` was never published), `edited-meanwhile` (somebody else has saved since), `gone` (the
 * draft was published or discarded since).
 */
export async function saveDraft(actor: Staff, toSave: DraftToSave): Promise<SaveResult> {
  if (!mayEdit(actor)) return { ok: false, reason: 'not-allowed' };
  const faults = textFaults(toSave.slug, toSave.text);
  if (faults.length > 0) return { ok: false, reason: 'not-valid', faults };
  return as(actor, async (tx) => {
    const current = await currentVersion(tx, toSave.slug);
    if (!current || toSave.base < 1 || toSave.base > current.version)
      return { ok: false, reason: 'unknown-version' };
    const there = await lockDraft(tx, toSave.slug);
    if (there && canonicalJson(there.text) === canonicalJson(toSave.text))
      return { ok: true, revision: there.revision };
    if (there?.revision !== (toSave.revision || undefined))
      return { ok: false, reason: there ? 'edited-meanwhile' : 'gone' };
    return keep(tx, actor, toSave, there?.id);
  });
}

async function keep(
  tx: Tx,
  actor: Staff,
  { slug, base, revision, text }: DraftToSave,
  known: string | undefined,
): Promise<SaveResult> {
  const next = { text, revision: revision + 1, changedBy: actor.id, changedAt: clock.now() };
  const id = known ?? newId();
  if (known) await tx.update(documentDraft).set(next).where(eq(documentDraft.id, known));
  else {
    // Two may begin at once: one of them has begun it.
    const begun = await tx
      .insert(documentDraft)
      .values({ id, slug, locale: 'en', baseVersion: base, ...next })
      .onConflictDoNothing()
      .returning({ id: documentDraft.id });
    if (begun.length === 0) return { ok: false, reason: 'edited-meanwhile' };
  }
  await record(tx, { event: 'document.drafted', subject: id, detail: { slug, revision: next.revision } });
  return { ok: true, revision: next.revision };
}
