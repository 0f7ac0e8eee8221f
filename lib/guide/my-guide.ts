// What a chapter's page knows of its reader: what they keep, what they typed and wasn't taken, and what they have read.
import { type Actor, as } from '@/db/client';
import { draftOf, type FormDraft } from '@/lib/accounts/form-draft';
import type { ChapterSlug } from './chapter';
import { chaptersRead } from './chapters-read';
import { draftKey, type Kept } from './reflection';
import { reflectionsOf } from './reflections-of';
import { visitorReflections } from './visitor-reflections';
import { visitorWith } from './visitor-vault';

export type MyGuide = {
  kept: ReadonlyMap<string, Kept>;
  draft: FormDraft | null;
  /** Null for visitors, of whom it isn't kept. */
  read: ReadonlySet<ChapterSlug> | null;
};

export async function clientsGuide(
  actor: Actor & { kind: 'client' },
  chapter: ChapterSlug,
): Promise<MyGuide> {
  return as(actor, async (tx) => ({
    kept: await reflectionsOf(tx, actor.id),
    draft: await draftOf(tx, actor.id, draftKey(chapter)),
    read: await chaptersRead(tx, actor.id),
  }));
}

/** `secret`: what the visitor's browser holds, if it holds one. */
export async function visitorsGuide(secret: string | null, chapter: ChapterSlug): Promise<MyGuide> {
  if (!secret) return { kept: new Map(), draft: null, read: null };
  const visitor = visitorWith(secret);
  const { kept, drafts } = await as(visitor.actor, (tx) => visitorReflections(tx, visitor));
  return { kept, draft: drafts.get(chapter) ?? null, read: null };
}
