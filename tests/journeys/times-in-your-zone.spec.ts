// Somebody away from the practice sees its times in their device's zone when they ask for it, and nothing moves under their finger.
import type { Page } from '@playwright/test';
import { comeIn } from '../support/sign-in';
import { expect, test } from '../support/site';

const offer = (page: Page) => page.getByRole('link', { name: /^Your device is set to/ });

/** How far things moved after they were first seen, as browsers count it: 0 is nothing. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((found) => {
        const seen: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => found(seen.reduce((sum, one) => sum + one, 0)), 300));
      }),
  );

test.describe('with a device set to Tokyo', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('times are offered in the zone of the device, without a jump', async ({ page, mailbox }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    // A made-up person of the demo who has booked: looking for another time changes nothing.
    await comeIn(page, mailbox, 'devon@demo.example');
    await page.goto('/schedule?moving=yes');
    await expect(offer(page)).toHaveText('Your device is set to Tokyo. Show times there instead');
    await page.waitForLoadState('networkidle');
    expect(await shiftOf(page)).toBe(0);

    await offer(page).click();
    await expect(page).toHaveURL(/\/schedule\?moving=yes&zone=Asia%2FTokyo$/);
    await expect(page.getByText(/shown in Tokyo time/)).toBeVisible();
    await expect(offer(page)).toBeHidden();
    expect(complaints).toEqual([]);
  });
});

test.describe('with a device set to where they will be', () => {
  test.use({ timezoneId: 'Europe/London' });

  test('no other zone is offered', async ({ page, mailbox }) => {
    await comeIn(page, mailbox, 'devon@demo.example');
    await page.goto('/schedule?moving=yes');
    await expect(page.getByRole('main').locator('a[href^="/schedule/check"]').first()).toBeVisible();
    await expect(offer(page)).toBeHidden();
  });
});
