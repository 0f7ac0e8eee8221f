// The pages anybody may read: for every eye and every device, telling a bystander nothing, asking no other company anything.
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { CHAPTER_SLUGS } from '@/lib/guide/chapter';
import { accessFaults } from '../support/access-faults';
import { expect, test } from '../support/site';

const pages = [
  '/',
  ...CHAPTER_SLUGS.map((slug) => `/guide/${slug}`),
  '/urgent-help',
  '/staying-private',
  '/leaving',
  '/privacy',
  '/accessibility',
  '/fees',
  '/not-for-us',
];

test('they can be used by everyone, by day and by night, on a narrow screen', async ({ page, site }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
      foreign.push(request.url());
  });
  for (const path of pages)
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      // By night the colours change, and they are the same on every page.
      for (const colorScheme of pages.indexOf(path) < 3
        ? (['light', 'dark'] as const)
        : (['light'] as const)) {
        await page.emulateMedia({ colorScheme });
        await page.goto(path);
        expect(await accessFaults(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await expect(page).toHaveTitle(/ – Harbour Practice$/);
      expect(tellingWordIn(await page.title())).toBeNull();
    });
  expect(foreign).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each has its heading, urgent help and Exit', async ({ page }) => {
    for (const path of [...pages, '/nothing-at-this-address'])
      await test.step(path, async () => {
        await page.goto(path);
        const link = (name: string) => page.getByRole('link', { name, exact: true }).first();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(link('Urgent help')).toHaveAttribute('href', '/urgent-help');
        await expect(link('Exit this page')).toHaveAttribute('href', '/exit');
      });
  });

  test('the map of the whole opens each part, and a plain list says it all again', async ({ page }) => {
    await page.goto('/guide/whole-picture');
    const seen = (text: string) => page.getByText(text, { exact: true }).filter({ visible: true });
    await seen('Body').last().click();
    await expect(seen('health and medicines')).toBeVisible();
    await page.getByText('The same as a plain list').click();
    await expect(page.getByText(/^Body: health and medicines; pain/)).toBeVisible();
  });

  test('the guide is read from its first chapter to the start, with nothing asked', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Read what to expect' }).click();
    for (const slug of CHAPTER_SLUGS.slice(1)) {
      await page.getByRole('button', { name: /^Next: / }).click();
      await expect(page).toHaveURL(new RegExp(`/guide/${slug}$`));
    }
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Start when you like' }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
  });
});

test('at twice the text size nothing is cut off', async ({ browser, site }) => {
  // The reader's own style sheet, which no policy of a page forbids.
  const page = await browser.newPage({ baseURL: site.url, bypassCSP: true });
  await page.setViewportSize({ width: 640, height: 800 });
  for (const path of pages) {
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(640);
  }
  await page.close();
});
