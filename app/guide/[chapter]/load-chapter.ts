// Loads a chapter for whoever reads it, once a request: a client with what they keep, a visitor with what their browser opens.
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentSession } from '@/lib/accounts/require';
import { clientOf } from '@/lib/accounts/session';
import { visitorSecret } from '@/lib/accounts/visitor-secret';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { chapterNamed } from '@/lib/guide/chapters';
import { clientsGuide, type MyGuide, visitorsGuide } from '@/lib/guide/my-guide';

/** Staff read along; they keep nothing here. */
export type Reader = 'visitor' | 'client' | 'staff';

export const loadChapter = cache(async (slug: string) => {
  const found = chapterNamed(slug);
  // Not 404: whoever mistypes a chapter wants the guide, and a thrown 404 is a blank page without JavaScript.
  if (!found) redirect('/guide/starting');
  return { ...found, ...(await readerOf(found.chapter.slug)) };
});

/** A session that has idled out, or has yet to give its second key, shows nothing of its owner's. */
async function readerOf(chapter: ChapterSlug): Promise<{ reader: Reader; mine: MyGuide }> {
  const session = await currentSession();
  if (session?.live && session.kind === 'staff')
    return { reader: 'staff', mine: { kept: new Map(), draft: null, read: null } };
  const client = session?.live ? clientOf(session) : null;
  return client
    ? { reader: 'client', mine: await clientsGuide(client, chapter) }
    : { reader: 'visitor', mine: await visitorsGuide(await visitorSecret(), chapter) };
}
