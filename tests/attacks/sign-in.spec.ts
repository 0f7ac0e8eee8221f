// Over HTTP: only the browser that asked gets in, once and in time; a stranger who knows an address ends nobody's code, and a copied cookie is worth nothing once more has been shown.
import type { APIRequest, APIRequestContext, BrowserContext } from '@playwright/test';
import { LIMITS } from '@/lib/accounts/limits';
import { hashOfSecret } from '@/lib/accounts/sign-in-secrets';
import type { Mailbox } from '../support/mailbox';
import { withinAQuarter } from '../support/quarter';
import { afterTheLast, giveSecondStep, signIn, signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

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

const linkIn = (text: string) => new URL(text.match(/https?:\S+\/sign-in\/link\S+/)?.[0] ?? '');

test('A-01 a link that is opened a hundred times by whoever reads the mail is still good', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [mine, scanner] = [
    await browserOf(playwright.request, site.url),
    await browserOf(playwright.request, site.url),
  ];
  const email = anAddress();
  await asksFor(mine, email);
  const link = linkIn((await mailbox.next(email)).text);
  for (const each of [scanner, mine])
    for (let times = 0; times < 25; times += 1) {
      expect((await each.get(link.href)).status()).toBe(200);
      expect((await each.head(link.href)).status()).toBe(200);
    }
  expect((await scanner.get('/home')).headers().location).toContain('/sign-in');
  const token = link.searchParams.get('token') ?? '';
  const answer = await mine.post('/sign-in/verify', { form: { token } });
  expect(answer.headers().location).toBe('/home');
});

test('A-02 whoever presses the button elsewhere gets no session, and spoils nothing', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [mine, bare, asking] = await Promise.all(
    [0, 1, 2].map(() => browserOf(playwright.request, site.url)),
  );
  if (!mine || !bare || !asking) throw new Error('three browsers');
  const email = anAddress();
  await asksFor(mine, email);
  const { text } = await mailbox.next(email);
  const token = linkIn(text).searchParams.get('token') ?? '';
  // One that never asked, and one that asked for a code of its own.
  await asksFor(asking, anAddress());
  for (const scanner of [bare, asking]) {
    const answer = await scanner.post('/sign-in/verify', { form: { token } });
    expect(answer.headers().location).not.toBe('/home');
    expect(answer.headers()['set-cookie'] ?? '').not.toMatch(/session-token=[^;]/);
    expect((await scanner.get('/home')).headers().location).toContain('/sign-in');
  }
  expect((await mine.post('/sign-in/verify', { form: { token } })).headers().location).toBe('/home');
});

test('A-03 the right code thirty times at once gives one session', async ({ playwright, site, mailbox }) => {
  const mine = await browserOf(playwright.request, site.url);
  const email = anAddress();
  await asksFor(mine, email);
  const code = await codeTo(mailbox, email);
  const sessions = () => asOwner(site.dataFolder, (sql) => sql`select account_id from session`);
  const before = new Set((await sessions()).map(({ account_id }) => account_id));
  // Each as a copy would send it: with the cookie from before, not what the first answer set.
  const copies = await Promise.all(
    Array.from({ length: 30 }, () => copyOf(playwright.request, site.url, mine)),
  );
  const answers = await Promise.all(copies.map((copy) => types(copy, code)));
  expect(answers.filter((answer) => answer.headers().location === '/home')).toHaveLength(1);
  const made = (await sessions()).filter(({ account_id }) => !before.has(account_id));
  expect(made.length).toBeGreaterThan(0);
  const opened = await Promise.all(copies.map((copy) => copy.get('/home')));
  expect(opened.filter((answer) => answer.status() === 200)).toHaveLength(1);
});

test('A-04 A-05 a code is dead after ten minutes, and after five wrong ones', async ({
  playwright,
  site,
  mailbox,
}) => {
  const mine = await browserOf(playwright.request, site.url);
  const late = anAddress();
  await asksFor(mine, late);
  const code = await codeTo(mailbox, late);
  // Ten minutes pass for the one request that is this browser's.
  const hashes = (await mine.storageState()).cookies.map(({ value }) => hashOfSecret(value));
  const passed = await asOwner(
    site.dataFolder,
    (sql) => sql`update sign_in_request set expires_at = ${new Date(Date.now() - 1)}
      where browser_hash in ${sql(hashes)} returning id`,
  );
  expect(passed).toHaveLength(1);
  expect((await types(mine, code)).headers().location).toBe('/sign-in/code');

  const guesser = await browserOf(playwright.request, site.url);
  const email = anAddress();
  await asksFor(guesser, email);
  const right = await codeTo(mailbox, email);
  const wrong = right === '11111111' ? '22222222' : '11111111';
  for (let times = 0; times < 5; times += 1)
    expect((await types(guesser, wrong)).headers().location).toBe('/sign-in/code');
  expect((await types(guesser, right)).headers().location, 'the sixth').toBe('/sign-in/code');
  expect((await guesser.get('/home')).headers().location).toContain('/sign-in');
});

test('A-12 an address that is known and one that is not get the same answer, word for word', async ({
  playwright,
  site,
  mailbox,
}) => {
  const known = anAddress();
  await signInByRequest(await browserOf(playwright.request, site.url), mailbox, known);
  const answerTo = async (email: string) => {
    const browser = await browserOf(playwright.request, site.url);
    const answer = await asksFor(browser, email);
    const headers = answer.headersArray().map(({ name, value }) => {
      const named = name.toLowerCase();
      // How long it lasts stands in Max-Age; the instant reckoned from that may fall into the next second.
      if (named === 'set-cookie')
        return `${named}: ${value.replace(/=[^;]*/, '=').replace(/ Expires=[^;]*;/, '')}`;
      return named === 'date' ? named : `${named}: ${value}`;
    });
    const page = await (await browser.get('/sign-in/code')).text();
    const shown = page.replaceAll(email, 'ADDRESS').match(/<main[\s\S]*<\/main>/)?.[0];
    return { status: answer.status(), headers: headers.filter((each) => !/nonce/.test(each)), shown };
  };
  const first = await answerTo(known);
  expect(first.shown).toContain('ADDRESS');
  expect(await answerTo(anAddress().padEnd(known.length, 'x'))).toEqual(first);
});

test('A-13 what somebody writes into X-Forwarded-For makes them nobody else: an address gets as many mails as from one network', async ({
  playwright,
  site,
  mailbox,
}) => {
  const email = anAddress();
  const ask = async (forwarded: string) =>
    (await browserOf(playwright.request, site.url)).post('/sign-in/request', {
      form: { email },
      headers: { 'X-Forwarded-For': forwarded },
    });
  await withinAQuarter(20);
  const most = LIMITS['sign-in.address-and-network'];
  const others = Array.from({ length: most }, (_, at) => `203.0.113.${at}`);
  for (const forwarded of [
    ...others,
    '203.0.113.200, 127.0.0.1',
    '2001:db8::1',
    'unknown',
    '::ffff:203.0.113.9',
  ])
    await ask(forwarded);
  await expect.poll(async () => (await mailbox.to(email)).length).toBe(most);
  // Whatever was asked before this one is sent before it.
  const last = anAddress();
  await asksFor(await browserOf(playwright.request, site.url), last);
  await mailbox.next(last);
  expect(await mailbox.to(email)).toHaveLength(most);
});
