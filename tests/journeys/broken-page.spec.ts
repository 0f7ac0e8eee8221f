// A page whose script breaks leaves nobody before an empty screen: the page that takes its place has help and the way out.
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { expect, test } from '../support/site';

test('a page that breaks in the browser becomes a whole one, with urgent help and Exit', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() => {
    // The first of our scripts to listen for a key breaks, once; they end together, and React's own don't.
    if (location.pathname !== '/leaving') return;
    const listen = document.addEventListener;
    document.addEventListener = (...given: Parameters<typeof listen>) => {
      if (given[0] !== 'keyup' || !(given[2] instanceof AbortController))
        return listen.apply(document, given);
      document.addEventListener = listen;
      throw new Error('broken for a test');
    };
  });
  await page.goto('/leaving');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something went wrong');
  await expect(page.getByRole('link', { name: 'Exit this page', exact: true })).toHaveAttribute(
    'href',
    '/exit',
  );
  await expect(page.getByRole('link', { name: 'Urgent help' })).toHaveAttribute('href', '/urgent-help');
  expect(tellingWordIn(await page.title())).toBeNull();
  // Styled, and as wide as the phone.
  await expect(page.getByRole('link', { name: 'Try again' })).toHaveCSS('display', /flex/);
  expect(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([360, 360]);
  await page.getByRole('link', { name: 'Go to the first page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come in when you’re ready');
});
