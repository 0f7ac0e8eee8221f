// What a client chose to share of their thoughts on the guide. For clinicians and the clinical lead alone, and never scored.
import { and, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { reflection } from '@/db/schema';
import { questions } from '@/lib/guide/questions';
import type { Reflection } from '@/lib/guide/reflection';
import { reflectionPlace } from '@/lib/guide/reflections-of';
import { openFor } from '@/lib/vault/keys';
import { isClinical, type Staff } from './submission-by-reference';

export type SharedReflection = {
  question: string;
  chapter: string;
  asks: string;
  /** What was chosen, in the guide's words; null where nothing was. */
  chosen: string | null;
  text: string;
  keptAt: Date;
};

/** In the order of the guide. Of somebody who has not sent their forms the policies give nothing. */
export async function sharedReflections(tx: Tx, actor: Staff, clientId: string): Promise<SharedReflection[]> {
  if (!isClinical(actor)) return [];
  const rows = await tx
    .select()
    .from(reflection)
    .where(and(eq(reflection.clientId, clientId), isNotNull(reflection.sharedAt)));
  const shared: SharedReflection[] = [];
  for (const { id, asks, chapter, choices } of questions) {
    const row = rows.find(({ question }) => question === id);
    if (!row) continue;
    const sealed = await openFor(tx, clientId, reflectionPlace(clientId, id), row.content);
    const { choice, text } = JSON.parse(sealed) as Reflection;
    const chosen = choices.find(({ value }) => value === choice)?.name ?? null;
    shared.push({ question: id, chapter: chapter.title, asks, chosen, text, keptAt: row.keptAt });
  }
  return shared;
}
