// What every answer carries: a policy that lets nothing foreign in and nothing private out. It never decides who may see what.
import { type NextRequest, NextResponse } from 'next/server';
import { settings } from '@/lib/env/settings';

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const { pathname } = request.nextUrl;
  const policy = /^\/mailbox\/[\da-f-]{36}$/.test(pathname) ? MAIL_POLICY : contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  headers.set('Content-Security-Policy', policy);
  headers.set('x-nonce', nonce);
  headers.set('x-foyer-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.delete('x-middleware-subrequest');

  const response = asksForMailList(request)
    ? NextResponse.rewrite(new URL('/mailbox/list', request.nextUrl), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  const set = (name: string, value: string) => response.headers.set(name, value);
  set('Content-Security-Policy', policy);
  set('Cache-Control', 'private, no-store');
  set('X-Content-Type-Options', 'nosniff');
  set('X-Frame-Options', 'DENY');
  // Not `no-referrer`: forms would then say `Origin: null` without JavaScript.
  set('Referrer-Policy', 'same-origin');
  set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Cross-Origin-Resource-Policy', 'same-origin');
  set('X-Robots-Tag', 'noindex, nofollow');
  if (settings.https) set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${dev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
  ].join('; ');
}

/** The demo's mailbox shows a mail as a mail program would: its own colours, nothing loaded, nothing run. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** A page can't answer in JSON; the list beside it does. */
function asksForMailList({ method, nextUrl, headers }: NextRequest): boolean {
  const accept = headers.get('accept') ?? '';
  return (
    method === 'GET' &&
    nextUrl.pathname === '/mailbox' &&
    accept.includes('application/json') &&
    !accept.includes('text/html')
  );
}

export const config = { matcher: ['/((?!_next/static|_next/image).*)'] };
