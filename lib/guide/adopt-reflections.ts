// What somebody kept before they signed in becomes their account's: once, sealed anew under their own key, for themselves alone.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import { draftOf, type FormDraft, keepDraft } from '@/lib/accounts/form-draft';
import { clock } from '@/lib/env/clock';
import { lockReflections, putReflections } from './put-reflections';
import { draftKey, type Kept, type Reflection, sameReflection, together } from './reflection';
import { reflectionsOf } from './reflections-of';
import { openRows } from './visitor-reflections';
import { visitorWith } from './visitor-vault';

/**
 * Taking the rows and keeping them is one transaction, so that of two sign-ins at once one gets them. Where the account
 * has an answer already, both stay, the newer one first. Returns how many questions were taken over.
 */
export async function adoptReflections(
  { id }: Pick<Actor & { kind: 'client' }, 'id'>,
  secret: string | null,
): Promise<number> {
  if (!secret) return 0;
  const visitor = visitorWith(secret);
  return as({ kind: 'client', id, brings: visitor.hash }, async (tx) => {
    await lockReflections(tx, id);
    const rows = await tx
      .delete(visitorReflection)
      .where(eq(visitorReflection.browserHash, visitor.hash))
      .returning();
    const { kept, drafts } = openRows(
      visitor,
      rows.filter(({ expiresAt }) => expiresAt > clock.now()),
    );
    const stored = await reflectionsOf(tx, id);
    const changes = new Map<string, Reflection>();
    for (const [question, brought] of kept) {
      const own = stored.get(question);
      const both = own ? inOrder(brought, own) : brought;
      if (!own || !sameReflection(both, own)) changes.set(question, both);
    }
    await putReflections(tx, id, stored, changes);
    for (const [chapter, draft] of drafts) await adoptDraft(tx, id, chapter, draft);
    return kept.size;
  });
}

/** The newer one first. */
const inOrder = (one: Kept, other: Kept) =>
  one.keptAt > other.keptAt ? together(one, other) : together(other, one);

/** A draft the account has already was typed by somebody who was known: it stays. */
async function adoptDraft(tx: Tx, clientId: string, chapter: string, draft: FormDraft) {
  if (await draftOf(tx, clientId, draftKey(chapter))) return;
  await keepDraft(tx, clientId, draftKey(chapter), draft);
}
