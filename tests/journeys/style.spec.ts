// The page on which every part of the look stands in every state: none is missing, and each holds by day, by night and on a narrow screen.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { accessFaults } from '../support/access-faults';
import { staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

const parts = readdirSync(resolve(import.meta.dirname, '../../components/ui')).map((file) =>
  file.replace('.tsx', ''),
);

test('every part of components/ui is shown, readable in both themes, and narrow enough', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({
    baseURL: site.url,
    storageState: await staffState(site, 'clinician'),
  });
  const page = await context.newPage();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/staff/style');
    for (const part of parts)
      await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible();
    expect(await accessFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // Where its columns have no room a table's rows are cards, and still rows of a table to whoever hears them.
  const cards = page.getByRole('region', { name: 'Who waits (staff)' });
  expect(await cards.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
  await expect(cards.getByRole('row')).toHaveCount(3);
  await expect(cards.getByRole('columnheader', { name: 'Assigned to' })).toHaveCount(1);
  await context.close();
});
