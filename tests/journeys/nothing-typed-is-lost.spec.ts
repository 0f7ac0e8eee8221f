// Whatever goes wrong with a form, what somebody typed is still there.
import type { Page } from '@playwright/test';
import { newcomerAt } from '../support/client-by-request';
import { Way } from '../support/client-way';
import type { Mailbox } from '../support/mailbox';
import { oneWay } from '../support/one-way';
import { leftAlone } from '../support/session-time';
import { signIn } from '../support/sign-in';
import { expect, test } from '../support/site';

const NAME = 'Jo Example';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('after an error the text is there, and so it is after Back and after a reload', async ({
      page,
      mailbox,
    }) => {
      const way = await atDateOfBirth(page, mailbox);
      await page.getByLabel('Day').fill('31');
      await page.getByLabel('Month').fill('2');
      await page.getByLabel('Year').fill('1990');
      await way.press('Continue');
      await expect(page).toHaveTitle(/^Error: Section 1, question \d+/);
      await typedStillThere();
      await page.reload();
      await typedStillThere();
      await page.goto('/home');
      await page.goBack();
      await typedStillThere();
      await page.getByLabel('Day').fill('28');
      await way.press('Continue');
      await way.isAt(/paid for/);
      await page.goBack();
      await expect(page.getByLabel('Day')).toHaveValue('28');

      async function typedStillThere() {
        await expect(page.getByRole('alert').first()).toContainText('Enter a real date');
        await expect(page.getByLabel('Day')).toHaveValue('31');
        await expect(page.getByLabel('Month')).toHaveValue('2');
        await expect(page.getByLabel('Year')).toHaveValue('1990');
      }
    });

    test('D-04 signed out while typing: after signing in again the text is there', async ({
      page,
      site,
      mailbox,
    }) => {
      const way = await atDateOfBirth(page, mailbox);
      await leftAlone(site, page, 31);
      await page.getByLabel('Day').fill('14');
      await page.getByLabel('Month').fill('3');
      await way.press('Continue');
      await way.isAt('Sign in');
      await expect(page.getByText('Anything you typed is kept')).toBeVisible();
      await page.goto('/home');
      await way.isAt('Sign in');
      await signIn(page, mailbox, emailOf(page));
      await page.goto('/forms/1/b3');
      await expect(page.getByLabel('Day')).toHaveValue('14');
      await expect(page.getByLabel('Month')).toHaveValue('3');
    });

    // The rest is the same plain forms, whether scripts run or not.
    if (!oneWay(true).includes(javaScriptEnabled)) return;

    test('Skip asks before it removes what was written, and either answer is taken', async ({
      page,
      mailbox,
    }) => {
      const way = await atLegalName(page, mailbox);
      await page.getByRole('textbox').fill(NAME);
      await way.press('Skip this question');
      await way.isAt(/legal name/);
      await expect(page.getByText('You wrote something here')).toBeVisible();
      await expect(page.getByRole('textbox')).toHaveValue(NAME);
      await page.reload();
      await expect(page.getByRole('textbox')).toHaveValue(NAME);
      await way.press('Keep it and continue');
      await way.isAt(/date of birth/);
      await page.goto('/forms/1/b2');
      await expect(page.getByRole('textbox')).toHaveValue(NAME);
      await page.getByRole('textbox').fill('Another Example');
      await way.press('Remove my answer');
      await expect(page.getByText('You wrote something here')).toBeVisible();
      await way.press('Skip and remove it');
      await way.isAt(/date of birth/);
      await page.goto('/forms/1/b2');
      await expect(page.getByRole('textbox')).toHaveValue('');
      await way.skip(/legal name/);
      await way.isAt(/date of birth/);
    });

    test('a page served by the build before posts to this one', async ({ page, mailbox }) => {
      const way = await atDateOfBirth(page, mailbox);
      // What a build leaves in a page is in its scripts: without them, only the form itself is sent.
      const form = await page
        .locator('main form')
        .evaluate((node) => node.outerHTML)
        .catch(() => page.content());
      expect(form).not.toMatch(/\$ACTION|next-action|buildId/i);
      await page.getByLabel('Day').fill('14');
      await page.getByLabel('Month').fill('3');
      await page.getByLabel('Year').fill('1988');
      await page.route('**/_next/**', (route) => route.fulfill({ status: 404 }));
      await way.press('Continue');
      await way.isAt(/paid for/);
    });
  });
}

test('D-05 two minutes without a connection: it says so, nothing is lost, and it is kept when the connection is back', async ({
  page,
  mailbox,
}) => {
  const way = await atLegalName(page, mailbox);
  await page.clock.install();
  await page.context().setOffline(true);
  await page.getByRole('textbox').fill('Typed without a connection');
  await page.clock.runFor(120_000);
  await expect(page.getByRole('status').filter({ hasText: 'There is no connection just now' })).toBeVisible();
  // Continue would only bring the browser’s own page: it stays here, and says why.
  await way.press('Continue');
  await way.isAt(/legal name/);
  await expect(page.getByRole('textbox')).toHaveValue('Typed without a connection');
  await page.context().setOffline(false);
  await page.clock.runFor(15_000);
  await expect(page.getByRole('status').filter({ hasText: 'What you typed is kept' })).toBeVisible();
  // In another window it is there, too; and what is typed there is not written over from here.
  const other = await page.context().newPage();
  await other.goto('/forms/1/b2');
  await expect(other.getByRole('textbox')).toHaveValue('Typed without a connection');
  await other.close();
  await way.press('Continue');
  await way.isAt(/date of birth/);
});

test('on a slow line, what is written in a box before the scripts have come stays as it is when they run', async ({
  page,
}) => {
  const box = page.getByLabel('What is off limits for now?');
  await page.goto('/guide/trust');
  await box.fill('Kept before (made up)');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  let come = () => {};
  const held = new Promise<void>((answer) => {
    come = answer;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/guide/trust', { waitUntil: 'domcontentloaded' });
  await expect(box).toHaveValue('Kept before (made up)');
  await box.fill('Written on a slow line (made up)');
  come();
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('textarea') ?? {}).some((name) => name.startsWith('__react')),
  );
  await expect(box).toHaveValue('Written on a slow line (made up)');
});

const emails = new WeakMap<Page, string>();
const emailOf = (page: Page) => emails.get(page) ?? '';

/** A new client at a question that takes three fields. */
async function atDateOfBirth(page: Page, mailbox: Mailbox) {
  const way = await atLegalName(page, mailbox);
  await way.skip(/legal name/);
  await way.isAt(/date of birth/);
  return way;
}

/** A new client at a question that may be skipped. */
async function atLegalName(page: Page, mailbox: Mailbox) {
  const email = `kept-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;
  emails.set(page, email);
  await newcomerAt(page, mailbox, email, 'b2');
  // Axe has its say in the journey of the whole way.
  const way = new Way(page, false);
  await way.isAt(/legal name/);
  return way;
}
