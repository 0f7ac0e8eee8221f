// Which chapters a client has read to their end. It is for them to find their place again, and gates nothing.
import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { chapterRead } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import type { ChapterSlug } from './chapter';
import { isChapterSlug } from './chapters';

export async function chaptersRead(tx: Tx, clientId: string): Promise<Set<ChapterSlug>> {
  const rows = await tx
    .select({ chapter: chapterRead.chapter })
    .from(chapterRead)
    .where(eq(chapterRead.clientId, clientId));
  return new Set(rows.map(({ chapter }) => chapter).filter(isChapterSlug));
}

/** Read twice is read once. */
export async function markRead(actor: Actor & { kind: 'client' }, chapter: ChapterSlug) {
  await as(actor, (tx) => noteRead(tx, actor.id, chapter));
}

/** The same, in a transaction that is open already. */
export async function noteRead(tx: Tx, clientId: string, chapter: ChapterSlug) {
  await tx.insert(chapterRead).values({ clientId, chapter, readAt: clock.now() }).onConflictDoNothing();
}
