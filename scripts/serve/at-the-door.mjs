// What is settled before a page is asked for: the one address, the methods there are, what can be read, and that staff's pages wait until somebody looks.
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Matches no route. */
const NOTHING = '/nothing-here';

/**
 * Wraps a request handler. `publicUrl` is the address people use: forms are let in from there alone, so whoever came
 * by another name of this machine is led to it. `behindProxy`: the nearest proxy says which name that was.
 */
export function atTheDoor(handle, { publicUrl, behindProxy }) {
  const { host, origin } = new URL(publicUrl);
  const nameOf = ({ headers }) => (behindProxy && headers['x-forwarded-host']) || headers.host;

  return async (request, response) => {
    if (!METHODS.includes(request.method)) return refuse(response, 405, { Allow: METHODS.join(', ') });
    if (!request.url.startsWith('/')) return refuse(response, 400);
    if (!isReadable(request.url)) request.url = NOTHING;
    if (!fitsTheRouter(request)) return refuse(response, 400);
    if (readsAhead(request)) return refuse(response, 503);
    const name = nameOf(request);
    if (isVisit(request) && name && name !== host)
      return refuse(response, 307, { Location: origin + request.url });
    return handle(request, response);
  };
}

/** A health check names the machine; a form from elsewhere is refused by its route, which says why. */
const isVisit = ({ method, url }) => (method === 'GET' || method === 'HEAD') && !url.startsWith('/api/');

/** No address of ours holds a control character, or a half-written escape: Postgres and Next can't read them. */
function isReadable(url) {
  const [path] = url.split('?');
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(path)) && !/%00/.test(url);
  } catch {
    return false;
  }
}

/** By Next's own reader: it throws where the header is no tree of pages, and the answer would be a fault of ours. */
function fitsTheRouter({ headers }) {
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Each reading by staff is one line in the record, of somebody who looked: what a browser fetches before anybody asks for
 * it, and the head of a page that nobody sees, are not answered. Browsers then fetch it when it is opened. It is decided
 * here because Next takes its own headers off a request before `proxy.ts` sees it. A program that asks ahead and says
 * nothing of it can't be told from somebody who looks, and is on the record as such.
 */
function readsAhead({ method, url, headers }) {
  if (!STAFF.test(decodeURIComponent(new URL(`http://here${url}`).pathname))) return false;
  const said = PURPOSES.some((name) => /prefetch|prerender|preview/i.test(headers[name] ?? ''));
  return method === 'HEAD' || said || AHEAD.some((name) => name in headers);
}

/** However it is written: most other spellings lead nowhere, and need no answer ahead either. */
const STAFF = /^[/\\.]*staff(\W|$)/i;
/** Next's router sends the first two, whatever their value; its proxy the third. */
const AHEAD = ['next-router-prefetch', 'next-router-segment-prefetch', 'x-middleware-prefetch'];
/** Today's name and those of older browsers. The value may say more: `prefetch;prerender`. */
const PURPOSES = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

function refuse(response, status, headers = {}) {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end();
}
