// A danger sign is there for staff although its client closed the browser; by keyboard alone the lead finds the most pressing one and closes it.
import { isSound } from '../support/is-sound';
import { comeIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

test('a flag is found with j, acknowledged, and closed with its outcome, by keyboard alone', async ({
  browser,
  site,
}) => {
  const storageState = await staffState(site, 'lead');
  const context = await browser.newContext({ baseURL: site.url, storageState });
  const page = await context.newPage();
  const says = (words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
  const first = page.getByRole('article').first();
  const open = first.getByRole('link', { name: /^Open the file/ });

  await test.step('the first one is the first under the keys, with what was answered and how to reach them', async () => {
    await page.goto('/staff/flags');
    await isSound(page, true);
    await expect(first.getByText(/^Red/).first()).toBeVisible();
    await page.keyboard.press('j');
    await expect(open).toBeFocused();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(open).toBeFocused();
  });

  await test.step('acknowledged, it is in my hands', async () => {
    await first.getByRole('button', { name: /^Acknowledge/ }).press('Enter');
    await says('The flag is acknowledged');
    await page.getByRole('link', { name: 'Mine', exact: true }).press('Enter');
    await expect(page).toHaveURL(/show=mine/);
  });

  const card = page.getByRole('article').filter({ hasText: 'In your hands' }).first();
  await test.step('an outcome that says too little is kept, with what is missing', async () => {
    await card.locator('summary').filter({ hasText: 'Close with an outcome' }).press('Enter');
    await card.getByRole('radio', { name: 'Assessed with a tool' }).press('Space');
    await card.getByRole('button', { name: 'Close the flag' }).press('Enter');
    await expect(page).toHaveTitle(/^Error/);
    await isSound(page, true);
    await expect(card.getByRole('radio', { name: 'Assessed with a tool' })).toBeChecked();
    await card.getByLabel('Which tool?').fill('A made-up tool');
    await card.getByRole('radio', { name: 'Spoke with them' }).press('Space');
    await expect(card.getByLabel('Which tool?')).toBeHidden();
    await card.getByRole('button', { name: 'Close the flag' }).press('Enter');
    await says('The flag is closed');
    await expect(page).toHaveURL(/show=mine/);
  });

  await test.step('o opens the file', async () => {
    await page.goto('/staff/flags');
    // The keys work once the page's script has begun.
    await expect(async () => {
      await page.keyboard.press('j');
      await expect(page.locator('[data-list-item]:focus')).toHaveCount(1, { timeout: 500 });
    }).toPass();
    await page.keyboard.press('o');
    await expect(page).toHaveURL(/\/staff\/submissions\/[0-9A-Z]{10}#flag-/);
  });
  await context.close();
});

test('somebody says it on one page, to go on another day, is shown help, and closes the browser for good: the flag is there', async ({
  browser,
  site,
  mailbox,
}) => {
  const theirs = await browser.newContext({ baseURL: site.url });
  const page = await theirs.newPage();
  // Booked, and still to send: what is asked before the first session is open to them.
  await comeIn(page, mailbox, 'devon@demo.example');
  await page.goto('/forms/9/gp9');
  await page.getByRole('radio', { name: 'Several days' }).check();
  await page.getByRole('button', { name: 'Save and come back later' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you for telling us');
  await theirs.close();

  const storageState = await staffState(site, 'lead');
  const staff = await browser.newContext({ baseURL: site.url, storageState });
  const flags = await staff.newPage();
  await flags.goto('/staff/flags');
  const card = flags.getByRole('article').filter({ hasText: 'Several days' }).filter({ hasText: 'Not sent' });
  await expect(card).toHaveCount(1);
  await expect(card.getByText('Red', { exact: true })).toBeVisible();
  await staff.close();
});
