// A page is light: on an old phone with a slow line it is there at once, and it asks nobody but this site for anything.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page, Request } from '@playwright/test';
import words from '@/messages/en/quiet.json' with { type: 'json' };
import { comeIn } from '../support/sign-in';
import { expect, test } from '../support/site';

/** Bytes over the wire, compressed. */
const OUR_SCRIPT = 10_000;
const STYLES = 12_000;
const FONT = 40_000;

/**
 * What is Next's and React's own: the files that every page of the build loads, as the build names them. All other
 * script counts as ours, also the parts of Next that it packs together with ours.
 */
const runtime = () =>
  new Set<string>(
    JSON.parse(readFileSync(resolve(import.meta.dirname, '../../.next/build-manifest.json'), 'utf8'))
      .rootMainFiles,
  );

type Fetched = { path: string; host: string; kind: string; bytes: number };

/** Everything that opening `path` fetches, by somebody who never was here before. */
async function fetchedBy(page: Page, path: string): Promise<Fetched[]> {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  const fetched = requests
    .filter((request) => !request.url().startsWith('data:'))
    .map(async (request) => {
      const { host, pathname } = new URL(request.url());
      const { responseBodySize: bytes } = await request.sizes();
      return { path: pathname, host, kind: request.resourceType(), bytes };
    });
  return Promise.all(fetched);
}

function expectLight(fetched: Fetched[], site: string) {
  const of = (kind: string) => fetched.filter((one) => one.kind === kind);
  const nexts = runtime();
  const ours = of('script').filter(({ path }) => !nexts.has(path.replace('/_next/', '')));
  const bytes = (all: Fetched[]) => all.reduce((sum, one) => sum + one.bytes, 0);
  expect(of('script').length, 'the runtime was seen').toBeGreaterThan(ours.length);
  expect(bytes(ours), `our own script: ${JSON.stringify(ours)}`).toBeLessThanOrEqual(OUR_SCRIPT);
  expect(of('stylesheet').length).toBe(1);
  expect(bytes(of('stylesheet'))).toBeLessThanOrEqual(STYLES);
  expect(of('font').map(({ path }) => path).length).toBeLessThanOrEqual(2);
  for (const font of of('font')) expect(font.bytes, font.path).toBeLessThanOrEqual(FONT);
  expect(fetched.filter(({ host }) => host !== new URL(site).host)).toEqual([]);
  expect(of('fetch').concat(of('xhr')), 'nothing is fetched ahead').toEqual([]);
}

/** With an empty cache, signed in where `state` says so. */
async function open<T>(browser: Browser, baseURL: string, state: State, look: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ baseURL, ...(state && { storageState: state }) });
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}
type State = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>> | undefined;

// One of each kind: what else is read without an account is made of the same parts.
for (const path of [
  '/',
  '/guide/whole-picture',
  '/guide/time',
  '/sign-in',
  '/sign-in/code',
  '/urgent-help',
  '/fees',
  '/nothing-at-this-address',
  '/documents/sample',
]) {
  test(`${path} is light for a visitor`, async ({ browser, site }) => {
    const fetched = await open(browser, site.url, undefined, (page) => fetchedBy(page, path));
    expectLight(fetched, site.url);
  });
}

test('what is shown where there is nothing is made and sent there alone, and not along with every page', async ({
  request,
  site,
}) => {
  const sent = async (path: string) => {
    const answer = await request.get(site.url + path, { headers: { Accept: 'text/html' } });
    return { status: answer.status(), text: await answer.text() };
  };
  const nothing = await sent('/nothing-at-this-address');
  expect(nothing.status).toBe(404);
  for (const part of [words.missing.says, 'href="/urgent-help"', 'href="/exit"'])
    expect(nothing.text).toContain(part);
  const elsewhere = await sent('/fees');
  expect(elsewhere.status).toBe(200);
  expect(elsewhere.text).not.toContain(words.missing.says);
});

test('every kind of page of a client is light', async ({ browser, site, mailbox }) => {
  // A made-up person of the demo who has booked and not sent yet: nothing of theirs is changed here.
  const state = await open(browser, site.url, undefined, async (page) => {
    await comeIn(page, mailbox, 'devon@demo.example');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tasks');
    return page.context().storageState();
  });
  const someTime = await open(browser, site.url, state, async (page) => {
    await page.goto('/schedule?moving=yes');
    return page.getByRole('main').locator('a[href^="/schedule/check"]').first().getAttribute('href');
  });
  for (const path of [
    '/home',
    '/documents/agreement',
    '/documents/agreement/copy',
    '/forms/4/start',
    '/forms/5/j1',
    '/forms/4/c1',
    '/forms/2/a9',
    '/forms/5/check',
    '/forms/check',
    '/schedule?moving=yes',
    someTime ?? '',
    '/schedule/booked',
    '/support',
  ]) {
    await test.step(path, () =>
      open(browser, site.url, state, async (page) => {
        const fetched = await fetchedBy(page, path);
        expect(new URL(page.url()).pathname, 'the page itself').toBe(path.split('?')[0]);
        expectLight(fetched, site.url);
      }),
    );
  }
});

test('a name in another Latin alphabet is whole: the letters it needs are fetched, and only then', async ({
  browser,
  site,
}) => {
  await open(browser, site.url, undefined, async (page) => {
    await fetchedBy(page, '/');
    const third = page.waitForRequest((request) => request.resourceType() === 'font');
    await page
      .locator('p')
      .first()
      .evaluate((paragraph) => {
        paragraph.textContent = 'Łukasz';
      });
    expect((await (await third).response())?.status()).toBe(200);
  });
});
