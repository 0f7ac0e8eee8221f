// Front desk keeps the diary: finds somebody in the week, moves them, cancels with a word of why, marks who came, and sees what closing a day would do.
import type { Page } from '@playwright/test';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

/** Made-up people of the demo who are in no other journey. */
const WHO = { with: 'Ellis Invented (made up)', without: 'Indigo Mockup (made up)' };
const MISSED = 'Noor Invention (made up)';

const says = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

/** The link to somebody's appointment, from this week on or, with `earlier`, back from it. */
async function findInCalendar(page: Page, name: string, way: 'Week after' | 'Week before' = 'Week after') {
  await page.goto('/staff/calendar?names=on');
  const link = page.getByRole('cell').getByRole('link', { name: new RegExp(name.replace(/[()]/g, '\\$&')) });
  for (let weeks = 0; weeks < 4 && (await link.count()) === 0; weeks += 1) {
    const here = page.url();
    await page.getByRole('link', { name: way }).click();
    // Looked at too soon, the week before would be passed by.
    await page.waitForURL(({ href }) => href !== here);
  }
  return link.first();
}

for (const scripts of oneWay(false)) {
  test(`front desk moves somebody, then cancels, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
    site,
  }) => {
    const storageState = await staffState(site, 'front-desk');
    const context = await browser.newContext({
      baseURL: site.url,
      javaScriptEnabled: scripts,
      storageState,
      viewport: scripts ? { width: 1280, height: 900 } : { width: 320, height: 640 },
    });
    const page = await context.newPage();
    const name = WHO[scripts ? 'with' : 'without'];

    await test.step('the week shows initials until names are asked for', async () => {
      await page.goto('/staff/calendar');
      await isSound(page, scripts);
      await expect(page.getByRole('table', { name: /^Week from/ })).toBeVisible();
      await expect(page.getByRole('cell').getByText(name)).toHaveCount(0);
      await (await findInCalendar(page, name)).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await isSound(page, scripts);
    });
    await test.step('moves them to another time', async () => {
      await page.getByRole('link', { name: 'Move to another time' }).click();
      await isSound(page, scripts);
      await page.getByRole('link', { name: 'Later days' }).click();
      await page
        .getByRole('link', { name: /^\d\d:\d\d on / })
        .first()
        .click();
      await isSound(page, scripts);
      await page.getByRole('button', { name: 'Move it to this time' }).click();
      await says(page, 'It is moved.');
      const line = page.getByRole('listitem').filter({ hasText: /Moved to .*, Fran Welcome/ });
      await expect(line.first()).toBeVisible();
    });
    await test.step('a page from before the move no longer acts', async () => {
      const old = await page.request.post(`${new URL(page.url()).pathname}/cancel`, {
        form: { sequence: '0', why: '', token: '00000000-0000-0000-0000-000000000000' },
        headers: { Origin: site.url },
        maxRedirects: 0,
      });
      expect(old.headers().location).toMatch(/problem=changed$/);
    });
    await test.step('cancels, and says why', async () => {
      await page.getByText('Cancel this appointment').click();
      await page.getByLabel(/^Tell them why/).fill('The room is being mended. (Made up.)');
      await page.getByRole('button', { name: 'Cancel it' }).click();
      await says(page, 'It is cancelled, and the time is free again.');
      await isSound(page, scripts);
      await page.getByRole('link', { name: 'Book another time' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A time for ${name}`);
      await page.getByRole('link', { name: 'Back to their forms' }).click();
      await expect(page.getByText('The room is being mended. (Made up.)')).toBeVisible();
    });
    await context.close();
  });
}

test('who came is put right, a free time finds its client, and closing a day shows first what it would do', async ({
  browser,
  site,
}) => {
  const storageState = await staffState(site, 'front-desk');
  const context = await browser.newContext({ baseURL: site.url, storageState });
  const page = await context.newPage();
  await (await findInCalendar(page, MISSED, 'Week before')).click();
  await page.getByRole('button', { name: 'They came' }).click();
  await says(page, 'It is marked.');
  await page.getByRole('button', { name: 'They did not come' }).click();
  const lines = page.getByRole('main').getByRole('listitem');
  await expect(lines.first()).toContainText('Marked as missed, Fran Welcome');
  await expect(lines.nth(1)).toContainText('Marked as attended, Fran Welcome');

  await (await findInCalendar(page, 'free times of')).click();
  await page
    .getByRole('link', { name: /^Book \d\d:\d\d with/ })
    .first()
    .click();
  await isSound(page, true);
  await page.getByLabel('Find by reference, e-mail or name').fill('Noor');
  await page.getByRole('button', { name: 'Find' }).click();
  expect(page.url()).not.toMatch(/noor/i);
  await page
    .getByRole('row')
    .filter({ hasText: MISSED })
    .getByRole('link', { name: /^Choose/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`A time for ${MISSED}`);

  await page.goto('/staff/calendar/day');
  await page
    .getByRole('link', { name: /^Close this day/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /close the day$/i })).toBeVisible();
  await isSound(page, true);
  // A day that no other journey comes to.
  const far = new Date(Date.now() + 27 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(page.url().replace(/on=[\d-]+/, `on=${far}`));
  await page.getByRole('button', { name: /close the day$/i }).click();
  await says(page, 'The day is closed.');
  await page.getByRole('link', { name: /^Open this day again/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Open a day again/);
  await isSound(page, true);
  await page.getByRole('button', { name: 'Open the day' }).click();
  await says(page, 'The day is open again.');
  await expect(page.getByRole('link', { name: /^Close this day/ }).first()).toBeVisible();
  await context.close();
});
