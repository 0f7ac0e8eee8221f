// Serves the built site: writes down the true peer of each request, shows a whole page where Next would show an empty one, and finishes what is in hand before it stops.
import compression from 'compression';
import next from 'next';
import { projectFolder } from './launch/paths.mjs';
import { atTheDoor } from './serve/at-the-door.mjs';
import { patientServer } from './serve/patient-server.mjs';
import { withWholeErrorPages } from './serve/whole-error-pages.mjs';

const port = Number(process.env.PORT);
const hostname = process.env.HOST ?? '127.0.0.1';

const app = next({ dev: false, dir: projectFolder, hostname, port });
await app.prepare();
const handle = atTheDoor(withWholeErrorPages(app.getRequestHandler()), {
  publicUrl: process.env.PUBLIC_URL,
  behindProxy: Number(process.env.TRUSTED_PROXIES ?? 0) > 0,
});
const compress = compression();

const server = patientServer((request, response) => {
  // Whoever stands at the other end of the wire is the last hop; what a client wrote before it proves nothing.
  const claimed = request.headers['x-forwarded-for'];
  const peer = request.socket.remoteAddress ?? 'unknown';
  request.headers['x-forwarded-for'] = claimed ? `${claimed}, ${peer}` : peer;
  compress(request, response, () => {
    handle(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
});
server.listen(port, hostname);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    // New connections are refused, answers under way are finished; the jobs in hand stop by themselves meanwhile.
    server.close(() => setTimeout(() => process.exit(0), 200));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  });
}
