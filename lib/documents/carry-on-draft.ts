// A draft whose document was published meanwhile carries on from the newest version, once an admin has compared the two.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { documentDraft } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { currentVersion } from '@/lib/documents/current-version';
import { lockDraft } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { mayEdit, type Staff } from '@/lib/documents/may-edit';
import { clock } from '@/lib/env/clock';

export type CarryOnResult =
  | { ok: true }
  | { ok: false; reason: 'not-allowed' | 'gone' | 'edited-meanwhile' | 'older-than-current' };

/**
 * `version`: the one they compared it with. Refused: `not-allowed`, `gone`, `edited-meanwhile`, `older-than-current`
 * (yet another was published since).
 */
export async function carryOnDraft(
  actor: Staff,
  { slug, revision, version }: { slug: DocumentSlug; revision: number; version: number },
): Promise<CarryOnResult> {
  if (!mayEdit(actor)) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    const draft = await lockDraft(tx, slug);
    if (!draft) return { ok: false, reason: 'gone' };
    if (draft.revision !== revision) return { ok: false, reason: 'edited-meanwhile' };
    if ((await currentVersion(tx, slug))?.version !== version)
      return { ok: false, reason: 'older-than-current' };
    const next = {
      baseVersion: version,
      revision: revision + 1,
      changedBy: actor.id,
      changedAt: clock.now(),
    };
    await tx.update(documentDraft).set(next).where(eq(documentDraft.id, draft.id));
    const detail = { slug, revision: next.revision, base: version };
    await record(tx, { event: 'document.drafted', subject: draft.id, detail });
    return { ok: true };
  });
}
