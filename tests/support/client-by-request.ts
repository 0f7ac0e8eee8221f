// What a client does on the way, over HTTP alone: for tests that post what no page of ours would, and those that begin further on.
import { createHash } from 'node:crypto';
import type { APIRequest, APIRequestContext, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { sectionNamed } from '@/lib/forms/definition';
import { pageSlug } from '@/lib/forms/shown';
import type { Mailbox } from './mailbox';
import { comeIn, ownOrigin, signInByRequest } from './sign-in';
import { asOwner } from './site-database';

type Fields = Record<string, string>;

export const browserOf = (request: APIRequest, url: string) =>
  request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url }, maxRedirects: 0 });

/** Whose session this is: tests run beside each other, and none may count or touch another's. */
export async function accountOf(request: APIRequestContext, dataFolder: string): Promise<string> {
  const { cookies } = await request.storageState();
  const token = cookies.find(({ name }) => name === 'foyer')?.value ?? '';
  const hash = createHash('sha256').update(token).digest('hex');
  const [row] = await asOwner(
    dataFolder,
    (sql) => sql<{ account_id: string }[]>`select account_id from session where token_hash = ${hash}`,
  );
  if (!row) throw new Error('nobody is signed in');
  return row.account_id;
}

/** Over HTTP, whoever is signed in on this page. */
export async function besides(page: Page, request: APIRequest, url: string) {
  const storageState = await page.context().storageState();
  return request.newContext({
    baseURL: url,
    extraHTTPHeaders: { Origin: url },
    maxRedirects: 0,
    storageState,
  });
}

/** Answers a section as given, by question, and skips the rest of it; what is named in `but` is left alone. */
async function answerQuestions(
  request: APIRequestContext,
  number: string,
  given: Record<string, Fields>,
  but: readonly string[] = [],
) {
  for (const { id } of sectionNamed(number)?.questions ?? []) {
    if (but.includes(id)) continue;
    const fields = given[id];
    const form = fields ? { ...fields, intent: 'continue' } : { intent: 'skip' };
    await request.post(`/forms/${number}/${pageSlug(id)}/save`, { form });
  }
}

/** The same, and confirms it. */
export async function answerSection(
  request: APIRequestContext,
  number: string,
  given: Record<string, Fields> = {},
  but: readonly string[] = [],
) {
  await answerQuestions(request, number, given, but);
  const confirmed = await request.post(`/forms/${number}/check/confirm`, { form: { intent: 'confirm' } });
  expect(confirmed.headers().location, `section ${number}`).toBe('/home');
}

const fromEngland = (name: string): Record<string, Fields> => ({
  A1: { A1: 'only-me' },
  A8: { A8: 'GB' },
  'A8-gb': { 'A8-gb': 'GB-ENG' },
  B1: { B1: name },
  B3: { 'B3-day': '14', 'B3-month': '3', 'B3-year': '1988' },
  B10: { B10: 'self-pay' },
  C8: { C8: 'alone' },
});

/** The first questions, coming by video from England. */
export const answerFirstSection = (request: APIRequestContext, name: string) =>
  answerSection(request, '1', { ...fromEngland(name), format: { format: 'video' } });

/** The first questions of somebody in England, but for the last: how they like to meet. */
export const answerUpToFormat = (request: APIRequestContext, name: string) =>
  answerQuestions(request, '1', fromEngland(name), ['format']);

/** Signs somebody made up in and answers the first questions for them. Returns their address. */
export async function answerFirst(request: APIRequestContext, mailbox: Mailbox, name: string) {
  const email = `signing-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;
  await signInByRequest(request, mailbox, email);
  await answerFirstSection(request, name);
  return email;
}

const FIRST_PAGES: readonly (readonly [slug: string, answer: Fields])[] = [
  ['a1', { A1: 'only-me' }],
  ['a8', { A8: 'IE' }],
  ['b1', { B1: 'Jo Example' }],
  ['b2', {}],
];

/** Somebody new in this browser, in Ireland and called Jo Example, who has answered the first pages and is shown the one after. */
export async function newcomerAt(page: Page, mailbox: Mailbox, email: string, slug: 'a8' | 'b1' | 'b2') {
  await comeIn(page, mailbox, email);
  const headers = await ownOrigin(page);
  for (const [at, answer] of FIRST_PAGES.slice(
    0,
    FIRST_PAGES.findIndex(([one]) => one === slug),
  )) {
    const form = { ...answer, intent: 'continue' };
    await page.request.post(`/forms/1/${at}/save`, { form, headers, maxRedirects: 0 });
  }
  await page.goto(`/forms/1/${slug}`);
}

/** What must be signed and answered before a time can be had, but for the first questions. */
export async function dealWithTheRest(
  request: APIRequestContext,
  name: string,
  sections = '2345',
  documents: readonly DocumentSlug[] = ['electronic-records', 'information', 'agreement', 'video', 'fees'],
) {
  for (const slug of documents) {
    const signed = await postSignature(request, slug, name);
    expect(signed.headers().location, slug).toMatch(/^\/home/);
  }
  const reach = {
    A4: { A4: 'site' },
    A7: { A7: 'My brother (made up)' },
    A9: { 'A9-who': 'nobody' },
  };
  const english = { B7: { 'B7-language': 'en', 'B7-interpreter': 'no' } };
  for (const number of sections) await answerSection(request, number, { ...reach, ...english });
}

/** What a form on this page carries without being seen. */
export const hiddenFields = async (request: APIRequestContext, path: string): Promise<Fields> =>
  fieldsIn(await (await request.get(path)).text(), 'hidden');

/** The fields of that type in a page, by name. */
export function fieldsIn(html: string, type: 'hidden' | 'checkbox') {
  const fields: Fields = {};
  for (const [input] of html.matchAll(new RegExp(`<input[^>]* type="${type}"[^>]*>`, 'g'))) {
    const [name, value] = ['name', 'value'].map(
      (of) => input.match(new RegExp(` ${of}="([^"]*)"`))?.[1] ?? '',
    );
    if (name) fields[name] = value ?? '';
  }
  return fields;
}

/** Posts the form of a document as its page would, but for `changes`; undefined leaves a field out. */
export async function postSignature(
  request: APIRequestContext,
  slug: DocumentSlug,
  name: string,
  changes: Record<string, string | undefined> = {},
) {
  const html = await (await request.get(`/documents/${slug}`)).text();
  const whole = {
    ...fieldsIn(html, 'hidden'),
    ...fieldsIn(html, 'checkbox'),
    'sample-word': 'lantern',
    name,
    ...changes,
  };
  const form = Object.fromEntries(
    Object.entries(whole).filter((field): field is [string, string] => field[1] !== undefined),
  );
  return request.post(`/documents/${slug}/sign`, { form });
}
