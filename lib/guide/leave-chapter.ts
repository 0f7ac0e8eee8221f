// A client goes on from a chapter: it counts as read, and what they typed and didn't keep is never thrown away unasked.
import { type Actor, as } from '@/db/client';
import type { Fields } from '@/lib/accounts/fields';
import { dropDraft, keepDraft } from '@/lib/accounts/form-draft';
import type { ChapterSlug } from './chapter';
import { noteRead } from './chapters-read';
import { lockReflections } from './put-reflections';
import { draftKey } from './reflection';
import { reflectionsOf } from './reflections-of';
import { holdsUnkept } from './settle-reflections';

export type Leaving = {
  /** They were asked, and go on without it. */
  without: boolean;
  /** It counts as read from now on. */
  read: boolean;
};

/** Refused: `unkept` (something is typed and not kept; it waits as the chapter's draft, and nothing else happens). */
export async function leaveChapter(
  actor: Actor & { kind: 'client' },
  chapter: ChapterSlug,
  fields: Fields,
  { without, read }: Leaving,
): Promise<{ ok: true } | { ok: false; reason: 'unkept' }> {
  return as(actor, async (tx) => {
    await lockReflections(tx, actor.id);
    if (!without && holdsUnkept(chapter, fields, await reflectionsOf(tx, actor.id))) {
      await keepDraft(tx, actor.id, draftKey(chapter), { values: fields.values(), errors: [] });
      return { ok: false, reason: 'unkept' };
    }
    await dropDraft(tx, actor.id, draftKey(chapter));
    if (read) await noteRead(tx, actor.id, chapter);
    return { ok: true };
  });
}
