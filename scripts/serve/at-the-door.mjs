// What is settled before a page is asked for: the one address, the methods there are, and paths that can be read.

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
/** Matches no route: the not-found page, whole. */
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

function refuse(response, status, headers = {}) {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end();
}
