// Requests that no page of ours would send are answered plainly: no loop, no fault of ours, and nothing typed in a log.
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/site';

type Asked = { method?: string; host?: string; path: string; body?: string; cookie?: string };
type Answered = { status: number; location?: string; body: string };

/** As a program would, that sends whatever it likes. */
function ask(site: string, { method = 'GET', host, path, body, cookie }: Asked): Promise<Answered> {
  const { hostname, port, host: own, origin } = new URL(site);
  const headers = {
    Host: host ?? own,
    Accept: 'text/html',
    ...(cookie && { Cookie: cookie }),
    ...(body !== undefined && { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

test.describe('somebody who came by another name of this machine', () => {
  for (const host of ['127.0.0.1:8080', 'another-name.example']) {
    test(`is led from ${host} to the one address, whole`, async ({ site }) => {
      const answer = await ask(site.url, { host, path: '/guide/trust?from=a&b=c' });
      expect(answer).toMatchObject({ status: 307, location: `${site.url}/guide/trust?from=a&b=c` });
    });
  }

  test('is led inside this site, also by a path that looks like another one', async ({ site }) => {
    const { location = '' } = await ask(site.url, { host: 'another-name.example', path: '//evil.example/x' });
    expect(new URL(location).origin).toBe(site.url);
  });

  test('may ask whether the site is well: a health check knows the machine by its number', async ({
    site,
  }) => {
    expect(await ask(site.url, { host: '10.0.0.7:3000', path: '/api/livez' })).toMatchObject({ status: 200 });
  });
});

for (const method of ['TRACE', 'PROPFIND', 'DELETE', 'PUT']) {
  test(`I-08 ${method} is no way to ask here`, async ({ site }) => {
    expect(await ask(site.url, { method, path: '/' })).toMatchObject({ status: 405 });
  });
}

for (const tree of ['%5B%22%22%2C%7B%7D', '%7B%22children%22%3A1%7D', '%E0%A4%A', '%22', '1'.repeat(9_000)])
  test(`I-08 a tree of pages that is none is no fault of ours: ${tree.slice(0, 20)}`, async ({ request }) => {
    const headers = { RSC: '1', 'Next-Router-State-Tree': tree };
    for (const path of ['/', '/?_rsc=made-up', '/staff?_rsc=made-up'])
      expect((await request.get(path, { headers, maxRedirects: 0 })).status(), path).toBe(400);
  });

for (const path of [
  '/forms/1/1%',
  '/guide/%E0%A4%A',
  '/documents/%00',
  '/guide/trust?x=%00',
  '/%0d%0aX: y',
]) {
  test(`I-06 ${path} is an address like any other that isn’t there`, async ({ site }) => {
    const answer = await ask(site.url, { path: encodeSpaces(path) });
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('href="/exit"');
  });
}
const encodeSpaces = (path: string) => path.replaceAll(' ', '%20');

test('I-06 staff’s addresses with a NUL in them are missing, and forms that name something with one change nothing', async ({
  page,
  site,
  mailbox,
}) => {
  await signIn(page, mailbox, `nul-${Date.now()}@example.org`);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const path of [
    '/staff/submissions/%00',
    '/staff/recoveries/%00/settle',
    '/staff/recoveries/start/%00',
  ])
    expect((await ask(site.url, { path, cookie })).status, path).toBe(404);
  const removed = { method: 'POST', path: '/home/getting-in/remove/confirm', body: 'what=%00', cookie };
  expect((await ask(site.url, removed)).status).toBe(303);
  const answer = JSON.stringify({ id: 'Quetzalmark\u0000', response: {} });
  const body = new URLSearchParams({ answer }).toString();
  expect(
    (await ask(site.url, { method: 'POST', path: '/sign-in/second-key/passkey', body, cookie })).status,
  ).toBe(303);
  expect(readFileSync(join(site.dataFolder, 'log', 'app.log'), 'utf8')).not.toContain('Quetzalmark');
});
