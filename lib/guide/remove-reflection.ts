// A client takes away one of their reflections; whoever could read it no longer can.
import { type Actor, as } from '@/db/client';
import { lockReflections, putReflections } from './put-reflections';
import { reflectionsOf } from './reflections-of';

/** What isn't there (any more) is left alone. */
export async function removeReflection(actor: Actor & { kind: 'client' }, question: string) {
  await as(actor, async (tx) => {
    await lockReflections(tx, actor.id);
    const stored = await reflectionsOf(tx, actor.id);
    if (stored.has(question)) await putReflections(tx, actor.id, stored, new Map([[question, null]]));
  });
}
