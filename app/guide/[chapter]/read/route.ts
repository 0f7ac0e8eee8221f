// At the way out of a chapter: a client's is noted as read, and everybody goes on, once nothing typed would be lost by it.
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
import { keepForLater } from '@/lib/guide/keep-for-later';
import { leaveAsVisitor } from '@/lib/guide/leave-as-visitor';
import { leaveChapter } from '@/lib/guide/leave-chapter';
import { MOST_BYTES } from '@/lib/guide/reflection';
import { isBlank } from '@/lib/guide/settle-reflections';
import { ASKED, WAY, WAY_WITHOUT, wayOn } from '../ways-on';

const readRoute = formRoute<Fields>({
  who: 'anyone',
  mostBytes: MOST_BYTES,
  form: ({ chapter }) => `guide/${chapter}/read`,
  page: ({ chapter }) => `/guide/${chapter}`,
  parse: (fields) => ({ ok: true, input: fields }),
  act: async ({ params, ip }, fields) => {
    const chapter = params.chapter as ChapterSlug;
    const page = `/guide/${chapter}`;
    const without = fields.has(WAY_WITHOUT);
    const to = fields.one(without ? WAY_WITHOUT : WAY);
    const session = await currentSession();
    const client = session && clientOf(session);
    if (client && session.live) {
      const { path, read } = wayOn(chapter, to, 'client');
      const { ok } = await leaveChapter(client, chapter, fields, { without, read });
      return { to: ok ? path : `${page}#${ASKED}` };
    }
    if (client && fields.one('for') === 'client' && !without && !isBlank(chapter, fields)) {
      await keepForLater(client, chapter, fields);
      return { to: signInPathFor(page, 'idle') };
    }
    const ok = await asVisitor(chapter, fields, { without, ip });
    return { to: ok ? wayOn(chapter, to, 'visitor').path : `${page}#${ASKED}` };
  },
});

async function asVisitor(chapter: ChapterSlug, fields: Fields, how: { without: boolean; ip: string }) {
  const held = await visitorSecret();
  const { ok, secret } = await leaveAsVisitor(held, chapter, fields, how);
  if (secret) await keepVisitorSecret(secret);
  else if (held) await dropVisitorSecret();
  return ok;
}

/** A chapter that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { chapter = '' } = await context.params;
  return isChapterSlug(chapter) ? readRoute(request, context) : plainAnswer('404');
}
