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
  if (!isOwnDoing(request)) return blankPage(settings.exitUrl);
  // Read before its cookie goes.
  const secret = await visitorSecret();
  const leave = Promise.all([endSession('exit'), forgetVisitor(secret)]);
  await Promise.race([leave, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  return blankPage(settings.exitUrl);
}

/** A browser that only fetches ahead, or a foreign page that embeds this address, signs nobody out. */
function isVisit({ headers }: Request) {
  if (headers.get('sec-purpose')?.includes('prefetch')) return false;
  const destination = headers.get('sec-fetch-dest');
  return !destination || destination === 'document';
}

/** A link on another site leads away like any other, and takes nobody's session or notes with it. */
function isOwnDoing({ headers }: Request) {
  const from = headers.get('sec-fetch-site');
  return !from || from === 'same-origin' || from === 'none';
}

const blankPage = (address: string) =>
  new Response(blank(address), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    },
  });

function blank(address: string) {
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
