// What every page of staff's must be, whoever looks at it.
import { expect, type Page } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { accessFaults } from './access-faults';
import { withoutLots } from './by-lot';

/** No axe violation, nothing wider than the page, and a title and an address that tell nothing. */
export async function isSound(page: Page, scripts: boolean) {
  expect(tellingWordIn(withoutLots(`${await page.title()} ${page.url()}`))).toBeNull();
  if (!scripts) return;
  expect(await accessFaults(page), page.url()).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wider), page.url()).toBeLessThanOrEqual(0);
}
