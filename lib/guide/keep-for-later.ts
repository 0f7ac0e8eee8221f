// Somebody whose session ran out while they wrote: what they typed waits for them as the chapter's draft, and nothing else happens.
import { type Actor, as } from '@/db/client';
import type { Fields } from '@/lib/accounts/fields';
import { keepDraft } from '@/lib/accounts/form-draft';
import type { ChapterSlug } from './chapter';
import { draftKey } from './reflection';

export async function keepForLater(actor: Actor & { kind: 'client' }, chapter: ChapterSlug, fields: Fields) {
  await as(actor, (tx) =>
    keepDraft(tx, actor.id, draftKey(chapter), { values: fields.values(), errors: [] }),
  );
}
