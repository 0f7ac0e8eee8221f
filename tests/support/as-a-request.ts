// Calls a route's handler with a cookie and without a site: what stands behind `cookies()` and `headers()` is this test's own.
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js';
import { NextRequest } from 'next/server';
import { sessionCookieName } from '@/lib/accounts/cookies';
import { settings } from '@/lib/env/settings';

type Params = Record<string, string>;
type Post = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

/** Posts `fields` as a page of ours would, by whoever holds the session's `token`. A route without any is given no `params` by Next. */
export async function posted(
  post: Post,
  token: string,
  params: Params | undefined,
  fields: Record<string, string>,
) {
  const request = new NextRequest(settings.publicUrl, {
    method: 'POST',
    headers: { origin: settings.publicUrl.origin, cookie: `${sessionCookieName()}=${token}` },
    body: new URLSearchParams(fields),
  });
  const { cookies, headers } = request;
  const unit = { type: 'request', phase: 'action', cookies, userspaceMutableCookies: cookies, headers };
  return workAsyncStorage.run({ route: '/' } as never, () =>
    workUnitAsyncStorage.run(unit as never, () =>
      post(request, { params: Promise.resolve(params as Params) }),
    ),
  );
}
