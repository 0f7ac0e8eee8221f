// An admin writes a new version of a document, looks at it and at what changes, and publishes it with a code; clients who signed the old one are asked again.
import type { Browser, Page } from '@playwright/test';
import { Way } from '../support/client-way';
import { oneWay } from '../support/one-way';
import { DEMO_STAFF, type DemoStaff, secondStepCode, signIn, staffState } from '../support/sign-in';
import { test as base, expect, type Site } from '../support/site';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

const DOCUMENT = '/staff/documents/couples';
const XSS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[go](javascript:alert(1)) ![x](https://elsewhere.example/x.png)',
  '"><svg/onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
].join('\n\n');

/** Somebody the demo made up, who comes with a partner. */
const CLIENT = 'frankie@demo.example';

async function staffPage(browser: Browser, site: Site, who: DemoStaff, scripts: boolean) {
  const storageState = await staffState(site, who);
  const context = await browser.newContext({ baseURL: site.url, storageState, javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.on('dialog', () => expect('a dialog', 'what somebody typed was run').toBe('none'));
  return page;
}

/** Nothing of what was typed became an element of the page's main part. */
async function expectInert(page: Page) {
  const main = page.getByRole('main');
  expect(await main.locator('script[src^="x"], img, iframe, [onerror], [onload], [srcdoc]').count()).toBe(0);
  expect(await main.locator('a[href^="javascript"], a[href*="elsewhere"]').count()).toBe(0);
  await expect(main.getByText('<script>alert(1)</script>').first()).toBeVisible();
}

for (const scripts of oneWay(true)) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });
    test.describe.configure({ mode: 'serial' });

    test('a new version is written, looked at, compared and published; who signed the old one is asked again', async ({
      browser,
      site,
      mailbox,
      page: clients,
    }) => {
      const staff = await staffPage(browser, site, 'admin', scripts);
      const way = new Way(staff, scripts);
      const word = `Word ${Date.now()}`;
      await signIn(clients, mailbox, CLIENT);
      await expect(clients).toHaveURL(/home/);

      await test.step('finds the document, and what clients read of it today', async () => {
        await staff.goto('/staff');
        const places = staff.getByRole('navigation', { name: 'Staff' });
        await places.getByText('More', { exact: true }).click();
        await places.getByRole('link', { name: 'Documents' }).click();
        await way.isAt('Documents');
        await way.follow('Sessions for two');
        await way.isAt('Sessions for two');
        await staff
          .getByRole('link', { name: /^Version \d+$/ })
          .first()
          .click();
        await way.isAt(/^Sessions for two, version \d+$/);
        await staff.goto(DOCUMENT);
        await way.follow(/^(Write a new version|Go on with the draft)$/);
        await way.isAt('Draft: Sessions for two');
      });

      const body = staff.getByLabel('Full text', { exact: true });
      const before = await body.inputValue();
      await test.step('is told what is wrong, and nothing typed is lost', async () => {
        await body.fill(`${before}\n\nCall {{nobody}}.`);
        await staff.getByLabel('Title in the browser').fill('Sex for two');
        await way.press('Save');
        await way.isAt('Draft: Sessions for two');
        await expect(staff).toHaveTitle(/^Error: Draft/);
        await expect(staff.getByRole('link', { name: /^Full text: “{{nobody}}” is no gap/ })).toBeVisible();
        await expect(
          staff.getByRole('link', { name: /^Title in the browser: take out “sex”/ }),
        ).toBeVisible();
        await expect(body).toHaveValue(`${before}\n\nCall {{nobody}}.`);
      });
      await test.step('previews without saving: nothing that was typed can run', async () => {
        await body.fill(`${before}\n\n${XSS}`);
        await staff.getByLabel('Title in the browser').fill('Sessions for two');
        const title = staff.getByLabel('Title', { exact: true });
        const plain = await title.inputValue();
        await title.fill('<img src=x onerror=alert(1)>');
        await way.press('Preview');
        await way.isAt('Draft: Sessions for two');
        await expect(staff.getByText('It is not saved yet.')).toBeVisible();
        await expectInert(staff);
        await title.fill(plain);
      });
      await test.step('saves, and sees what changes', async () => {
        const short = staff.getByLabel('In short');
        await short.fill(`${await short.inputValue()}\n${word}: call {{clinicPhone}}.`);
        await way.press('Save');
        await way.isAt('Draft: Sessions for two');
        await expect(staff.getByText(/^Saved\. Clients still see version/)).toBeVisible();
        const changes = staff.getByRole('region', { name: /^What changes against version/ });
        await expect(
          changes.getByRole('insertion').filter({ hasText: `${word}: call +1 212` }),
        ).toBeVisible();
        await expectInert(staff);
      });
      await test.step('a colleague who had the page open is refused, and reads both', async () => {
        const other = await staff.context().newPage();
        await other.goto(`${DOCUMENT}/draft`);
        await staff.getByLabel('Box 1').fill(`We have read this, ${word}.`);
        await way.press('Save');
        await other.getByLabel('Box 1').fill('Something else (made up).');
        await other.getByRole('button', { name: 'Save' }).click();
        const theirs = new Way(other, scripts);
        await theirs.isAt('Draft: Sessions for two');
        const both = other.getByRole('region', { name: /saved this draft while you were writing/ });
        await expect(both.getByRole('deletion').filter({ hasText: word })).toBeVisible();
        await expect(other.getByLabel('Box 1')).toHaveValue('Something else (made up).');
        await theirs.press('Keep theirs, drop mine');
        await expect(other.getByLabel('Box 1')).toHaveValue(`We have read this, ${word}.`);
        await other.close();
      });
      await test.step('publishes as material, with a code; a wrong one is refused', async () => {
        await staff.goto(`${DOCUMENT}/draft`);
        await way.follow('Publish …');
        await way.isAt(/^Publish “Sessions for two”, version \d+$/);
        await way.press(/^Publish version/);
        await expect(staff.getByRole('link', { name: 'Choose what kind of change it is' })).toBeVisible();
        await way.isAt(/^Publish “Sessions for two”/);
        await staff.getByRole('radio', { name: /^Material/ }).check();
        await staff.getByLabel('Six-digit code').fill('000000');
        await way.press(/^Publish version/);
        await expect(staff.getByRole('link', { name: /^That code is not right/ })).toBeVisible();
        await expect(staff.getByRole('radio', { name: /^Material/ })).toBeChecked();
        await expect(staff.getByLabel('Six-digit code')).toHaveValue('');
        const code = await secondStepCode(staff.context(), DEMO_STAFF.admin);
        await staff.getByLabel('Six-digit code').fill(code);
        await way.press(/^Publish version/);
        await way.isAt('Sessions for two');
        await expect(staff.getByText(/^Published\. Version \d+ counts from now on/)).toBeVisible();
        await expect(
          staff.getByRole('link', { name: /^Must sign again before a session \([1-9]/ }),
        ).toBeVisible();
      });
      await test.step('a client reads the new version, inert, and is asked to sign again', async () => {
        const client = new Way(clients, scripts);
        await clients.goto('/documents/couples');
        await client.isAt('Sessions for two');
        await expect(
          clients.getByRole('listitem').filter({ hasText: new RegExp(`^${word}: call`) }),
        ).toBeVisible();
        await expectInert(clients);
        await clients.getByLabel(`We have read this, ${word}.`).check();
        for (const box of await clients.locator('form').getByRole('checkbox').all()) await box.check();
        await clients.getByLabel('Type your name').fill('Frankie Imaginary (made up)');
        await client.press('Sign and continue');
        const copy = await clients.request.get('/documents/couples/copy.pdf');
        const pdf = (await copy.body()).toString('latin1');
        expect(pdf).toContain('%PDF');
        expect(pdf).not.toMatch(/\/JavaScript|\/URI|elsewhere\.example/);
      });
      await test.step('staff see that they did, and the front desk sees no more than that', async () => {
        await staff.goto(`${DOCUMENT}?standing=holds&names=on`);
        await expect(staff.getByRole('row').filter({ hasText: 'Frankie Imaginary' })).toContainText('Signed');
        const desk = await staffPage(browser, site, 'front-desk', scripts);
        await desk.goto('/staff/documents');
        await new Way(desk, scripts).isAt('Documents');
        await expect(desk.getByRole('columnheader', { name: 'Draft' })).toHaveCount(0);
        await desk.goto(`${DOCUMENT}?standing=holds&names=on`);
        await new Way(desk, scripts).isAt('Sessions for two');
        await expect(desk.getByRole('row').filter({ hasText: 'Frankie Imaginary' })).toContainText('Signed');
        await expect(desk.getByRole('link', { name: /Write a new version|draft/ })).toHaveCount(0);
        expect((await desk.goto(`${DOCUMENT}/draft`))?.status()).toBe(404);
        await desk.context().close();
      });
      await test.step('a draft is discarded only when they say so twice', async () => {
        await staff.goto(`${DOCUMENT}/draft`);
        await staff.getByLabel('Box 1').fill('To be discarded (made up).');
        await way.press('Save');
        await way.follow('Discard the draft');
        await way.isAt('Discard the draft of “Sessions for two”?');
        await way.follow('Keep it');
        await expect(staff.getByLabel('Box 1')).toHaveValue('To be discarded (made up).');
        await way.follow('Discard the draft');
        await way.press('Discard the draft');
        await expect(staff.getByText('The draft is discarded.')).toBeVisible();
        await staff.goto(`${DOCUMENT}/draft`);
        await expect(staff.getByLabel('Box 1')).toHaveValue(`We have read this, ${word}.`);
      });
      await staff.context().close();
    });
  });
}
