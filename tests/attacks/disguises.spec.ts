// Z-05: staff's pages stay shut to visitors and clients however they are asked for: by headers that opened doors elsewhere, as data, ahead of time, or by another spelling of the address.
import { request as httpRequest } from 'node:http';
import { inTurns } from '../support/in-turns';
import { signInByRequest, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ROLE_MATRIX } from './role-matrix';

/** A header alone, or some that only go together. The first few are tried on every page, the rest on one. */
const ON_EVERY_PAGE = 4;
const DISGUISES: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-forwarded-for': '127.0.0.1' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  { RSC: '1', 'Next-Router-Prefetch': '2', 'Next-Router-Segment-Prefetch': '/_tree' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-subrequest': 'middleware', 'x-middleware-invoke': '1' },
  { Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': '/staff', 'x-invoke-path': '/staff', 'x-invoke-status': '200' },
  { 'x-original-url': '/staff', 'x-rewrite-url': '/staff', 'x-forwarded-uri': '/staff' },
  { 'x-foyer-path': '/staff', 'x-nonce': 'chosen' },
  { 'X-HTTP-Method-Override': 'GET', 'Next-Action': '00'.repeat(21) },
];

/** Other spellings of one address, as they go over the wire. */
const spellings = (path: string): string[] => {
  const last = path.slice(1);
  return [
    `/${last}.rsc`,
    `/${last}.segments/_tree.segment.rsc`,
    `/${last}?_rsc=1`,
    `/${last}?__nextDefaultLocale=en&nxtPreference=1`,
    `/_next/data/build/${last}.json`,
    `/_next/${last}`,
    `/%73${last.slice(1)}`,
    `/%2573${last.slice(1)}`,
    `/${last.toUpperCase()}`,
    `//${last}`,
    `/./${last}`,
    `/%2e/${last}`,
    `/home/../${last}`,
    `/home/%2e%2e/${last}`,
    `/home/..%2f${last}`,
    `/home/%252e%252e/${last}`,
    `/api/livez/../../${last}`,
    `/mailbox/..;/${last}`,
    `/${last}/`,
    `/${last}/.`,
    `/${last}.`,
    `/${last}%20`,
    `/${last}%00`,
    `/${last};x=1`,
    `/${last}%2f`,
    `/${last}/page`,
    `/${last}.html`,
    `/${last}.json`,
    `/\\${last}`,
    `/en/${last}`,
    `http://localhost/${last}`,
  ];
};

type Answered = { status: number; to: string; text: string };

/** As a program that changes nothing of the address it was given, and follows what leads on within the site. */
function ask(site: string, path: string, headers: Record<string, string>, hops = 3): Promise<Answered> {
  const { hostname, port, host } = new URL(site);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, path, headers: { Host: host, ...headers } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        const to = (answer.headers.location ?? '').replace(site, '');
        if (to.startsWith('/') && !to.startsWith('/sign-in') && hops > 0)
          return ask(site, to, headers, hops - 1).then(resolve, reject);
        resolve({ status, to, text: Buffer.concat(parts).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** What every page of staff has, and no other page of the site. */
const STAFFS = /aria-label="Staff"|"aria-label":"Staff"|\/staff\/submissions\/[0-9A-Z]{10}/;

const PAGES = Object.entries(ROLE_MATRIX)
  .filter(
    ([route, { method, outcomes }]) => /^\/staff\b/.test(route) && !method && outcomes.client === 'nothing',
  )
  .map(([route, { at = route }]) => at.replace(/\{(\w+)\}/, '0123456789'));

test('Z-05 no header and no spelling of an address opens a page of staff’s to a visitor or a client', async ({
  playwright,
  browser,
  site,
  mailbox,
}) => {
  const context = await playwright.request.newContext({
    baseURL: site.url,
    extraHTTPHeaders: { Origin: site.url },
    maxRedirects: 0,
  });
  await signInByRequest(context, mailbox, `disguised-${Date.now()}@example.org`);
  const cookieOf = ({ cookies }: { cookies: { name: string; value: string }[] }) =>
    cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const client = { Cookie: cookieOf(await context.storageState()) };
  await context.dispose();
  const staff = await browser.newContext({
    storageState: await staffState(site, 'front-desk'),
  });
  const known = { Cookie: cookieOf(await staff.storageState()) };
  await staff.close();

  // To somebody who may, it opens, as a page and as its data: else nothing here would show anything.
  for (const headers of [{}, { RSC: '1' }] as Record<string, string>[]) {
    const opened = await ask(site.url, '/staff', { ...known, ...headers });
    expect(opened.status).toBe(200);
    expect(opened.text).toMatch(STAFFS);
  }

  const asked = [
    ...PAGES.flatMap((path) =>
      DISGUISES.slice(0, ON_EVERY_PAGE).map((headers) => ({ path, headers: { ...client, ...headers } })),
    ),
    ...DISGUISES.flatMap((headers) => [
      { path: '/staff', headers },
      { path: '/staff', headers: { ...client, ...headers } },
    ]),
    ...['/staff', '/staff/calendar/day', '/staff/settings/practice']
      .flatMap(spellings)
      .map((path) => ({ path, headers: client })),
    ...spellings('/staff').flatMap((path) => [
      { path, headers: {} },
      { path, headers: { ...client, RSC: '1' } },
    ]),
  ];
  expect(asked.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  await inTurns(asked, async ({ path, headers }) => {
    const { status, to, text } = await ask(site.url, path, headers);
    // Asked for data, a browser may be told in it that there is nothing, or where to go; a page says so by its number.
    // What is fetched before anybody asks is put off with 503, whoever asks.
    const putOff = status === 503 && Object.keys(headers).some((name) => /prefetch|purpose/i.test(name));
    const opened = (status >= 500 && !putOff) || (status === 200 && !('RSC' in headers));
    if (opened || STAFFS.test(text))
      wrong.push(`${path} ${JSON.stringify({ ...headers, Cookie: 'Cookie' in headers })}: ${status} ${to}`);
  });
  expect(wrong).toEqual([]);
});
