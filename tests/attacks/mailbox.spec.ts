// The demo's mailbox shows people a page and programs a list, runs nothing of what it shows, and isn't there for real.
import { join } from 'node:path';
import { end, startSite } from '../support/launcher';
import { runFolder } from '../support/run-folder';
import { expect, test } from '../support/site';

test('a mail is there to be read, to be listed as JSON, and to be seen as it looks', async ({
  page,
  site,
  mailbox,
}) => {
  const address = `reader-${Date.now()}@demo.example`;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const mail = await mailbox.next(address);
  expect(Object.keys(mail).sort()).toEqual(['html', 'sentAt', 'subject', 'text', 'to']);
  expect(mail.subject).toBe('Your sign-in code');
  expect(mail.text).toMatch(/\b\d{8}\b/);

  await page.goto('/mailbox');
  const letter = page.getByRole('article').filter({ hasText: address });
  await expect(letter.getByRole('link', { name: /\/sign-in\/link/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Codes for staff' })).toContainText(
    /lead@demo\.example.*\d{6}/s,
  );
  await letter.getByRole('link', { name: /See it as it looks/ }).click();
  await expect(page.getByText('Your code is')).toBeVisible();
  const seen = await page.request.get(page.url());
  expect(seen.headers()['content-security-policy']).toContain(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  const missing = await page.request.get(`${site.url}/mailbox/01900000-0000-7000-8000-000000000000`);
  expect(missing.status()).toBe(404);
});

test('with DEMO off there is no mailbox, in no form, and nobody new is let in before it is opened; urgent help is there', async ({
  givenSite,
}) => {
  test.skip(Boolean(givenSite), 'only with a site of its own');
  const site = await startSite(join(runFolder(), 'no-demo'), { DEMO: 'off' });
  try {
    for (const path of ['/mailbox', '/mailbox/list', '/mailbox/01900000-0000-7000-8000-000000000000']) {
      for (const Accept of ['text/html', 'application/json']) {
        const answer = await fetch(site.url + path, { headers: { Accept } });
        expect(answer.status, `${path} as ${Accept}`).toBe(404);
        expect(await answer.text()).not.toContain('demo.example');
      }
    }
    const page = async (path: string) => {
      const answer = await fetch(site.url + path, { headers: { Accept: 'text/html' } });
      expect(answer.status, path).toBe(200);
      return answer.text();
    };
    for (const path of ['/', '/sign-in']) expect(await page(path), path).toContain('We are not open yet');
    expect(await page('/urgent-help')).toContain('tel:911');
    const asked = await fetch(`${site.url}/sign-in/request`, {
      ...{ method: 'POST', redirect: 'manual', headers: { Origin: site.url } },
      body: new URLSearchParams({ email: 'somebody@example.org' }),
    });
    expect(asked.headers.get('location'), 'the same answer as ever').toMatch(/\/sign-in\/code$/);
  } finally {
    await end(site.pid);
  }
});
