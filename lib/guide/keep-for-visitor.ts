// A visitor keeps what they thought about a chapter: for a day, in a form that only their own browser's cookie opens.
import { Busy } from '@/db/busy';
import { as } from '@/db/client';
import type { Fields } from '@/lib/accounts/fields';
import { withinLimit } from '@/lib/accounts/limits';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import type { ChapterSlug } from './chapter';
import { holdsAnything, putForVisitor } from './put-for-visitor';
import { settleReflections } from './settle-reflections';
import { visitorReflections } from './visitor-reflections';
import { visitorWith } from './visitor-vault';

export const VISITOR_HOURS = 24;

/**
 * `held`: the secret this browser has, if any. Returns the one it is to have from now on; null when nothing is kept
 * any more. What is refused is kept too, as the chapter's draft: no cookie would hold it. Throws `Busy` when too much
 * of it comes from one network at once.
 */
export async function keepForVisitor(
  held: string | null,
  chapter: ChapterSlug,
  fields: Fields,
  ip: string,
): Promise<{ ok: boolean; secret: string | null }> {
  const secret = held ?? newSecret();
  const visitor = visitorWith(secret);
  return as(visitor.actor, async (tx) => {
    const { kept, drafts } = await visitorReflections(tx, visitor);
    const { changes, draft } = settleReflections(chapter, fields, kept);
    const begins = kept.size + drafts.size === 0 && changes.size > 0;
    if ((begins || draft) && !(await withinLimit(tx, 'notes.network', ip)))
      throw new Busy('too much is kept from one network');
    const minutes = VISITOR_HOURS * 60;
    for (const [about, change] of changes)
      await putForVisitor(tx, visitor, { state: 'kept', about, minutes }, change);
    await putForVisitor(tx, visitor, { state: 'draft', about: chapter, minutes }, draft);
    return { ok: !draft?.errors.length, secret: (await holdsAnything(tx, visitor)) ? secret : null };
  });
}
