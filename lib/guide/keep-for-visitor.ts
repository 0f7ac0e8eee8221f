// A visitor keeps what they thought about a chapter: for a day, in a form that only their own browser's cookie opens.
import { and, eq } from 'drizzle-orm';
import { Busy } from '@/db/busy';
import { as, type Tx } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import type { Fields } from '@/lib/accounts/fields';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { withinLimit } from '@/lib/accounts/limits';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import type { ChapterSlug } from './chapter';
import type { Reflection } from './reflection';
import { settleReflections } from './settle-reflections';
import { visitorReflections } from './visitor-reflections';
import { type Visitor, visitorWith } from './visitor-vault';

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
    for (const [question, change] of changes) await put(tx, visitor, 'kept', question, change);
    await put(tx, visitor, 'draft', chapter, draft);
    const left = await tx
      .select({ id: visitorReflection.id })
      .from(visitorReflection)
      .where(eq(visitorReflection.browserHash, visitor.hash))
      .limit(1);
    return { ok: !draft?.errors.length, secret: left.length > 0 ? secret : null };
  });
}

/** `content` null = taken away. */
async function put(
  tx: Tx,
  visitor: Visitor,
  state: 'kept' | 'draft',
  about: string,
  content: Reflection | FormDraft | null,
) {
  const { browserHash, state: stateOf, about: aboutOf } = visitorReflection;
  if (!content) {
    await tx
      .delete(visitorReflection)
      .where(and(eq(browserHash, visitor.hash), eq(stateOf, state), eq(aboutOf, about)));
    return;
  }
  const now = clock.now();
  const changed = {
    content: visitor.seal(about, content),
    keptAt: now,
    expiresAt: new Date(now.getTime() + VISITOR_HOURS * 60 * 60 * 1000),
  };
  await tx
    .insert(visitorReflection)
    .values({ id: newId(), browserHash: visitor.hash, state, about, ...changed })
    .onConflictDoUpdate({ target: [browserHash, stateOf, aboutOf], set: changed });
}
