// A document changes under somebody who has signed: they are asked again when they must be, shown what changed, lose nothing, and can take it back.
import type { Page } from '@playwright/test';
import { answerFirstSection, answerSection, besides, dealWithTheRest } from '../support/client-by-request';
import { Way } from '../support/client-way';
import { startDemoSite } from '../support/demo-site';
import { oneWay } from '../support/one-way';
import { publishVersion } from '../support/publish-version';
import { giveSecondStep, signIn } from '../support/sign-in';
import { test as base, expect } from '../support/site';

// A site of its own: what is published here would ask everybody else on it to sign again.
const test = base.extend<{ scripts: boolean }, { site: { url: string; dataFolder: string } }>({
  scripts: [true, { option: true }],
  site: [
    async ({ givenSite }, use, info) =>
      use(
        givenSite
          ? { url: givenSite, dataFolder: process.env.FOYER_TEST_DATA ?? '' }
          : await startDemoSite(`site-documents-${info.workerIndex}`),
      ),
    { scope: 'worker', timeout: 400_000 },
  ],
});

const NAME = 'Ari Example';
const onEach = async (page: Page, paths: string[], look: (path: string) => Promise<void>) => {
  for (const path of paths) {
    await page.goto(path);
    await look(path);
  }
};

for (const scripts of oneWay(true)) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    test('signed, changed, signed again, withdrawn and signed once more', async ({
      page,
      browser,
      playwright,
      site,
      mailbox,
    }, info) => {
      const way = new Way(page, scripts);
      const email = `again-${scripts ? 'js' : 'plain'}-${info.workerIndex}-${Date.now()}@example.org`;
      const tick = async () => {
        for (const box of await page.locator('form').getByRole('checkbox').all()) await box.check();
      };
      const word = scripts ? 'thoroughly' : 'plainly';

      await test.step('has signed what is needed, and begun the forms', async () => {
        await signIn(page, mailbox, email);
        await expect(page).toHaveURL(/\/home$/);
        const client = await besides(page, playwright.request, site.url);
        await answerFirstSection(client, NAME);
        await dealWithTheRest(client, NAME, '23');
        await client.dispose();
      });

      await test.step('asks a question; staff read it, and it holds nothing up', async () => {
        await page.goto('/documents/agreement');
        await page.getByText('Ask us a question first').click();
        await way.follow('Write your question here');
        await way.isAt(/^Ask us about/);
        await way.press('Send my question');
        await way.isAt(/^Ask us about/);
        expect(await page.title()).toMatch(/^Error: /);
        await page.getByLabel('Your question').fill(`May I bring a friend, ${word}? (made up)`);
        await way.press('Send my question');
        await way.isAt('The agreement');
        await expect(page.getByText('You asked us a question')).toBeVisible();
        const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: scripts });
        const staff = await context.newPage();
        const who = scripts ? 'clinician@demo.example' : 'lead@demo.example';
        await signIn(staff, mailbox, who);
        await giveSecondStep(context, staff, who);
        await staff.getByRole('link', { name: 'From clients' }).click();
        const desk = new Way(staff, scripts);
        await desk.isAt('From clients');
        const item = staff.getByRole('listitem').filter({ hasText: `friend, ${word}?` });
        await expect(item.getByRole('heading', { name: NAME })).toBeVisible();
        await expect(item.getByText('My brother (made up)')).toBeVisible();
        await item.getByRole('button', { name: /Mark as answered/ }).click();
        await expect(staff.getByRole('link', { name: 'Choose how it was answered' })).toBeVisible();
        expect(await staff.title()).toMatch(/^Error: /);
        await item.getByLabel('By phone').check();
        await item.getByRole('button', { name: /Mark as answered/ }).click();
        await expect(staff.getByText(`friend, ${word}?`)).toHaveCount(0);
        await context.close();
        await page.reload();
        await expect(page.getByText(/We answered on .* by phone\./)).toBeVisible();
      });

      await test.step('an editorial change is told, and asks nothing', async () => {
        await publishVersion(
          site.dataFolder,
          'video',
          'editorial',
          (body) => `${body}

Headphones help ${word}.`,
        );
        await page.goto('/home');
        await expect(page.getByText('A few words have changed')).toBeVisible();
        await way.taskIs('Sessions by video', 'Completed');
        await page.goto('/documents/video');
        await way.isAt('Sessions by video');
        await expect(page.getByText('what you signed still counts')).toBeVisible();
        await expect(page.getByRole('insertion').filter({ hasText: word })).toBeVisible();
        await expect(page.getByRole('button', { name: 'Sign and continue' })).toHaveCount(0);
      });

      await test.step('a legal change stands before the forms, and what was being typed is kept', async () => {
        await page.goto('/forms/4/c1');
        await way.isAt(/in your own words/);
        await page.getByRole('textbox').first().fill(`Half a sentence, ${word} (made up)`);
        await publishVersion(
          site.dataFolder,
          'agreement',
          'legal',
          (body) => `${body}

You may rest ${word}.`,
        );
        await way.press('Continue');
        await way.isAt('The agreement');
        await expect(page.getByText('This text has changed')).toBeVisible();
        await expect(page.getByText('what you typed there is kept')).toBeVisible();
        await onEach(page, ['/forms/5/start', '/schedule', '/forms/4/c1', '/forms/check'], async (path) => {
          expect(new URL(page.url()).pathname, path).toMatch(/^\/(documents\/agreement|home)$/);
        });
        // Reading, and who may reach them, stay open.
        await onEach(page, ['/documents/agreement/copy', '/forms/2/1', '/urgent-help'], async (path) => {
          expect(new URL(page.url()).pathname, path).not.toMatch(/^\/documents\/agreement$|^\/home$/);
        });
        await page.goto('/home');
        await way.isAt('Your tasks');
        await expect(page.getByText('Please read this before you go on')).toBeVisible();
        await way.follow('Go on: The agreement');
        await way.isAt('The agreement');
      });

      await test.step('D-06 it changes once more while it is open: refused, and nothing typed is lost', async () => {
        await tick();
        await page.getByLabel('Type your name').fill(NAME);
        await publishVersion(
          site.dataFolder,
          'agreement',
          'material',
          (body) => `${body}\n\nAnd ${word} so.`,
        );
        await way.press('Sign and continue');
        await way.isAt('The agreement');
        await expect(page.getByRole('alert').getByText(/This document has just changed/)).toBeVisible();
        await expect(page.getByLabel('Type your name')).toHaveValue(NAME);
        for (const box of await page.locator('form').getByRole('checkbox').all())
          await expect(box).not.toBeChecked();
        const changes = page.getByRole('region', { name: 'What changed' });
        await expect(changes.getByRole('insertion').filter({ hasText: `And ${word} so.` })).toBeVisible();
        await expect(changes.getByText('New words:').first()).toBeAttached();
        await tick();
        await way.press('Sign and continue');
        await way.taskIs('The agreement', 'Completed');
      });

      await test.step('the half sentence is still there, and the way goes on', async () => {
        await page.goto('/forms/4/c1');
        await expect(page.getByRole('textbox').first()).toHaveValue(`Half a sentence, ${word} (made up)`);
        await way.write(/in your own words/, `A whole one, ${word} (made up)`);
        await expect(page).not.toHaveURL(/\/c1$/);
        const client = await besides(page, playwright.request, site.url);
        // What was just answered is left alone: skipped from a page that never saw it, it would be asked about.
        await answerSection(client, '4', {}, ['C1']);
        await answerSection(client, '5');
        await client.dispose();
      });

      await test.step('a material change stands before a time, and not before a form', async () => {
        await publishVersion(site.dataFolder, 'fees', 'material', (body) => `${body}\n\nAsk us ${word}.`);
        await page.goto('/forms/3/check');
        await way.isAt('Check your answers');
        await page.goto('/schedule');
        await way.isAt('Fees and cancellation');
        await expect(page.getByText('before your next booking')).toBeVisible();
        await tick();
        await page.getByLabel('Type your name').fill(NAME);
        await way.press('Sign and continue');
        await way.book();
      });

      await test.step('the old copy still verifies, beside the new one', async () => {
        await page.goto('/documents/fees/copy');
        await way.isAt(/^Your copy/);
        const copies = page.getByRole('region', { name: 'All your copies of this document' });
        await copies.getByRole('link').first().click();
        await way.isAt(/^Your copy/);
        await expect(page.getByText('The seal holds').first()).toBeVisible();
        await expect(page.getByText(`Ask us ${word}.`)).toHaveCount(0);
      });

      await test.step('what is booked stays when the text changes again; moving it asks first', async () => {
        await publishVersion(site.dataFolder, 'fees', 'material', (body) => `${body}\n\nAgain, ${word}.`);
        await page.goto('/home');
        await expect(page.getByText(/Your appointment on .* stays yours/)).toBeVisible();
        await page.goto('/schedule/booked');
        await way.isAt('Your appointment is booked');
        await way.follow('Move it');
        await way.isAt('Fees and cancellation');
        await way.sign('Fees and cancellation', NAME);
      });

      await test.step('withdraws, after reading what follows; the time stays, and its change closes', async () => {
        await page.goto('/documents/agreement');
        await way.follow('Withdraw this');
        await way.isAt(/^Withdraw/);
        await expect(page.getByText('Your appointment stays booked')).toBeVisible();
        await way.press('Withdraw');
        await way.isAt('The agreement');
        await expect(page.getByText('You withdrew this')).toBeVisible();
        await way.follow('Read or save the copy of your withdrawal');
        await way.isAt(/^Your withdrawal/);
        await expect(page.getByText('The seal holds').first()).toBeVisible();
        const file = await page.request.get('/documents/agreement/copy.pdf');
        expect(file.headers()['content-type']).toBe('application/pdf');
        await way.taskIs('The agreement', 'Withdrawn');
        await page.goto('/schedule/booked');
        await way.isAt('Your appointment is booked');
        await page.goto('/schedule?moving=yes');
        expect(new URL(page.url()).pathname).toBe('/home');
      });

      await test.step('and signs again', async () => {
        await way.sign('The agreement', NAME);
        await page.goto('/schedule?moving=yes');
        await way.isAt('Choose a new time');
      });

      await test.step('a new disclaimer asks at the next sign-in, and lets them by', async () => {
        await publishVersion(
          site.dataFolder,
          'information',
          'editorial',
          (body) => `${body}\n\nRead it ${word}.`,
        );
        await page.getByRole('button', { name: 'Sign out' }).click();
        await signIn(page, mailbox, email);
        await way.isAt('About this information');
        await expect(page.getByText('This text has changed')).toBeVisible();
        await way.follow('Not now');
        await expect(page).toHaveURL(/\/home$/);
        await way.sign('About this information', NAME);
      });
    });
  });
}
