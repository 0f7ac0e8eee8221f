// A page of staff's, looked at as it stands: accessible, no wider than its window, and quiet to whoever glances at the browser.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';

/** No axe violation, nothing wider than the page, and a title and an address that tell nothing. */
export async function isSound(page: Page, scripts: boolean) {
  expect(tellingWordIn(`${await page.title()} ${page.url()}`)).toBeNull();
  if (!scripts) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
    page.url(),
  ).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wider), page.url()).toBeLessThanOrEqual(0);
}
