// What somebody writes into the forms is shown as they wrote it and does nothing, wherever it is shown; and a page posted over and over, too big or too late changes nothing twice.
import { definition } from '@/lib/forms/definition';
import {
  accountOf,
  answerFirst,
  answerSection,
  browserOf,
  dealWithTheRest,
  hiddenFields,
} from '../support/client-by-request';
import { signInByRequest, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

const CORPUS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</textarea><iframe srcdoc=x>',
  '<a href="javascript:alert(1)">x</a>',
].join(' ');
/** A tag of the corpus that stands as a tag, not as text. */
const LIVE = /<script>alert|<img src=x|<svg\/onload|<iframe srcdoc|<a href="javascript/i;

/** Every question of plain text, filled with it as far as it may be. */
const texts = (number: string) =>
  Object.fromEntries(
    (definition.sections.find((section) => section.number === number)?.questions ?? []).flatMap(
      ({ id, input }) =>
        input.kind === 'long-text' || (input.kind === 'text' && !input.looksLike)
          ? [[id, { [id]: CORPUS.slice(0, input.most) }]]
          : 'ownWords' in input && input.ownWords
            ? [[id, { [`${id}-own`]: CORPUS.slice(0, input.ownWords.most) }]]
            : [],
    ),
  );

test('I-01 every free text is inert on its page, the check pages, the copy, for staff and in mail', async ({
  playwright,
  site,
  mailbox,
}) => {
  const request = await browserOf(playwright.request, site.url);
  const email = await answerFirst(request, mailbox, 'Robin Example');
  await dealWithTheRest(request, 'Robin Example', '2');
  for (const number of ['3', '4', '5', '6']) {
    const given = { ...texts(number), B7: { 'B7-language': 'en', 'B7-interpreter': 'no' } };
    for (const [id, fields] of Object.entries(given))
      await request.post(`/forms/${number}/${id.toLowerCase()}/save`, {
        form: { ...fields, intent: 'continue' },
      });
  }
  // Sent without a time: as its owner the database takes it, and this is about what is shown.
  const id = await accountOf(request, site.dataFolder);
  const [{ reference = '' } = {}] = await asOwner(
    site.dataFolder,
    (sql) => sql<{ reference: string }[]>`
      update submission set status = 'submitted', submitted_at = now() where client_id = ${id} returning reference`,
  );
  const pages = ['/forms/check', '/forms/sent', '/home', '/home/reach'];
  for (const { number, questions } of definition.sections) {
    pages.push(`/forms/${number}/check`);
    for (const id of Object.keys(texts(number)))
      if (questions.some((question) => question.id === id))
        pages.push(`/forms/${number}/${id.toLowerCase()}?from=sent`);
  }
  let seen = 0;
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    expect(html, path).not.toMatch(LIVE);
    if (html.includes('&lt;script&gt;alert')) seen += 1;
  }
  expect(seen).toBeGreaterThan(10);
  const copy = await request.get('/forms/sent/copy.pdf');
  expect(copy.headers()).toMatchObject({ 'content-type': 'application/pdf' });
  expect(copy.headers()['cache-control']).toContain('no-store');
  expect((await copy.body()).toString('latin1')).not.toMatch(/\/(JavaScript|OpenAction|URI)\b/);

  const staff = await playwright.request.newContext({
    baseURL: site.url,
    storageState: await staffState(site, 'clinician'),
  });
  const file = await (await staff.get(`/staff/submissions/${reference}`)).text();
  expect(file).toContain('&lt;script&gt;alert');
  expect(file).not.toMatch(LIVE);
  for (const { text, html } of await mailbox.to(email))
    expect(`${text}${html ?? ''}`).not.toContain('alert(1)');
  await request.dispose();
});

test('D-01, D-02, I-05: posted twenty times at once it is one revision; too much of it is refused; after sending a page left open changes nothing', async ({
  playwright,
  site,
  mailbox,
}) => {
  const request = await browserOf(playwright.request, site.url);
  await signInByRequest(request, mailbox, `saving-${Date.now()}@example.org`);
  const form = { ...(await hiddenFields(request, '/forms/1/a1')), A1: 'others', intent: 'continue' };
  const all = await Promise.all(Array.from({ length: 20 }, () => request.post('/forms/1/a1/save', { form })));
  expect(all.map((answer) => answer.headers().location)).toEqual(Array(20).fill('/forms/1/a8'));
  await answerSection(request, '1', {
    A1: { ...form, A1: 'only-me', 'base-A1': '1' },
    A8: { A8: 'IE' },
    B1: { B1: 'Robin Example' },
    B3: { 'B3-day': '14', 'B3-month': '3', 'B3-year': '1988' },
    B10: { B10: 'self-pay' },
    C8: { C8: 'alone' },
    format: { format: 'in-person' },
  });
  const id = await accountOf(request, site.dataFolder);
  const rows = await asOwner(
    site.dataFolder,
    (sql) => sql`select revision from answer where question = 'A1' and client_id = ${id}`,
  );
  expect(rows).toHaveLength(2);

  const big = await request.post('/forms/1/b2/save', { form: { B2: 'x'.repeat(300_000) } });
  expect(big.status()).toBe(413);
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`f${n}`, '1']));
  expect((await request.post('/forms/1/b2/save', { form: many })).status()).toBe(422);

  const late = await hiddenFields(request, '/forms/1/b1');
  await asOwner(
    site.dataFolder,
    (sql) => sql`update submission set status = 'submitted', submitted_at = now() where client_id = ${id}`,
  );
  const refused = await request.post('/forms/1/b1/save', {
    form: { ...late, B1: 'Too late', intent: 'continue' },
  });
  expect(refused.headers().location).toBe('/forms/1/check');
  expect((await request.get('/forms/1/b1')).headers().location).toBe('/forms/1/check');
  // What was typed is still there, marked as not saved.
  expect(await (await request.get('/forms/1/check')).text()).toContain('isn’t saved yet');
  await request.dispose();
});
