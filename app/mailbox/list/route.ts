// The demo's mailbox for programs: the same mails as JSON, newest first; with `?since=`, an instant, those from then on. `/mailbox` answers with it where JSON is asked for.
import type { NextRequest } from 'next/server';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { settings } from '@/lib/env/settings';
import { localMailbox } from '@/lib/notices/local-mailbox';

/** What Postgres and we both write as a date. */
const LAST = Date.parse('9999-01-01T00:00:00Z');

export const GET = readRoute(async (request: NextRequest) => {
  const since = Date.parse(request.nextUrl.searchParams.get('since') ?? '');
  const messages = await localMailbox(settings, new Date(Math.min(Math.max(since || 0, 0), LAST)));
  if (!messages) return plainAnswer('404');
  return Response.json(
    messages.map(({ to, subject, text, html, sentAt }) => ({ to, subject, text, html, sentAt })),
  );
});
