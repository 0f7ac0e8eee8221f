// Finds out whether a port can be had, and which is free.
import { createServer } from 'node:net';
import { Stop } from './say.mjs';

/** 'free', 'taken', or 'forbidden' to this user. */
function ask(port, host) {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', ({ code }) => answer({ EADDRINUSE: 'taken', EACCES: 'forbidden' }[code] ?? 'free'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer('free')));
  });
}

/** Of this machine's own addresses too, so that "localhost" leads here whichever of them a browser tries first. */
async function stateOf(port, host = '127.0.0.1') {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    const state = await ask(port, address);
    if (state !== 'free') return state;
  }
  return 'free';
}

export const isFree = async (port, host) => (await stateOf(port, host)) === 'free';

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
async function nextFreePort(after, host) {
  for (let port = after + 1; port <= Math.min(after + 100, 65_535); port++) {
    if (await isFree(port, host)) return port;
  }
  return null;
}

/** The port that was asked for, or, when nobody asked for one, the next free one; `say` is told. Stops when it can't be had. */
export async function choosePort({ port, host, mayMove }, say) {
  const state = await stateOf(port, host);
  if (state === 'free') return port;
  if (state === 'forbidden') throw new Stop(`You may not use port ${port}: set PORT to one above 1023.`);
  const free = mayMove ? await nextFreePort(port, host) : null;
  if (!free)
    throw new Stop(`Port ${port} is taken by another program: stop that one, or set PORT to a free port.`);
  say(`Port ${port} is taken by another program: using ${free}.`);
  return free;
}
