// A session that is about to end says so in time, is kept by one press, and when it is over shows nothing and has lost nothing.
import type { Page } from '@playwright/test';
import { accessFaults } from '../support/access-faults';
import { newcomerAt } from '../support/client-by-request';
import { endsIn, lastSeenOf, leftAlone } from '../support/session-time';
import { signInHere } from '../support/sign-in';
import { expect, test } from '../support/site';

const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still here?' });
const closed = (page: Page) => page.getByRole('dialog', { name: 'This page closed itself' });
const name = (page: Page) => page.getByRole('textbox');

const emails = new WeakMap<Page, string>();
const emailOf = (page: Page) => emails.get(page) ?? '';

/** Somebody new, at a question that is answered by writing, with the page's clock in the test's hand. */
test.beforeEach(async ({ page, mailbox, javaScriptEnabled }, info) => {
  await page.clock.install();
  emails.set(page, `away-${info.workerIndex}-${Date.now()}@example.org`);
  await newcomerAt(page, mailbox, emailOf(page), 'b1');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('What name should we use');
  if (javaScriptEnabled === false) return;
  // Its scripts run: they answer to a key.
  await expect(async () => {
    await page.keyboard.press('Shift');
    await expect(page.getByText('Shift, press')).toBeAttached({ timeout: 300 });
  }).toPass();
});

/** On the server and in the page. */
async function minutesPass(page: Page, site: { url: string; dataFolder: string }, minutes: number) {
  await leftAlone(site, page, minutes);
  await page.clock.fastForward(minutes * 60_000);
}

test('the warning comes two minutes before, takes nothing from what is typed, and one press stays', async ({
  page,
  site,
}) => {
  await name(page).fill('Jo Exa');
  await expect(page.getByText('What you typed is kept.')).toBeVisible();
  await minutesPass(page, site, 27);
  await expect(warning(page)).toBeHidden();
  await minutesPass(page, site, 1.5);

  await test.step('it says until when, is announced, and leaves the focus where it was', async () => {
    await expect(warning(page)).toContainText(/this page closes at \d{1,2}:\d{2}/);
    await expect(page.getByRole('status').filter({ hasText: 'Are you still here?' })).toContainText('Tab');
    await expect(name(page)).toBeFocused();
    expect(await accessFaults(page)).toEqual([]);
  });
  await test.step('A-09 looking at it, however often, makes the session no longer', async () => {
    const before = await lastSeenOf(site, page);
    for (let looks = 0; looks < 3; looks += 1) await page.clock.runFor(16_000);
    await expect(warning(page)).toBeVisible();
    expect(await lastSeenOf(site, page)).toBe(before);
  });
  await test.step('the next Tab leads to its button, one press stays, and the focus is back', async () => {
    await page.keyboard.press('Tab');
    await expect(warning(page).getByRole('button', { name: 'Stay signed in' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(warning(page)).toBeHidden();
    await expect(page.getByText('You are still signed in.')).toBeAttached();
    await expect(name(page)).toBeFocused();
    await expect(name(page)).toHaveValue('Jo Exa');
  });
  await page.keyboard.type('mple');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('legal name');
});

test('going on typing is enough to stay, and another tab takes the warning away', async ({ page, site }) => {
  await minutesPass(page, site, 28.5);
  await expect(warning(page)).toBeVisible();
  await name(page).pressSequentially('J');
  await expect(warning(page)).toBeHidden();

  await minutesPass(page, site, 28.5);
  await expect(warning(page)).toBeVisible();
  const other = await page.context().newPage();
  await other.goto('/home');
  await other.close();
  await page.clock.runFor(16_000);
  await expect(warning(page)).toBeHidden();
});

test('left alone, the page covers itself; after signing in the words are there', async ({
  page,
  site,
  mailbox,
}) => {
  await name(page).fill('Jo Example');
  await minutesPass(page, site, 31);
  await expect(closed(page).getByRole('heading', { level: 1 })).toBeFocused();
  await expect(closed(page)).toContainText('Words you typed in the forms are kept');
  await expect(name(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Exit this page', exact: true })).toBeVisible();
  expect(await accessFaults(page)).toEqual([]);

  await closed(page).getByRole('link', { name: 'Sign in' }).click();
  await expect(page.getByText('Anything you typed is kept')).toBeVisible();
  await signInHere(page, mailbox, emailOf(page));
  await expect(page).toHaveURL(/\/forms\/1\/b1$/);
  await expect(name(page)).toHaveValue('Jo Example');
});

test('without a connection it closes all the same, when its time is over', async ({ page }) => {
  await page.context().setOffline(true);
  await page.clock.fastForward('31:00');
  await expect(closed(page)).toBeVisible();
  await expect(name(page)).toBeHidden();
});

test('the end after twelve hours is said too, and is not put off', async ({ page, site }) => {
  await endsIn(site, page, 90);
  await page.clock.fastForward('01:30');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(warning(page)).toContainText('That can’t be put off');
  await expect(warning(page).getByRole('button', { name: 'Stay signed in' })).toHaveCount(0);
  await expect(warning(page).getByRole('button', { name: 'Sign out' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says after how long without a press it ends', async ({ page }) => {
    const line = page.locator('noscript p');
    await expect(line).toBeVisible();
    await expect(line).toHaveText(/^If nothing is pressed for 30 minutes, you are signed out/);
  });

  test('words sent after the twelve hours are kept as well', async ({ page, site, mailbox }) => {
    await name(page).fill('Jo Example');
    await endsIn(site, page, -60);
    await page.getByRole('button', { name: 'Continue' }).click();
    await signInHere(page, mailbox, emailOf(page));
    await expect(name(page)).toHaveValue('Jo Example');
  });
});
