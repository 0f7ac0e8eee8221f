// Over HTTP: a stranger who knows an address ends nobody's code, and a copied cookie is worth nothing once more has been shown.
import type { APIRequest, APIRequestContext, BrowserContext } from '@playwright/test';
import type { Mailbox } from '../support/mailbox';
import { afterTheLast, giveSecondStep, signIn, signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';

/** Of the demo; no other test signs them in, whose codes are good once. */
const STAFF = 'clinician3@demo.example';

const anAddress = () => `attack-in-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;

const browserOf = (request: APIRequest, url: string) =>
  request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url }, maxRedirects: 0 });

/** Another browser that holds the same cookies. */
const copyOf = async (request: APIRequest, url: string, held: APIRequestContext | BrowserContext) =>
  request.newContext({
    baseURL: url,
    storageState: await held.storageState(),
    extraHTTPHeaders: { Origin: url },
    maxRedirects: 0,
  });

const asksFor = (browser: APIRequestContext, email: string) =>
  browser.post('/sign-in/request', { form: { email } });

const types = (browser: APIRequestContext, code: string) =>
  browser.post('/sign-in/verify', { form: { code } });

async function codeTo(mailbox: Mailbox, email: string, since?: Date): Promise<string> {
  const { text } = await mailbox.next(email, since);
  return text.match(/\b\d{8}\b/)?.[0] ?? '';
}

test('A-06 whoever else asks for the same address, however often, the code I was sent lets me in', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [mine, theirs] = [
    await browserOf(playwright.request, site.url),
    await browserOf(playwright.request, site.url),
  ];
  const email = anAddress();
  await asksFor(mine, email);
  const code = await codeTo(mailbox, email);
  for (let times = 0; times < 8; times += 1) {
    const answer = await asksFor(theirs, email);
    expect(answer.headers().location, 'told nothing').toBe('/sign-in/code');
  }
  expect((await types(theirs, code)).headers().location, 'nor let in by it').toBe('/sign-in/code');
  expect((await types(mine, code)).headers().location).toBe('/home');
  expect((await mine.get('/home')).status()).toBe(200);
});

test('A-06 in one browser a newer code ends the older one', async ({ playwright, site, mailbox }) => {
  const mine = await browserOf(playwright.request, site.url);
  const email = anAddress();
  await asksFor(mine, email);
  const older = await codeTo(mailbox, email);
  const since = await afterTheLast(mailbox, email);
  await asksFor(mine, email);
  const newer = await codeTo(mailbox, email, since);
  expect((await types(mine, older)).headers().location).toBe('/sign-in/code');
  expect((await types(mine, newer)).headers().location).toBe('/home');
});

test('A-03 the link opened again where it let somebody in says that they are in, and asks for nothing', async ({
  playwright,
  site,
  mailbox,
}) => {
  const mine = await browserOf(playwright.request, site.url);
  const email = anAddress();
  await asksFor(mine, email);
  const { text } = await mailbox.next(email);
  const link = new URL(text.match(/https?:\S+\/sign-in\/link\S+/)?.[0] ?? '');
  const token = link.searchParams.get('token') ?? '';
  expect(await (await mine.get(link.href)).text()).toContain('Press the button to go on');
  await mine.post('/sign-in/verify', { form: { token } });
  expect(await (await mine.get(link.href)).text()).toContain('You are signed in');
  const theirs = await browserOf(playwright.request, site.url);
  expect(await (await theirs.get(link.href)).text()).toContain('Go back to where you began');
});

test('two browsers that prove a new address at the same moment are both let in, to one place', async ({
  playwright,
  site,
  mailbox,
}) => {
  const both = [await browserOf(playwright.request, site.url), await browserOf(playwright.request, site.url)];
  const email = anAddress();
  const codes: string[] = [];
  for (const browser of both) {
    const since = await afterTheLast(mailbox, email);
    await asksFor(browser, email);
    codes.push(await codeTo(mailbox, email, since));
  }
  const answers = await Promise.all(both.map((browser, at) => types(browser, codes[at] ?? '')));
  expect(answers.map((answer) => answer.headers().location)).toEqual(['/home', '/home']);
  for (const browser of both) expect((await browser.get('/home')).status()).toBe(200);
});

test('A-07 a cookie copied before staff gave their second step opens nothing after', async ({
  playwright,
  browser,
  site,
  mailbox,
}) => {
  const context = await browser.newContext({ baseURL: site.url });
  const page = await context.newPage();
  await signIn(page, mailbox, STAFF);
  const copy = await copyOf(playwright.request, site.url, context);
  expect((await copy.get('/staff')).headers().location, 'it was good for the step').toBe(
    '/staff/second-factor',
  );
  await giveSecondStep(context, page, STAFF);
  expect((await copy.get('/staff')).headers().location).toContain('/sign-in?');
  expect((await copy.get('/staff/second-factor')).headers().location).toContain('/sign-in?');
  await page.reload();
  await expect(page).toHaveURL(/\/staff$/);
  await context.close();
});

test('A-07 a cookie copied before an address was changed opens nothing after', async ({
  playwright,
  site,
  mailbox,
}) => {
  const mine = await browserOf(playwright.request, site.url);
  const [old, email] = [anAddress(), anAddress()];
  await signInByRequest(mine, mailbox, old);
  const copy = await copyOf(playwright.request, site.url, mine);
  expect((await copy.get('/home')).status()).toBe(200);
  await mine.post('/home/address/ask', { form: { email } });
  const proved = await mine.post('/home/address/prove', { form: { code: await codeTo(mailbox, email) } });
  expect(proved.headers().location).toBe('/home/address?done=yes');
  expect((await copy.get('/home')).headers().location).toContain('/sign-in?');
  expect(await (await mine.get('/home/address')).text()).toContain(email);
});
