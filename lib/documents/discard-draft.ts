// Throws a draft away, when an admin has said twice that they mean it.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { documentDraft } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { lockDraft } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';

export type DiscardResult = { ok: true } | { ok: false; reason: 'not-allowed' | 'edited-meanwhile' };

/** One that is gone already is discarded. Refused: `not-allowed`, `edited-meanwhile` (it is not the one they saw). */
export async function discardDraft(
  actor: Staff,
  { slug, revision }: { slug: DocumentSlug; revision: number },
): Promise<DiscardResult> {
  if (!mayEdit(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const draft = await lockDraft(tx, slug);
    if (!draft) return { ok: true };
    if (draft.revision !== revision) return { ok: false, reason: 'edited-meanwhile' };
    await tx.delete(documentDraft).where(eq(documentDraft.id, draft.id));
    await record(tx, { event: 'document.draft-discarded', subject: draft.id, detail: { slug, revision } });
    return { ok: true };
  });
}
