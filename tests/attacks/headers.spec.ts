// P-03: every page and route carries the policies, to a visitor and to somebody signed in; nothing is asked of another host.
import type { APIResponse } from '@playwright/test';
import { inTurns } from '../support/in-turns';
import { signIn, signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ROLE_MATRIX } from './role-matrix';

const EXPECTED = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};

/** Mails are shown in a frame by the demo's mailbox, under a policy of their own that lets nothing run. */
const OWN_POLICY = /^\/mailbox\//;

for (const who of ['a visitor', 'a client'] as const) {
  test(`P-03 every page and route carries the policies to ${who}`, async ({ playwright, site, mailbox }) => {
    const request = await playwright.request.newContext({
      baseURL: site.url,
      maxRedirects: 0,
      extraHTTPHeaders: { Origin: site.url, Accept: 'text/html' },
    });
    if (who === 'a client') await signInByRequest(request, mailbox, `headers-${Date.now()}@example.org`);
    const nonces = new Set<string>();
    const routes = Object.entries(ROLE_MATRIX).filter(([route]) => !OWN_POLICY.test(route));
    await inTurns(routes, async ([route, { at = route, method }]) => {
      const answer = method ? await request.post(at, { form: {} }) : await request.get(at);
      const headers = answer.headers();
      for (const [name, value] of Object.entries(EXPECTED))
        expect(headers[name] ?? '', `${name} of ${route}`).toContain(value.split(', ').at(-1));
      expect(headers['x-powered-by'], route).toBeUndefined();
      expect(headers.server, route).toBeUndefined();
      nonces.add(nonceOf(answer, route));
    });
    expect(nonces.size, 'each answer has a nonce of its own').toBe(routes.length);
    await request.dispose();
  });
}

function nonceOf(answer: APIResponse, route: string): string {
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy, route).toContain("default-src 'none'");
  expect(policy, route).toContain("frame-ancestors 'none'");
  expect(policy, route).toContain("form-action 'self'");
  expect(policy, route).not.toMatch(/unsafe-(inline|eval)|https?:|\*/);
  return policy.match(/'nonce-([^']+)'/)?.[1] ?? '';
}

test('no cookie before signing in; the session’s is HttpOnly, this site’s alone, and goes with the browser', async ({
  page,
  site,
  mailbox,
}) => {
  for (const path of ['/', '/guide/starting', '/urgent-help', '/sign-in']) await page.goto(path);
  expect(await page.context().cookies()).toEqual([]);
  await signIn(page, mailbox, `cookies-${Date.now()}@example.org`);
  await expect(page).toHaveURL(/\/home$/);
  const cookies = await page.context().cookies(site.url);
  expect(cookies.map(({ name }) => name)).toEqual(['foyer']);
  expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });
});

test('A-07 a session somebody put into the browser beforehand is not taken over', async ({
  page,
  site,
  mailbox,
}) => {
  await page.context().addCookies([{ name: 'foyer', value: 'chosen-by-somebody-else', url: site.url }]);
  await signIn(page, mailbox, `preset-${Date.now()}@example.org`);
  await expect(page).toHaveURL(/\/home$/);
  const [session] = await page.context().cookies(site.url);
  expect(session?.value).not.toBe('chosen-by-somebody-else');
  expect(Buffer.from(session?.value ?? '', 'base64url')).toHaveLength(32);
});

test('A-08 after signing out the very cookie that was good is good for nothing', async ({
  page,
  site,
  mailbox,
  playwright,
}) => {
  await signIn(page, mailbox, `out-${Date.now()}@example.org`);
  await expect(page).toHaveURL(/\/home$/);
  const storageState = await page.context().storageState();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
  const request = await playwright.request.newContext({ baseURL: site.url, storageState, maxRedirects: 0 });
  const answer = await request.get('/home');
  expect(answer.headers().location).toMatch(/^\/sign-in\?/);
  await request.dispose();
});

test('a missing page is a whole page without JavaScript, with the way out and urgent help, and 404', async ({
  request,
  playwright,
  site,
  mailbox,
}) => {
  const client = await playwright.request.newContext({
    maxRedirects: 0,
    baseURL: site.url,
    extraHTTPHeaders: { Origin: site.url, Accept: 'text/html' },
  });
  await signInByRequest(client, mailbox, `missing-${Date.now()}@example.org`);
  for (const [asked, path] of [
    [request, '/no-such-page'],
    [request, '/documents/no-such-document'],
    [client, '/forms/99/check'],
    [client, '/staff'],
  ] as const) {
    const answer = await asked.get(path, { headers: { Accept: 'text/html' } });
    expect(answer.status(), path).toBe(404);
    const html = await answer.text();
    expect(html.match(/<h1[^>]*>[^<]+/)?.[0], path).toContain('Page not found');
    expect(html, path).toContain('href="/urgent-help"');
    expect(html, path).toContain('href="/exit"');
  }
  await client.dispose();
});
