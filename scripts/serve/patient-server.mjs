// A server that waits for a request as long as a person on a bad line needs, and then says so in words.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { inProject } from '../launch/paths.mjs';

/** A form of ours arrives at once, or within this even on a bad line. */
const PATIENCE_MS = 15_000;
/**
 * How long a connection stays open between two requests: longer than those who keep one open, browsers' and proxies'
 * minute, so that no request is sent into one that is being closed.
 */
const KEPT_MS = 75_000;
/** How often slow requests are looked for: the wait is longer by up to this. */
const LOOK_EVERY_MS = 1_000;

/**
 * Like `createServer(handle)`. A request that is not there, whole, within `patience` milliseconds gets 408 and the
 * sentence for it, and its connection is closed.
 */
export function patientServer(handle, { patience = PATIENCE_MS, lookEvery = LOOK_EVERY_MS } = {}) {
  const server = createServer(
    {
      ...{ requestTimeout: patience, headersTimeout: patience },
      ...{ connectionsCheckingInterval: lookEvery, keepAliveTimeout: KEPT_MS },
    },
    handle,
  );
  const tooSlow = tooSlowAnswer();
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return socket.destroy();
    if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') return socket.end(BAD_REQUEST);
    // Read no further: what is still coming is for nobody.
    socket.end(tooSlow, () => socket.destroy());
  });
  return server;
}

const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n';

const wordsOf = (file) => JSON.parse(readFileSync(inProject(`messages/en/${file}.json`), 'utf8'));

/** The whole answer as it goes over the wire: nothing else can be asked any more. */
function tooSlowAnswer() {
  const { title, says, help } = wordsOf('refused');
  const { shortName, urgentHelp, exit } = wordsOf('frame');
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} – ${shortName}</title>
<h1>${title}</h1>
<p>${says['408']}</p>
<p>${help}</p>
<p><a href="/urgent-help">${urgentHelp}</a> <a href="/exit">${exit.short} ${exit.rest}</a></p>
</html>
`;
  return [
    'HTTP/1.1 408 Request Timeout',
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(page)}`,
    'Cache-Control: no-store',
    "Content-Security-Policy: default-src 'none'",
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
    'Connection: close',
    '',
    page,
  ].join('\r\n');
}
