// The session's cookie is this site's alone and dies when it should; a page that is missing is a whole page.
import { signIn, signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';

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
