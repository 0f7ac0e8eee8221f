// What an admin sets about the practice: nothing typed is lost, each fault leads to its field, and nothing dangerous goes by one press.
import type { Page } from '@playwright/test';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

test('fees somebody mistyped or was overtaken on are all still there', async ({ browser, site }) => {
  test.setTimeout(120_000);
  const state = await staffState(site, 'admin');
  const context = await browser.newContext({ baseURL: site.url, storageState: state });
  const [one, two] = [await context.newPage(), await context.newPage()];
  const row = (page: Page, service: number) =>
    page.getByRole('group', { name: `Service ${service}`, exact: true });
  await one.goto('/staff/settings/fees');
  await isSound(one, true);
  await expect(one.getByText('The document does not change by itself')).toBeVisible();
  await row(one, 4).getByLabel('Name').fill('Longer session');
  await row(one, 4).getByLabel('Fee').fill('three hundred');
  await one.getByRole('button', { name: 'Save the fees' }).click();
  await expect(one).toHaveTitle(/^Error: /);
  await isSound(one, true);
  await expect(row(one, 4).getByLabel('Fee')).toHaveValue('three hundred');
  await row(one, 4).getByLabel('Code').fill('90837');
  await row(one, 4).getByLabel('Minutes').fill('80');
  await row(one, 4).getByLabel('Fee').fill('300');

  await two.goto('/fees');
  const before = await two.getByRole('table').innerText();
  expect(before).not.toContain('Longer session');
  await one.getByRole('button', { name: 'Save the fees' }).click();
  await expect(one.getByText('The fees are saved.')).toBeVisible();
  await two.reload();
  await expect(two.getByRole('row', { name: /Longer session/ })).toContainText('$300.00');

  // Back as it was, from a page that was open before: it is told, and says so again.
  await one.goto('/staff/settings/fees');
  await two.goto('/staff/settings/fees');
  for (const label of ['Name', 'Code', 'Minutes', 'Fee']) await row(one, 4).getByLabel(label).fill('');
  await two.getByLabel(/notice to cancel/).fill('48');
  await two.getByRole('button', { name: 'Save the fees' }).click();
  await expect(two.getByText('The fees are saved.')).toBeVisible();
  await one.getByRole('button', { name: 'Save the fees' }).click();
  await expect(one.getByRole('region', { name: 'The fees as they are now' })).toContainText('Longer session');
  await isSound(one, true);
  await expect(row(one, 4).getByLabel('Name')).toHaveValue('');
  await expect(one.getByLabel(/notice to cancel/)).toHaveValue('24');
  await one.getByRole('button', { name: 'Save the fees' }).click();
  await expect(one.getByText('The fees are saved.')).toBeVisible();

  // What was refused is theirs to drop, and then the page shows what counts.
  await one.getByLabel(/notice to cancel/).fill('never');
  await one.getByRole('button', { name: 'Save the fees' }).click();
  await expect(one.getByLabel(/notice to cancel/)).toHaveValue('never');
  await one.getByRole('button', { name: 'Drop my changes' }).click();
  await expect(one).toHaveTitle(/^Fees/);
  await expect(one.getByLabel(/notice to cancel/)).toHaveValue('24');
  await expect(one.getByRole('button', { name: 'Drop my changes' })).toHaveCount(0);
  await context.close();
});

for (const scripts of oneWay(true))
  test(`the practice’s faults are named by their field and lead to it, and what was typed can be dropped${scripts ? '' : ', without JavaScript'}`, async ({
    browser,
    site,
  }) => {
    const storageState = await staffState(site, 'admin');
    const context = await browser.newContext({
      ...{ baseURL: site.url, storageState, javaScriptEnabled: scripts },
    });
    const page = await context.newPage();
    await page.goto('/staff/settings/practice');
    const phone = page.getByLabel('Phone', { exact: true });
    const before = await phone.inputValue();
    await phone.fill('ask us');
    await page.getByLabel('Tuesday, from').fill('25:99');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await isSound(page, scripts);
    const faults = page.getByRole('alert').getByRole('link');
    await expect(faults).toHaveText([/^Phone: give a phone number/, /^Tuesday, from: give a time/]);
    await expect(phone).toHaveAccessibleDescription(/Phone: give a phone number/);
    await faults.last().click();
    await expect(page.getByLabel('Tuesday, from')).toBeInViewport();
    await expect(phone).toHaveValue('ask us');
    await page.getByRole('button', { name: 'Drop my changes' }).click();
    await expect(page).toHaveTitle(/^Practice/);
    await expect(phone).toHaveValue(before);
    await context.close();
  });

test('a part with danger signs in it is switched off only after it was said which go unseen', async ({
  browser,
  site,
}) => {
  const storageState = await staffState(site, 'admin');
  const context = await browser.newContext({ baseURL: site.url, storageState });
  const page = await context.newPage();
  const mood = page.getByRole('checkbox', { name: 'Ask “Mood”' });
  await page.goto('/staff/settings/forms');
  await mood.uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you switch off: Mood');
  await expect(page.getByText('thoughts of death or self-harm on several days (red)')).toBeVisible();
  await isSound(page, true);
  await page.getByRole('button', { name: 'Switch it off' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await isSound(page, true);
  // Nothing has changed, and what was chosen is theirs to drop.
  await page.getByRole('link', { name: 'Change what is asked' }).first().click();
  await expect(mood).not.toBeChecked();
  await page.getByRole('button', { name: 'Drop my changes' }).click();
  await expect(mood).toBeChecked();
  await page.goto('/staff/settings/forms/check');
  await expect(page, 'nothing is left to look at').toHaveURL(/\/staff\/settings\/forms$/);
  await context.close();
});
