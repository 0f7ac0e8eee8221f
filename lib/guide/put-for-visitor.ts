// Writes what a visitor's own browser opens: what they keep, and what they typed and have yet to decide about.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import type { Reflection } from './reflection';
import type { Visitor } from './visitor-vault';

/** `content` null = taken away. `minutes`: how long it is there. */
export async function putForVisitor(
  tx: Tx,
  visitor: Visitor,
  { state, about, minutes }: { state: 'kept' | 'draft'; about: string; minutes: number },
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
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  };
  await tx
    .insert(visitorReflection)
    .values({ id: newId(), browserHash: visitor.hash, state, about, ...changed })
    .onConflictDoUpdate({ target: [browserHash, stateOf, aboutOf], set: changed });
}

/** Whether their browser still has to hold the secret. */
export async function holdsAnything(tx: Tx, visitor: Visitor): Promise<boolean> {
  const left = await tx
    .select({ id: visitorReflection.id })
    .from(visitorReflection)
    .where(eq(visitorReflection.browserHash, visitor.hash))
    .limit(1);
  return left.length > 0;
}
