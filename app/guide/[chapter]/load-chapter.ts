// Loads a chapter for whoever reads it, once a request: a client with what they keep, a visitor with what their browser opens.
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { asClient, currentSession } from '@/lib/accounts/require';
import { visitorSecret } from '@/lib/accounts/visitor-secret';
import { chapterNamed } from '@/lib/guide/chapters';
import { clientsGuide, type MyGuide, visitorsGuide } from '@/lib/guide/my-guide';

/** Staff read along; they keep nothing here. */
export type Reader = 'visitor' | 'client' | 'staff';

const nothing: MyGuide = { kept: new Map(), draft: null, read: null };

export const loadChapter = cache(async (slug: string) => {
  const found = chapterNamed(slug);
  // Not 404: whoever mistypes a chapter wants the guide, and a thrown 404 is a blank page without JavaScript.
  if (!found) redirect('/guide/starting');
  const session = await currentSession();
  const reader: Reader = session?.live ? session.kind : 'visitor';
  return { ...found, reader, mine: await mineOf() };

  async function mineOf(): Promise<MyGuide> {
    const { slug: chapter } = found?.chapter ?? redirect('/guide/starting');
    if (reader === 'client' && session) return clientsGuide(asClient(session).actor, chapter);
    return reader === 'visitor' ? visitorsGuide(await visitorSecret(), chapter) : nothing;
  }
});
