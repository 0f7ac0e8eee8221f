// An error is a whole page without JavaScript too: where a page throws, Next sends an empty one and draws it in the browser.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setRequestMeta } from 'next/dist/server/request-meta.js';

/** Pages that exist for this. */
const WHOLE = { 404: '/missing', 500: '/trouble', 503: '/unavailable' };

/** A note for the request at hand: the door to the data writes down here that it was shut (`db/busy.ts`). */
const atHand = new AsyncLocalStorage();
globalThis[Symbol.for('foyer.request')] = atHand;

/** Wraps Next's request handler. */
export function withWholeErrorPages(handle) {
  return async (request, response) => {
    if (!wantsDocument(request)) return handle(request, response);
    const note = { busy: false };
    const failed = await atHand.run(note, () => answerUnlessError(handle, request, response));
    if (!failed) return;
    const status = failed === 500 && note.busy ? 503 : failed;
    if (status === 503) response.setHeader('Retry-After', '30');
    request.url = WHOLE[status];
    // Next wrote down on the request that there is nothing: it would find nothing again.
    setRequestMeta(request, {});
    forceStatus(response, status);
    await handle(request, response);
  };
}

const wantsDocument = ({ method, headers }) =>
  method === 'GET' && !headers.rsc && (headers.accept ?? '').includes('text/html');

/** Lets the answer through as it comes; one of an error is swallowed, and its status returned. */
async function answerUnlessError(handle, request, response) {
  const { write, end, writeHead, flushHeaders } = response;
  // The answer may be made twice, each time with its own listeners.
  response.setMaxListeners(40);
  let error = 0;
  const ended = new Promise((resolve) => response.once('finish', resolve).once('close', resolve));
  let swallowed = () => {};
  const over = new Promise((resolve) => {
    swallowed = resolve;
  });
  // Before anything was sent: is it an error's empty page?
  const isError = () => {
    if (error || response.headersSent) return Boolean(error);
    const html = String(response.getHeader('content-type') ?? '').startsWith('text/html');
    if (html && WHOLE[response.statusCode] && !request.url.startsWith('/_next')) error = response.statusCode;
    return Boolean(error);
  };
  response.writeHead = (status, ...rest) => {
    response.statusCode = status;
    return isError() ? response : writeHead.call(response, status, ...rest);
  };
  response.flushHeaders = () => {
    if (!isError()) flushHeaders.call(response);
  };
  response.write = (...given) => (isError() ? true : write.apply(response, given));
  response.end = (...given) => {
    if (!isError()) return end.apply(response, given);
    swallowed();
    return response;
  };
  // A route handler waits for its answer to be gone, which a swallowed one is only when the page that follows is.
  await Promise.race([handle(request, response).then(() => ended), over]);
  Object.assign(response, { write, end, writeHead, flushHeaders });
  if (error) for (const name of response.getHeaderNames()) response.removeHeader(name);
  return error;
}

function forceStatus(response, status) {
  Object.defineProperty(response, 'statusCode', { get: () => status, set: () => {}, configurable: true });
}
