// Whoever asks for too much is told to come back, and everybody else is answered meanwhile.
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join, resolve } from 'node:path';
import { answerFirst, browserOf, postSignature } from '../support/client-by-request';
import { expect, test } from '../support/site';

const root = resolve(import.meta.dirname, '../..');

test('every route that gives something out says with 503 when it can’t just now', () => {
  const routes = readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => ({ file, text: readFileSync(join(root, 'app', file), 'utf8') }))
    .filter(({ text }) => /export .*\bGET\b/.test(text));
  expect(routes.length).toBeGreaterThan(8);
  const bare = routes.filter(({ text }) => !text.includes('export const GET = readRoute('));
  // These never wait for the data, or go on without it.
  expect(bare.map(({ file }) => file).sort()).toEqual([
    'api/livez/route.ts',
    'api/readyz/route.ts',
    'exit/route.ts',
  ]);
});

test('thirty copies asked for at once: some are given, the rest are told to try again, and none is a fault', async ({
  playwright,
  site,
  mailbox,
}) => {
  const request = await browserOf(playwright.request, site.url);
  await answerFirst(request, mailbox, 'Ash Example');
  await postSignature(request, 'electronic-records', 'Ash Example');
  const file = '/documents/electronic-records/copy.pdf';
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => request.get(file, { headers: { Accept: 'text/html' } })),
  );
  const given = answers.filter((answer) => answer.status() === 200);
  const busy = answers.filter((answer) => answer.status() === 503);
  expect(given.length).toBeGreaterThan(0);
  expect(busy.length).toBeGreaterThan(0);
  expect(given.length + busy.length).toBe(30);
  expect(busy[0]?.headers()['retry-after']).toBe('30');
  expect(await busy[0]?.text()).toContain('Try again');
  expect((await request.get(file)).status(), 'and later it is there').toBe(200);
  await request.dispose();
});

test('I-05 a body that never ends is answered with words and let go; a whole one is taken', async () => {
  const { patientServer } = await import(join(root, 'scripts/serve/patient-server.mjs'));
  const answerWhole = (request: IncomingMessage, response: ServerResponse) =>
    request.resume().on('end', () => response.end('taken'));
  const server = patientServer(answerWhole, { patience: 300, lookEvery: 50 });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  expect(await answerTo(port, 'a=b&c')).toContain('taken');
  const late = await answerTo(port, 'a=b');
  expect(late).toMatch(/^HTTP\/1\.1 408 /);
  expect(late).toContain('The connection was too slow');
  expect(late).toContain('href="/exit"');
  server.close();
});

/** Everything that comes back for a body that should have five characters. */
function answerTo(port: number, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    socket.on('error', reject).on('close', () => resolve(answer));
    socket.write(`POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 5\r\n\r\n${body}`);
  });
}
