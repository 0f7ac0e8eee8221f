// A client who has come as far as the documents, over HTTP alone: for tests that post what no page of ours would.
import type { APIRequest, APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { DocumentSlug } from '@/lib/documents/document-text';
import type { Mailbox } from './mailbox';
import { signInByRequest } from './sign-in';

type Fields = Record<string, string>;

export const browserOf = (request: APIRequest, url: string) =>
  request.newContext({ baseURL: url, extraHTTPHeaders: { Origin: url }, maxRedirects: 0 });

/** Signs somebody made up in and answers the first questions for them, coming by video from England. */
export async function answerFirst(request: APIRequestContext, mailbox: Mailbox, name: string) {
  const email = `signing-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;
  await signInByRequest(request, mailbox, email);
  const pages: [string, Fields][] = [
    ['a1', { A1: 'only-me' }],
    ['a8', { A8: 'GB' }],
    ['a8-gb', { 'A8-gb': 'GB-ENG' }],
    ['b1', { B1: name }],
    ['b3', { 'B3-day': '14', 'B3-month': '3', 'B3-year': '1988' }],
    ['b10', { B10: 'self-pay' }],
    ['c8', { C8: 'alone' }],
    ['format', { format: 'video' }],
  ];
  for (const [page, fields] of pages)
    await request.post(`/forms/1/${page}/save`, { form: { ...fields, intent: 'continue' } });
  const confirmed = await request.post('/forms/1/check/confirm', { form: { intent: 'confirm' } });
  expect(confirmed.headers().location).toBe('/home');
  return email;
}

/** What a form on this page carries without being seen. */
export async function hiddenFields(request: APIRequestContext, path: string): Promise<Fields> {
  const html = await (await request.get(path)).text();
  const fields: Fields = {};
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = ['name', 'value'].map(
      (of) => input.match(new RegExp(`${of}="([^"]*)"`))?.[1] ?? '',
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
  const boxes =
    slug === 'agreement' ? { 'box-talk-only': 'yes', 'box-agree': 'yes' } : { 'box-agree': 'yes' };
  const whole = {
    ...(await hiddenFields(request, `/documents/${slug}`)),
    ...boxes,
    'sample-word': 'lantern',
    name,
    ...changes,
  };
  const form = Object.fromEntries(
    Object.entries(whole).filter((field): field is [string, string] => field[1] !== undefined),
  );
  return request.post(`/documents/${slug}/sign`, { form });
}
