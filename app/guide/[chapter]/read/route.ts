// At the end of a chapter: a client's is noted as read, and everybody goes on to what comes next.
import type { NextRequest } from 'next/server';
import { formRoute, type Params } from '@/lib/accounts/form-route';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { clientIfAny } from '@/lib/accounts/require';
import { chapterNamed } from '@/lib/guide/chapters';
import { markRead } from '@/lib/guide/chapters-read';

const readRoute = formRoute<null>({
  who: 'anyone',
  form: ({ chapter }) => `guide/${chapter}/read`,
  page: ({ chapter }) => `/guide/${chapter}`,
  parse: () => ({ ok: true, input: null }),
  act: async ({ params }) => {
    const found = chapterNamed(params.chapter ?? '');
    const client = await clientIfAny();
    if (found && client) await markRead(client.actor, found.chapter.slug);
    return { to: found?.next ? `/guide/${found.next.slug}` : '/home' };
  },
});

/** A chapter that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { chapter = '' } = await context.params;
  return chapterNamed(chapter) ? readRoute(request, context) : plainAnswer('404');
}
