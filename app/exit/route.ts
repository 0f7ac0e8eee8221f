// Leaves: ends the session, shows nothing of this site, and puts the neutral address in this page's place.
import { endSession } from '@/lib/accounts/end-session';
import { visitorSecret } from '@/lib/accounts/visitor-secret';
import { settings } from '@/lib/env/settings';
import { forgetVisitor } from '@/lib/guide/forget-visitor';

// Whoever leaves must get away, also while the database is down: the cookies go at once, the rest may finish later.
const PATIENCE_MS = 1500;

/**
 * A GET, because it must be a plain link without JavaScript. It answers a blank page that a refresh of 0 seconds
 * replaces, and not a redirect: a redirect leaves the old page on screen until the other site answers.
 * No `Clear-Site-Data`: every page is `no-store` already, and browsers make people wait while they clear a cache.
 */
export async function GET(request: Request) {
  if (!isVisit(request)) return new Response(null, { status: 204 });
  // Read before its cookie goes.
  const secret = await visitorSecret();
  const leave = Promise.all([endSession('exit'), forgetVisitor(secret)]);
  await Promise.race([leave, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  return new Response(blankPage(settings.exitUrl), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });
}

/** A browser that only fetches ahead, or a foreign page that embeds this address, signs nobody out. */
function isVisit({ headers }: Request) {
  if (headers.get('sec-purpose')?.includes('prefetch')) return false;
  const destination = headers.get('sec-fetch-dest');
  return !destination || destination === 'document';
}

function blankPage(address: string) {
  const url = new URL(address);
  const href = url.href.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${href}">
<title>${url.host}</title>
</head>
<body><p><a href="${href}">${url.host}</a></p></body>
</html>
`;
}
