// With a PIN set, whoever only reads the e-mail gets at nothing: not by a page, not by a post, not by a planted cookie, not by an address to go on to.
import type { APIRequest, APIRequestContext } from '@playwright/test';
import { accountOf } from '../support/client-by-request';
import type { Mailbox } from '../support/mailbox';
import { withinAQuarter } from '../support/quarter';
import { setPinByRequest } from '../support/second-key';
import { signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

const PIN = '604917';
const NAME = 'Quillon Example';

const anAddress = () => `attack-key-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;

const browserOf = (request: APIRequest, url: string) =>
  request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url }, maxRedirects: 0 });

/** A client who has said who reads along and what to call them, and has set a PIN. */
async function theClient(request: APIRequestContext, mailbox: Mailbox) {
  const email = anAddress();
  await signInByRequest(request, mailbox, email);
  await request.post('/forms/1/a1/save', { form: { A1: 'others', intent: 'continue' } });
  await request.post('/forms/1/a8/save', { form: { A8: 'IE', intent: 'continue' } });
  await request.post('/forms/1/b1/save', { form: { B1: NAME, intent: 'continue' } });
  expect(await (await request.get('/forms/1/b1')).text()).toContain(NAME);
  await setPinByRequest(request, PIN);
  return email;
}

/** As a browser asks for a page, and as a script asks for what it is made of. */
const ASKING: Record<string, string>[] = [{}, { RSC: '1' }, { RSC: '1', 'Next-Router-Prefetch': '1' }];

const givePin = (request: APIRequestContext, pin: string, next = '/home') =>
  request.post('/sign-in/second-key/pin', { form: { pin, next } });

test('no page holds an answer, and no post changes one, before the PIN', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [own, reader] = [
    await browserOf(playwright.request, site.url),
    await browserOf(playwright.request, site.url),
  ];
  const email = await theClient(own, mailbox);
  await signInByRequest(reader, mailbox, email);
  for (const path of [
    '/home',
    '/home/getting-in',
    '/forms/1/b1',
    '/forms/1/check',
    '/forms/1/b1?_rsc=1',
    '/support',
  ]) {
    for (const headers of ASKING) {
      // A script's request is led to another address of the same page first, and is then told where to go in its payload.
      const answer = await reader.get(path, { headers, maxRedirects: 4 });
      const body = await answer.text();
      expect(body, path).not.toContain(NAME);
      expect(body, path).not.toContain(email);
      // What is fetched ahead is the page's place alone, with nothing in it.
      if (!('Next-Router-Prefetch' in headers))
        expect(`${answer.url()} ${body}`, path).toContain('/sign-in/second-key');
    }
  }
  const theirs = await accountOf(own, site.dataFolder);
  const read = async () =>
    asOwner(site.dataFolder, async (sql) => {
      const [row] =
        await sql`select (select count(*)::int from answer where client_id = ${theirs}) as answers,
        (select count(*)::int from form_draft where account_id = ${theirs}) as drafts,
        (select count(*)::int from client_pin where client_id = ${theirs}) as pins`;
      return row;
    });
  const before = await read();
  for (const [path, form] of [
    ['/forms/1/b1/save', { B1: 'Somebody else', intent: 'continue' }],
    ['/forms/1/b1/save', { B1: 'Somebody else', intent: 'typing' }],
    ['/home/getting-in/pin/set', { pin: '918273', again: '918273' }],
    ['/home/getting-in/remove/confirm', { what: 'pin' }],
    ['/home/getting-in/later', {}],
  ] as const) {
    const answer = await reader.post(path, { form });
    expect(answer.status(), path).toBe(303);
    expect(answer.headers().location, path).toContain('/sign-in/second-key?');
  }
  expect(await read()).toEqual(before);
  expect(await (await own.get('/forms/1/b1')).text(), 'its owner goes on as before').toContain(NAME);
});

test('idled out without the PIN, not even a draft is kept; idled out with it, the draft is', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [own, reader] = [
    await browserOf(playwright.request, site.url),
    await browserOf(playwright.request, site.url),
  ];
  const email = await theClient(own, mailbox);
  await signInByRequest(reader, mailbox, email);
  const account = await accountOf(own, site.dataFolder);
  await asOwner(site.dataFolder, async (sql) => {
    const sessions = await sql`
      update session set last_seen_at = last_seen_at - interval '31 minutes'
      where ended_at is null and account_id = ${account} returning id`;
    expect(sessions).toHaveLength(2);
  });
  const drafts = () =>
    asOwner(site.dataFolder, (sql) => sql`select form from form_draft where account_id = ${account}`);
  const typed = { form: { B1: 'Typed late', intent: 'continue' } };
  const refused = await reader.post('/forms/1/b1/save', typed);
  expect(refused.headers().location).toContain('/sign-in?next=');
  expect([...(await drafts())]).toEqual([]);
  await own.post('/forms/1/b1/save', typed);
  expect((await drafts()).map(({ form }) => form)).toEqual(['forms/1/b1']);
});

test('A-07 a cookie planted before the PIN was given is worth nothing after', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  const email = await theClient(own, mailbox);
  await signInByRequest(own, mailbox, email);
  const planted = await playwright.request.newContext({
    baseURL: site.url,
    storageState: await own.storageState(),
    extraHTTPHeaders: { Origin: site.url },
    maxRedirects: 0,
  });
  expect((await givePin(own, PIN)).headers().location).toBe('/home');
  expect(await (await own.get('/forms/1/b1')).text()).toContain(NAME);
  const answer = await planted.get('/forms/1/b1');
  expect(answer.headers().location).toContain('/sign-in?');
});

test('A-14 the PIN leads on to a place of this site and to no other', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  const email = await theClient(own, mailbox);
  const places = [
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://evil.example/home',
    '/home/../..//evil',
  ];
  for (const next of places) {
    await signInByRequest(own, mailbox, email);
    const page = await own.get(`/sign-in/second-key?${new URLSearchParams({ next })}`);
    expect(await page.text()).toContain('name="next" value="/home"');
    expect((await givePin(own, PIN, next)).headers().location, next).toBe('/home');
  }
});

test('the sixth try in a quarter of an hour waits, and the answer to the address stays the same', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  const email = await theClient(own, mailbox);
  await signInByRequest(own, mailbox, email);
  await withinAQuarter(20);
  for (let tries = 0; tries < 5; tries += 1) await givePin(own, '000111');
  expect((await givePin(own, PIN)).headers().location).toBe('/sign-in/second-key');
  expect(await (await own.get('/sign-in/second-key')).text()).toContain('There were too many tries');
  expect((await own.get('/forms/1/b1')).headers().location).toContain('second-key');
});

test('who picks up a device with an open session changes no way in: the PIN comes first, and what was typed waits', async ({
  playwright,
  site,
  mailbox,
}) => {
  const open = await browserOf(playwright.request, site.url);
  await theClient(open, mailbox);
  const [mine, theirs] = ['/home/getting-in/pin/set', '/home/address/ask'];
  const email = anAddress();
  await open.post(mine, { form: { pin: '918273', again: '918273' } });
  await open.post('/home/getting-in/remove/confirm', { form: { what: 'pin' } });
  const asked = await open.post(theirs, { form: { email, inbox: 'only-me', 'asks-inbox': 'yes' } });
  expect(asked.headers().location).toBe('/sign-in/second-key?next=%2Fhome%2Faddress');
  expect(await mailbox.to(email)).toEqual([]);
  for (const path of ['/home/address', '/home/getting-in/pin', '/home/getting-in/passkey'])
    expect(await (await open.get(path)).text(), path).toContain('Show that it is you');
  // The PIN is there still, and still the same.
  expect((await givePin(open, PIN, '/home/address')).headers().location).toBe('/home/address');
  expect(await (await open.get('/home/address')).text(), 'what was typed').toContain(email);
  expect((await open.post(mine, { form: { pin: '918273', again: '918273' } })).headers().location).toBe(
    '/home/getting-in?done=pin',
  );
  expect(await (await open.get('/home')).text()).toContain('How you get in was changed');
});
