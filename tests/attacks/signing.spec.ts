// Nobody signs for somebody else, nothing is signed by halves or twice, and no route gives what its page would refuse.
import type { APIRequestContext } from '@playwright/test';
import { answerFirst, browserOf, hiddenFields, postSignature } from '../support/client-by-request';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

const NAME = 'Marlow Example';

const statusOf = async (request: APIRequestContext, path: string) => (await request.get(path)).status();
const isSigned = async (request: APIRequestContext, slug: string) =>
  (await statusOf(request, `/documents/${slug}/copy`)) === 200;
const pageOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

/** The numbers of the records a copy's page lists; one alone is not listed. */
async function recordsOf(dataFolder: string, account: string, slug: string): Promise<string[]> {
  return asOwner(dataFolder, async (sql) =>
    (
      await sql`select kind from signature where client_id = ${account} and slug = ${slug} order by round, kind, signed_at`
    ).map(({ kind }) => kind),
  );
}

test('a forged account, or a page of somebody else’s session, signs nothing for anybody', async ({
  playwright,
  site,
  mailbox,
}) => {
  const [own, other] = [
    await browserOf(playwright.request, site.url),
    await browserOf(playwright.request, site.url),
  ];
  await answerFirst(own, mailbox, NAME);
  await answerFirst(other, mailbox, NAME);
  const theirs = await hiddenFields(other, '/documents/electronic-records');
  for (const account of [theirs.account ?? '', '', '00000000-0000-7000-8000-000000000001', "' or 1=1"]) {
    const answer = await postSignature(own, 'electronic-records', NAME, { account });
    expect(answer.headers().location).toBe('/documents/electronic-records');
    expect(await pageOf(own, '/documents/electronic-records')).toContain('open for another account');
  }
  expect(await isSigned(own, 'electronic-records')).toBe(false);
  expect(await isSigned(other, 'electronic-records')).toBe(false);
  // Theirs as it stands, by somebody else or without any session: it comes back, with the way to sign in.
  const nobody = await browserOf(playwright.request, site.url);
  for (const request of [nobody, own]) {
    const answer = await request.post('/documents/electronic-records/sign', {
      form: { ...theirs, name: NAME },
    });
    expect(answer.status()).toBe(401);
    expect(await answer.text()).toContain('href="/sign-in');
  }
  // A page of a build that didn't say whose it was leads there.
  const { writer: _, ...unnamed } = theirs;
  const answer = await nobody.post('/documents/electronic-records/sign', { form: unnamed });
  expect(answer.headers().location).toMatch(/^\/sign-in/);
  expect(await isSigned(own, 'electronic-records')).toBe(false);
  expect(await isSigned(other, 'electronic-records')).toBe(false);
});

test('a form without its box, with a forged one, an old text or another name is refused, and keeps what was typed', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  await answerFirst(own, mailbox, NAME);
  const refused: [Record<string, string | undefined>, string][] = [
    [{ 'box-agree': undefined }, 'Tick the box to go on'],
    [{ 'box-agree': 'no' }, 'Tick the box to go on'],
    [{ 'box-admin': 'yes' }, 'Tick the boxes on this page again'],
    [{ sha256: '0'.repeat(64) }, 'This document has just changed'],
    [{ sha256: undefined }, 'This document has just changed'],
    [{ round: '3' }, 'so nothing was signed'],
    [{ 'sample-word': 'lamp' }, 'Open the sample document'],
    [{ name: '' }, 'Type your name to sign'],
    [{ name: 'Somebody Else' }, 'Type your name as you gave it'],
    [{ name: `${NAME}\0` }, 'Type your name as you gave it'],
    [{ name: '\u202eelpmaxE wolraM' }, 'Type your name as you gave it'],
    [{ name: '😀'.repeat(10_000) }, 'Type your name as you gave it'],
  ];
  for (const [changes, says] of refused) {
    const answer = await postSignature(own, 'electronic-records', NAME, changes);
    expect(answer.status(), says).toBe(303);
    const page = await pageOf(own, '/documents/electronic-records');
    expect(page, says).toContain(says);
    expect(page, says).toMatch(/<title>Error: /);
    if (!('name' in changes)) expect(page, says).toContain(`value="${NAME}"`);
  }
  expect(await isSigned(own, 'electronic-records')).toBe(false);
  // What can't be seen is forgiven.
  expect((await postSignature(own, 'electronic-records', `Mar\u200blow  EXAMPLE`)).headers().location).toBe(
    '/home?signed=electronic-records',
  );
  expect(await pageOf(own, '/home?signed=electronic-records')).toContain('is done');
  expect(await pageOf(own, '/home'), 'told once').not.toContain('is done');
  expect(await isSigned(own, 'electronic-records')).toBe(true);
});

test('the route of a document that isn’t open gives what its page gives: nothing', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  await answerFirst(own, mailbox, NAME);
  const electronic = await hiddenFields(own, '/documents/electronic-records');
  const [{ sha256 } = { sha256: '' }] = await asOwner(
    site.dataFolder,
    (sql) =>
      sql<
        { sha256: string }[]
      >`select sha256 from document_version where slug = 'agreement' order by version desc limit 1`,
  );
  const form = { ...electronic, sha256, name: NAME, 'box-agree': 'yes', 'box-talk-only': 'yes' };
  await own.post('/documents/agreement/sign', { form });
  expect(await isSigned(own, 'agreement')).toBe(false);
  for (const path of [
    '/documents/nothing/sign',
    '/documents/nothing/withdraw/confirm',
    '/documents/nothing/ask/send',
  ])
    expect((await own.post(path, { form })).status(), path).toBe(404);
  for (const path of ['/documents/agreement/copy?number=1', '/documents/agreement/copy.pdf?number=1'])
    expect(await statusOf(own, path), path).toBe(404);
  // Nothing is signed, so nothing is taken back.
  await own.post('/documents/agreement/withdraw/confirm', {
    form: { account: electronic.account ?? '', round: '0' },
  });
  expect(await recordsOf(site.dataFolder, electronic.account ?? '', 'agreement')).toEqual([]);
});

test('twenty posts at once, as from a double click or two tabs, are one record and one copy', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  await answerFirst(own, mailbox, NAME);
  const { account = '' } = await hiddenFields(own, '/documents/electronic-records');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => postSignature(own, 'electronic-records', NAME)),
  );
  expect(new Set(answers.map((answer) => answer.headers().location))).toEqual(
    new Set(['/home?signed=electronic-records']),
  );
  expect(await recordsOf(site.dataFolder, account, 'electronic-records')).toEqual(['signature']);
  expect(await pageOf(own, '/documents/electronic-records/copy')).not.toContain('All your copies');
});

test('withdrawing twenty times at once, beside forms that would sign, leaves one withdrawal a round', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  const other = await browserOf(playwright.request, site.url);
  await answerFirst(own, mailbox, NAME);
  await answerFirst(other, mailbox, NAME);
  const stale = await hiddenFields(own, '/documents/electronic-records');
  await postSignature(own, 'electronic-records', NAME);
  const { account = '', round = '' } = await hiddenFields(own, '/documents/electronic-records/withdraw');
  const withdraw = (request: APIRequestContext) =>
    request.post('/documents/electronic-records/withdraw/confirm', { form: { account, round } });
  // Somebody else with the same form takes nothing back.
  await withdraw(other);
  expect(await recordsOf(site.dataFolder, account, 'electronic-records')).toEqual(['signature']);
  const old = { ...stale, 'box-agree': 'yes', 'sample-word': 'lantern', name: NAME };
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2 === 0 ? withdraw(own) : own.post('/documents/electronic-records/sign', { form: old }),
    ),
  );
  expect(await recordsOf(site.dataFolder, account, 'electronic-records')).toEqual([
    'signature',
    'withdrawal',
  ]);
  expect(await pageOf(own, '/documents/electronic-records')).toContain('You withdrew this');
  // A page opened since signs again.
  expect((await postSignature(own, 'electronic-records', NAME)).headers().location).toBe(
    '/home?signed=electronic-records',
  );
  expect(await recordsOf(site.dataFolder, account, 'electronic-records')).toEqual([
    'signature',
    'withdrawal',
    'signature',
  ]);
  expect(await pageOf(own, '/documents/electronic-records/copy?number=2')).toContain('Your withdrawal');
  for (const number of ['0', '4', '-1', '1.5', 'x', '1%20or%201'])
    expect(await statusOf(own, `/documents/electronic-records/copy?number=${number}`), number).toBe(404);
});

test('a question that can’t be taken is shown again as it was typed, and one that can is asked once', async ({
  playwright,
  site,
  mailbox,
}) => {
  const own = await browserOf(playwright.request, site.url);
  await answerFirst(own, mailbox, NAME);
  await postSignature(own, 'electronic-records', NAME, { name: '' });
  expect(await pageOf(own, '/documents/electronic-records')).toMatch(/<title>Error: /);
  const asked = { question: 'What is a browser?', token: '0'.repeat(36) };
  await own.post('/documents/electronic-records/ask/send', { form: asked });
  expect(await pageOf(own, '/documents/electronic-records'), 'told once').not.toMatch(/<title>Error: /);
  const { token = '' } = await hiddenFields(own, '/documents/agreement/ask');
  const ask = (question: string, more = {}) =>
    own.post('/documents/agreement/ask/send', { form: { question, token, ...more } });
  const long = `Quoll ${'x'.repeat(2_001)}`;
  await ask(long);
  const page = await pageOf(own, '/documents/agreement/ask');
  expect(page).toMatch(/<title>Error: /);
  expect(page).toContain(long);
  const markup = '<script>alert(1)</script> May I bring somebody?';
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(markup)));
  for (const answer of answers) expect(answer.headers().location).toBe('/documents/agreement#asked');
  const shown = await pageOf(own, '/documents/agreement');
  expect(shown).toContain('You asked us a question');
  expect(shown).not.toContain('<script>alert(1)');
  expect(shown.match(/May I bring somebody\?<\/p>/g)).toHaveLength(1);
  expect(await pageOf(own, '/documents/fees')).not.toContain('May I bring somebody');
});
