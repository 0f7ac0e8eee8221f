// Keeps what somebody thought about a chapter: with their account, or for a day in this browser alone.
import type { NextRequest } from 'next/server';
import type { Fields } from '@/lib/accounts/fields';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { currentSession, signInPathFor } from '@/lib/accounts/require';
import { clientOf } from '@/lib/accounts/session';
import { dropVisitorSecret, keepVisitorSecret, visitorSecret } from '@/lib/accounts/visitor-secret';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { isChapterSlug } from '@/lib/guide/chapters';
import { markRead } from '@/lib/guide/chapters-read';
import { keepForLater } from '@/lib/guide/keep-for-later';
import { keepForVisitor } from '@/lib/guide/keep-for-visitor';
import { keepReflections } from '@/lib/guide/keep-reflections';
import { draftKey, MOST_BYTES } from '@/lib/guide/reflection';
import { isBlank } from '@/lib/guide/settle-reflections';
import { WAY, wayOn } from '../ways-on';

const keepRoute = formRoute<Fields>({
  who: 'anyone',
  mostBytes: MOST_BYTES,
  form: ({ chapter = '' }) => draftKey(chapter),
  page: ({ chapter }) => `/guide/${chapter}`,
  // What was kept before decides what may be kept now: the verbs read the fields, and keep what they refuse.
  parse: (fields) => ({ ok: true, input: fields }),
  act: async ({ params, ip }, fields) => {
    const chapter = params.chapter as ChapterSlug;
    const page = `/guide/${chapter}`;
    const session = await currentSession();
    if (session?.live && session.kind === 'staff') return { to: page };
    // Who has yet to give a second key is a visitor here: nothing is written into an account by e-mail alone.
    const client = session && clientOf(session);
    if (client && session.live) {
      const { ok } = await keepReflections(client, chapter, fields);
      if (ok && fields.has(WAY)) {
        const { path, read } = wayOn(chapter, fields.one(WAY), 'client');
        if (read) await markRead(client, chapter);
        return { to: path };
      }
      return { to: ok ? keptAt(chapter, fields) : page };
    }
    if (client && fields.one('for') === 'client') {
      await keepForLater(client, chapter, fields);
      return { to: signInPathFor(page, 'idle') };
    }
    if (!(await forVisitor(chapter, fields, ip))) return { to: page };
    return {
      to: fields.has(WAY) ? wayOn(chapter, fields.one(WAY), 'visitor').path : keptAt(chapter, fields),
    };
  },
});

/** Where it is said what was kept, or, kindly, that there was nothing to keep. */
const keptAt = (chapter: ChapterSlug, fields: Fields) =>
  `/guide/${chapter}${isBlank(chapter, fields) ? '?kept=nothing' : ''}#think`;

async function forVisitor(chapter: ChapterSlug, fields: Fields, ip: string): Promise<boolean> {
  const { ok, secret } = await keepForVisitor(await visitorSecret(), chapter, fields, ip);
  if (secret) await keepVisitorSecret(secret);
  else await dropVisitorSecret();
  return ok;
}

/** A chapter that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { chapter = '' } = await context.params;
  return isChapterSlug(chapter) ? keepRoute(request, context) : plainAnswer('404');
}
