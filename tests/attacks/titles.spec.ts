// Whoever glances at a browser, its history, its tabs or its downloads learns nothing: every page, found by itself, in every state.
import type { APIRequestContext, APIResponse, PlaywrightWorkerArgs } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { definition } from '@/lib/forms/definition';
import { pageSlug } from '@/lib/forms/shown';
import { CHAPTER_SLUGS } from '@/lib/guide/chapter';
import { withoutLots } from '../support/by-lot';
import { inTurns } from '../support/in-turns';
import type { Mailbox } from '../support/mailbox';
import { signInByRequest } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ROLE_MATRIX } from './role-matrix';

/** A page that only staff or programs open is no part of this. */
const CLIENTS = Object.entries(ROLE_MATRIX).filter(
  ([route, { method }]) => !method && !/^\/(staff|api|mailbox\/)/.test(route),
);

/** Where a route stands for many pages: each of them. */
const ALL_OF: Record<string, string[]> = {
  '/guide/[chapter]': CHAPTER_SLUGS.map((slug) => `/guide/${slug}`),
  '/documents/[slug]': DOCUMENT_SLUGS.map((slug) => `/documents/${slug}`),
  '/documents/[slug]/copy': DOCUMENT_SLUGS.map((slug) => `/documents/${slug}/copy`),
  '/documents/[slug]/copy.pdf': DOCUMENT_SLUGS.map((slug) => `/documents/${slug}/copy.pdf`),
  '/schedule': ['/schedule?moving=yes'],
  '/sign-in/birth-date': ['/sign-in/birth-date?ended=yes'],
  '/forms/[section]/start': definition.sections.map(({ number }) => `/forms/${number}/start`),
  '/home/getting-in/remove': ['/home/getting-in/remove?what=pin'],
  '/forms/[section]/check': definition.sections.map(({ number }) => `/forms/${number}/check`),
  '/forms/[section]/[page]': definition.sections.flatMap(({ number, pages }) =>
    pages.map(([first]) => `/forms/${number}/${pageSlug(first ?? '')}`),
  ),
};

/** There only for whom nobody here can see, or no time suits: their names are looked at where such journeys come by. */
const LOOKED_AT_ELSEWHERE = ['/forms/another-way', '/schedule/waiting'];

/** What a browser shows or keeps of a page without its being read: its address, and all that stands in its head. */
async function shownOutside(answer: APIResponse): Promise<string[]> {
  const html = answer.headers()['content-type']?.startsWith('text/html') ? await answer.text() : '';
  const each = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value = '']) => value);
  return [
    answer.url(),
    answer.headers().location ?? '',
    answer.headers()['content-disposition'] ?? '',
    ...each(/<title[^>]*>([^<]*)</g),
    ...each(/<meta\b[^>]*\bcontent="([^"]*)"/g),
    ...each(/<link\b[^>]*\bhref="([^"]*)"/g),
  ].filter(Boolean);
}

async function expectQuiet(answer: APIResponse) {
  for (const shown of await shownOutside(answer)) expect(tellingWordIn(withoutLots(shown)), shown).toBeNull();
}

const titleOf = async (answer: APIResponse) => (await answer.text()).match(/<title[^>]*>([^<]*)</)?.[1] ?? '';

type Playwright = PlaywrightWorkerArgs['playwright'];

async function someone(playwright: Playwright, url: string): Promise<APIRequestContext> {
  return playwright.request.newContext({
    baseURL: url,
    maxRedirects: 0,
    extraHTTPHeaders: { Origin: url, Accept: 'text/html' },
  });
}

/** A visitor, and made-up people of the demo: who has booked, who has sent, who was asked for more, who has a letter. Nothing of theirs is changed. */
const PEOPLE = [
  null,
  'devon@demo.example',
  'ellis@demo.example',
  'indigo@demo.example',
  'morgan@demo.example',
];

async function everybody(playwright: Playwright, url: string, mailbox: Mailbox) {
  const all: APIRequestContext[] = [];
  for (const email of PEOPLE) {
    const request = await someone(playwright, url);
    if (email) await signInByRequest(request, mailbox, email);
    all.push(request);
  }
  return [...all, ...(await keyHolder(playwright, url, mailbox))];
}

/** Somebody made up for it, with a PIN and a new address under way; and the same, who has yet to type the PIN. */
async function keyHolder(playwright: Playwright, url: string, mailbox: Mailbox) {
  const [inside, halfIn] = [await someone(playwright, url), await someone(playwright, url)];
  const email = `titles-key-${Date.now()}@example.org`;
  await signInByRequest(inside, mailbox, email);
  await inside.post('/home/address/ask', { form: { email: `new-${email}`, inbox: 'only-me' } });
  await inside.post('/home/getting-in/pin/set', { form: { pin: '739154', again: '739154' } });
  await signInByRequest(halfIn, mailbox, email);
  return [inside, halfIn];
}

test('no page that a visitor or a client can open tells a bystander anything', async ({
  playwright,
  site,
  mailbox,
}) => {
  const people = await everybody(playwright, site.url, mailbox);
  const someTime = await aTime(people[1]);
  const neverSeen: string[] = [];
  await inTurns(CLIENTS, async ([route, { at = route }]) => {
    let seen = 0;
    // Whoever could open the last of a kind is asked for the next one first.
    const inTurn = [...people];
    for (const path of ALL_OF[route] ?? [route === '/schedule/check' ? someTime : at]) {
      for (const request of [...inTurn]) {
        const answer = await request.get(path);
        await expectQuiet(answer);
        if (answer.status() !== 200) continue;
        inTurn.sort((one, other) => Number(other === request) - Number(one === request));
        seen += 1;
        break;
      }
    }
    if (seen === 0 && !LOOKED_AT_ELSEWHERE.includes(route)) neverSeen.push(route);
  });
  expect(neverSeen, 'pages that nobody of them could open').toEqual([]);
  await Promise.all(people.map((request) => request.dispose()));
});

async function aTime(booked?: APIRequestContext) {
  const html = await (await booked?.get('/schedule?moving=yes'))?.text();
  return html?.match(/href="(\/schedule\/check\?[^"]*)"/)?.[1]?.replaceAll('&amp;', '&') ?? '';
}

test('nor does one with an error, one that is missing, one that broke, and one that came too late', async ({
  playwright,
  site,
  mailbox,
}) => {
  const request = await someone(playwright, site.url);
  const shows = async (path: string, status: number, title: RegExp) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(status);
    expect(await titleOf(answer), path).toMatch(title);
    await expectQuiet(answer);
  };
  const refused = async (path: string, form: Record<string, string>, page: string) => {
    const answer = await request.post(path, { form });
    expect(answer.status(), path).toBe(303);
    expect(tellingWordIn(answer.headers().location ?? ''), path).toBeNull();
    await shows(page, 200, /^Error: /);
  };

  await shows('/nothing-at-this-address', 404, /./);
  await shows('/trouble', 200, /./);
  // Nobody asked in this browser, or too long ago.
  await shows('/sign-in/code', 200, /./);
  await shows('/sign-in/link?token=none', 200, /./);
  await refused('/sign-in/request', { email: 'nobody' }, '/sign-in');
  await request.post('/sign-in/request', { form: { email: `titles-${Date.now()}@example.org` } });
  await refused('/sign-in/verify', { code: '1' }, '/sign-in/code');
  await signInByRequest(request, mailbox, `titles-${Date.now()}@example.org`);
  await refused('/forms/1/a1/save', {}, '/forms/1/a1');
  await request.dispose();

  const booked = await someone(playwright, site.url);
  await signInByRequest(booked, mailbox, 'devon@demo.example');
  const taken = await booked.get('/schedule?moving=yes&problem=slot-taken');
  expect(await titleOf(taken)).toMatch(/^Error: /);
  await expectQuiet(taken);
  await booked.dispose();
});

test('a page says nothing of itself to be shown elsewhere, and its icon and its tab’s colour are the site’s', async ({
  page,
}) => {
  await page.goto('/');
  expect(
    await page.locator('meta[property^="og:"], meta[name^="twitter:"], link[rel="manifest"]').count(),
  ).toBe(0);
  const icons = await page.locator('link[rel~="icon"]').evaluateAll((all) => all.map((one) => one.outerHTML));
  expect(icons.length).toBe(1);
  const href = (await page.locator('link[rel~="icon"]').getAttribute('href')) ?? '';
  expect(tellingWordIn(`${href} ${await (await page.request.get(href)).text()}`)).toBeNull();
  for (const color of await page.locator('meta[name="theme-color"]').all())
    expect(await color.getAttribute('content')).toMatch(/^#[\da-f]{6}$/);
});

test('a copy that is kept has a name that tells nothing', async ({ playwright, site, mailbox }) => {
  const signer = await someone(playwright, site.url);
  await signInByRequest(signer, mailbox, 'jamie@demo.example');
  for (const path of ['/documents/agreement/copy.pdf', '/documents/sample.pdf']) {
    const name = (await signer.get(path)).headers()['content-disposition'] ?? '';
    expect(name, path).toMatch(/^attachment; filename="(copy-[1-8]|sample)\.pdf"$/);
    expect(tellingWordIn(name), path).toBeNull();
  }
  await signer.dispose();
});
