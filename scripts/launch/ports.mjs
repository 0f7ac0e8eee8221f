// Finds out whether a port can be had, and which is free.
import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error) => answer(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
  });
}

/** Free on this machine's own addresses, so that "localhost" leads here whichever of them a browser tries first. */
export async function isFree(port, host = '127.0.0.1') {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    if (!(await canListen(port, address))) return false;
  }
  return true;
}

/** Any free port of 127.0.0.1, as the system gives it. */
export function anyFreePort() {
  return new Promise((answer, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => answer(port));
    });
  });
}

/** The first free port after this one; null when none of the next hundred is. */
export async function nextFreePort(after, host) {
  for (let port = after + 1; port <= Math.min(after + 100, 65_535); port++) {
    if (await isFree(port, host)) return port;
  }
  return null;
}
