// Somebody who pays for themselves books; front desk makes their estimate and gives it; they read it at home and keep it as a file.
import type { Browser } from '@playwright/test';
import { answerFirstSection, besides, dealWithTheRest } from '../support/client-by-request';
import { Way } from '../support/client-way';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { comeIn, type DemoStaff, type State, staffState } from '../support/sign-in';
import { test as base, expect } from '../support/site';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

for (const scripts of oneWay(true)) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    const asStaff = async (browser: Browser, baseURL: string, state: State) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled: scripts, storageState: state });
      return context.newPage();
    };

    test('an estimate, from the day it is owed to the file that is kept', async ({
      page,
      browser,
      playwright,
      site,
      mailbox,
    }, info) => {
      const way = new Way(page, scripts);
      // The pages before are looked at on the whole way.
      const before = new Way(page, false);
      const name = scripts ? 'Costa Example' : 'Prisca Example';
      const email = `costs-${scripts ? 'js' : 'plain'}-${info.workerIndex}-${Date.now()}@example.org`;
      const staffPage = async (who: DemoStaff) => asStaff(browser, site.url, await staffState(site, who));

      await test.step('signs in, and says who they are', async () => {
        await comeIn(page, mailbox, email);
        await expect(page).toHaveURL(/\/home$/);
        const client = await besides(page, playwright.request, site.url);
        await answerFirstSection(client, name);
        if (scripts) await dealWithTheRest(client, name);
        await client.dispose();
      });
      if (scripts)
        await test.step('books, and learns by when an estimate comes', async () => {
          await before.book();
          await page.goto('/home/estimates');
          await way.isAt('Your costs');
          // The first free time may be too near for one to be owed: then they ask.
          const ask = page.getByRole('button', { name: 'Ask for an estimate' });
          if ((await ask.count()) > 0) await ask.click();
          await expect(page.getByText(/An estimate is on its way/)).toBeVisible();
        });
      else
        await test.step('asks for one before booking', async () => {
          await page.goto('/home');
          await way.follow('Costs and estimates');
          await way.isAt('Your costs');
          await way.press('Ask for an estimate');
          await way.isAt('Your costs');
          await expect(page.getByText('We have your wish for an estimate.')).toBeVisible();
        });

      const desk = await staffPage('front-desk');
      await test.step('front desk finds it in the list, and mistypes: nothing is lost', async () => {
        await desk.goto('/staff/estimates');
        await isSound(desk, scripts);
        await desk.getByRole('row').filter({ hasText: name }).getByRole('link', { name: /^Make/ }).click();
        await expect(desk.getByRole('heading', { level: 1 })).toHaveText(`Estimate for ${name}`);
        await isSound(desk, scripts);
        await expect(desk.getByText('Add a diagnosis code'), 'for clinicians alone').toHaveCount(0);
        if (!scripts)
          await desk.getByLabel('Who they would see').selectOption({ label: 'Toby Specimen (made up)' });
        const first = desk.getByRole('group', { name: /^First session/ });
        await first.getByLabel('How many').fill('one');
        await desk.getByRole('button', { name: 'See it before you give it' }).click();
        await expect(desk).toHaveTitle(/^Error: /);
        await isSound(desk, scripts);
        await expect(first.getByLabel('How many')).toHaveValue('one');
        await first.getByLabel('How many').fill('1');
        const more = desk.getByRole('group', { name: /^Session, / });
        await more.getByLabel('How many').fill('9');
        await more.getByLabel(/^Fee each/).fill('150.50');
        await desk.getByLabel('About every two weeks').check();
        await desk.getByRole('button', { name: 'See it before you give it' }).click();
      });
      await test.step('sees it as the client will, changes nothing, gives it', async () => {
        await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Before you give it');
        await isSound(desk, scripts);
        await expect(desk.getByText('Expected total: $1,574.50')).toBeVisible();
        const elsewhere = await desk.context().newPage();
        await elsewhere.goto(desk.url());
        await desk.getByRole('button', { name: 'Give to the client' }).click();
        await expect(desk.getByText('Estimate 1 is given')).toBeVisible();
        await elsewhere.getByRole('button', { name: 'Give to the client' }).click();
        await expect(elsewhere.getByText('Somebody has given this estimate meanwhile')).toBeVisible();
        await desk.getByRole('link', { name: 'Estimate 1' }).click();
        await isSound(desk, scripts);
        await desk.context().close();
      });
      await test.step('the client is told, without a word of what', async () => {
        await page.goto('/home');
        await way.isAt('Your tasks');
        await expect(page.getByText(/\$\d/), 'no figure stands on the first page').toHaveCount(0);
        await way.follow('See your cost estimate');
        await way.isAt('Your cost estimate');
        await expect(page.getByText('Expected total: $1,574.50')).toBeVisible();
        await expect(page.getByText('14 March 1988')).toBeVisible();
        await expect(page.getByText('Toby Specimen (made up)', { exact: false })).toBeVisible();
        await expect(page.getByRole('heading', { name: 'If a bill is higher than this' })).toBeVisible();
      });
      await test.step('keeps it as a file', async () => {
        const href = await page.getByRole('link', { name: 'Save as a PDF file' }).getAttribute('href');
        const file = await page.request.get(href ?? '');
        expect(file.status()).toBe(200);
        expect(file.headers()['content-type']).toBe('application/pdf');
        expect(file.headers()['cache-control']).toContain('no-store');
        expect(file.headers()['content-disposition']).toBe('attachment; filename="estimate-1.pdf"');
        const bytes = (await file.body()).toString('latin1');
        expect(bytes.startsWith('%PDF-1.7')).toBe(true);
        for (const part of ['/Marked true', '/S /Table', '/S /TH', '/S /H1']) expect(bytes).toContain(part);
      });
      await test.step('another client finds nothing at the same address', async () => {
        const context = await browser.newContext({ baseURL: site.url });
        const other = await context.newPage();
        await comeIn(other, mailbox, `other-${email}`);
        for (const path of ['/home/estimates/1', '/home/estimates/1/copy.pdf'])
          expect((await other.request.get(path)).status(), path).toBe(404);
        await context.close();
      });
    });
  });
}
