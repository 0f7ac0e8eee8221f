// A visitor goes on from a chapter: what they typed and didn't keep waits, sealed, until they say what is to become of it.
import { Busy } from '@/db/busy';
import { as } from '@/db/client';
import type { Fields } from '@/lib/accounts/fields';
import { withinLimit } from '@/lib/accounts/limits';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import type { ChapterSlug } from './chapter';
import { holdsAnything, putForVisitor } from './put-for-visitor';
import { holdsUnkept } from './settle-reflections';
import { visitorReflections } from './visitor-reflections';
import { visitorWith } from './visitor-vault';

/** Nobody asked for it to be kept: long enough to answer one question. */
export const MINUTES_TO_DECIDE = 15;

/**
 * `held`: the secret this browser has, if any. Refused with `ok: false`: something is typed and not kept, and waits as
 * the chapter's draft. `secret`: what the browser is to have from now on. Throws `Busy` as keeping does.
 */
export async function leaveAsVisitor(
  held: string | null,
  chapter: ChapterSlug,
  fields: Fields,
  { without, ip }: { without: boolean; ip: string },
): Promise<{ ok: boolean; secret: string | null }> {
  // Most read and write nothing: nothing is made for them.
  if (!held && (without || !holdsUnkept(chapter, fields, new Map()))) return { ok: true, secret: null };
  const secret = held ?? newSecret();
  const visitor = visitorWith(secret);
  return as(visitor.actor, async (tx) => {
    const { kept } = await visitorReflections(tx, visitor);
    const unkept = !without && holdsUnkept(chapter, fields, kept);
    if (unkept && !(await withinLimit(tx, 'notes.network', ip)))
      throw new Busy('too much is kept from one network');
    const draft = unkept ? { values: fields.values(), errors: [] } : null;
    await putForVisitor(tx, visitor, { state: 'draft', about: chapter, minutes: MINUTES_TO_DECIDE }, draft);
    return { ok: !unkept, secret: (await holdsAnything(tx, visitor)) ? secret : null };
  });
}
