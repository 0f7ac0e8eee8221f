// A client keeps what they thought about a chapter: with their account, for themselves alone.
import { type Actor, as } from '@/db/client';
import type { Fields } from '@/lib/accounts/fields';
import { dropDraft, keepDraft } from '@/lib/accounts/form-draft';
import type { ChapterSlug } from './chapter';
import { lockReflections, putReflections } from './put-reflections';
import { draftKey } from './reflection';
import { reflectionsOf } from './reflections-of';
import { settleReflections } from './settle-reflections';

/** Keeping again replaces; an emptied box, and `remove` in `fields`, takes away. What is refused is the chapter's draft. */
export async function keepReflections(
  actor: Actor & { kind: 'client' },
  chapter: ChapterSlug,
  fields: Fields,
): Promise<{ ok: boolean }> {
  return as(actor, async (tx) => {
    await lockReflections(tx, actor.id);
    const stored = await reflectionsOf(tx, actor.id);
    const { changes, draft } = settleReflections(chapter, fields, stored);
    if (draft) await keepDraft(tx, actor.id, draftKey(chapter), draft);
    else await dropDraft(tx, actor.id, draftKey(chapter));
    await putReflections(tx, actor.id, stored, changes);
    return { ok: !draft?.errors.length };
  });
}
