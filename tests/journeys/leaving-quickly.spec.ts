// Exit: out at once, by press, by keys or by the skip link, with and without JavaScript, and nothing private behind.
import type { Page } from '@playwright/test';
import { newcomerAt } from '../support/client-by-request';
import { comeIn, signInHere } from '../support/sign-in';
import { expect, test } from '../support/site';

const somewhereElse = /^https:\/\/www\.bbc\.co\.uk\/weather$/;

/** The neutral site answers late, so that what is seen meanwhile can be looked at. Nothing leaves this machine. */
test.beforeEach(async ({ context }) => {
  await context.route('https://www.bbc.co.uk/**', async (route) => {
    await new Promise((later) => setTimeout(later, 500));
    await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title>' });
  });
});

const exit = (page: Page) => page.getByRole('link', { name: 'Exit this page', exact: true });

test('a press covers the page at once, ends the session, and Back shows nothing of it', async ({
  page,
  mailbox,
}) => {
  await comeIn(page, mailbox, `leaver-${Date.now()}@example.org`);
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/leaving');
  await page.goto('/home');

  const seen: string[] = [];
  await page.exposeFunction('pageIs', (visibility: string) => seen.push(visibility));
  await page.evaluate(() => {
    new MutationObserver(() => {
      const tell = Reflect.get(window, 'pageIs') as (visibility: string) => void;
      tell(getComputedStyle(document.body).visibility);
    }).observe(document.documentElement, { attributeFilter: ['class'] });
  });
  await exit(page).click({ noWaitAfter: true });
  await page.waitForURL(somewhereElse);
  await expect(page).toHaveTitle('Weather');
  expect(seen).toEqual(['hidden']);

  await page.goBack();
  await page.goto('/home');
  await expect(page).toHaveURL(/\/sign-in$/);
});

/** Three ways out of a form, each with a question saved and the next one half typed. */
const waysOut = {
  'by the button': (page: Page) => exit(page).click({ noWaitAfter: true }),
  'by Shift, three times': async (page: Page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  },
  'without JavaScript': (page: Page) => exit(page).click({ noWaitAfter: true }),
};

for (const [way, leave] of Object.entries(waysOut)) {
  const scripts = way !== 'without JavaScript';
  test.describe(`out of a form ${way}`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('Back shows nothing of it, and what was given is there after signing in', async ({
      page,
      mailbox,
    }, info) => {
      const email = `out-${info.workerIndex}-${Date.now()}@example.org`;
      await newcomerAt(page, mailbox, email, 'b1');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('What name should we use');
      if (scripts) await scriptsRun(page);
      await page.getByRole('textbox').pressSequentially('Jo Exa');
      await leave(page);
      await page.waitForURL(somewhereElse);

      await test.step('Back leads to a page that tells nothing, by its words or its address', async () => {
        await page.goBack();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
        await expect(page).toHaveURL(/\/sign-in$/);
        await expect(page.getByRole('main')).not.toContainText(/Section|Jo Exa|Ireland/);
      });
      await test.step('what was saved is there, and where scripts run what was being typed too', async () => {
        await signInHere(page, mailbox, email);
        await page.goto('/forms/1/a8');
        await expect(page.getByLabel('Ireland', { exact: true })).toBeChecked();
        await page.goto('/forms/1/b1');
        await expect(page.getByRole('textbox')).toHaveValue(scripts ? 'Jo Exa' : '');
      });
    });
  });
}

test('leaving in one tab takes the other tabs away too, and what was just typed in them is kept', async ({
  page,
  context,
  mailbox,
}) => {
  const email = `tabs-${Date.now()}@example.org`;
  await comeIn(page, mailbox, email);
  await page.goto('/home/reflections');
  const other = await context.newPage();
  await other.goto('/forms/1/b1');
  await scriptsRun(other);
  await scriptsRun(page);
  await other.getByRole('textbox').fill('Jo Exa');
  await exit(page).click({ noWaitAfter: true });
  await Promise.all([page.waitForURL(somewhereElse), other.waitForURL(somewhereElse)]);
  await comeIn(page, mailbox, email);
  await page.goto('/forms/1/b1');
  await expect(page.getByRole('textbox')).toHaveValue('Jo Exa');
});

test('a link on another site leads away, and ends and deletes nothing', async ({ page, mailbox }) => {
  await comeIn(page, mailbox, `lured-${Date.now()}@example.org`);
  const lure = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' };
  const answer = await page.request.get('/exit', { headers: lure });
  expect(await answer.text()).toContain('http-equiv="refresh"');
  expect(answer.headers()['set-cookie']).toBeUndefined();
  await page.goto('/home');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tasks');
});

test('a form sent from a page left open after Exit tells nothing in the address either', async ({
  page,
  context,
  mailbox,
}) => {
  await comeIn(page, mailbox, `late-${Date.now()}@example.org`);
  await page.goto('/forms/1/1');
  await context.request.get('/exit', { headers: { 'Sec-Fetch-Site': 'same-origin' } });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('whoever lands deep inside is told what Exit is, and told once', async ({ page }) => {
  const told = page.getByRole('complementary', { name: 'About Exit' });
  await page.goto('/guide/trust');
  await expect(told).toContainText('“Exit” leaves this site at once.');
  await page.getByRole('button', { name: /^Next: / }).click();
  await expect(page).not.toHaveURL(/trust/);
  await expect(told).toHaveCount(0);
});

test('three presses of Shift for anything else leave nothing', async ({ page }) => {
  await page.goto('/sign-in');
  await scriptsRun(page);
  for (let press = 0; press < 3; press += 1) {
    await page.keyboard.press('Alt+Shift');
    await page.keyboard.down('Shift');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.up('Shift');
  }
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

/** They answer to a key. */
async function scriptsRun(page: Page) {
  await expect(async () => {
    await page.keyboard.press('Shift');
    await expect(page.getByText(/^Shift, press/)).toBeAttached({ timeout: 300 });
  }).toPass();
  // Another key, and the count begins anew.
  await page.keyboard.press('Escape');
}

test('Shift three times leaves, saying how many more; capitals do not', async ({ page }) => {
  await page.goto('/sign-in');
  const said = page.getByRole('status').filter({ hasText: 'Shift' });
  await expect(async () => {
    await page.keyboard.press('Shift');
    await expect(said).toHaveText('Shift, press two more times to exit.', { timeout: 500 });
  }).toPass();
  await page.getByLabel('E-mail address').focus();
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  await expect(page.getByLabel('E-mail address')).toHaveValue('ABC');

  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page.getByText('Shift, press one more time to exit.')).toBeAttached();
  await page.keyboard.press('Shift');
  await page.waitForURL(somewhereElse);
});

test('the second thing that Tab reaches on a page is the way out', async ({ page }) => {
  await page.goto('/leaving');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Exit this page quickly' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(somewhereElse);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the link works, and shows a blank page of a neutral name until the other site is there', async ({
    page,
  }) => {
    await page.goto('/leaving');
    await exit(page).click({ noWaitAfter: true });
    await page.waitForURL(somewhereElse);

    const shown = await (await page.request.get('/exit')).text();
    expect(shown).toContain('<title>www.bbc.co.uk</title>');
    expect(shown).not.toMatch(/Harbour|<script|<style/);
  });
});

test('a browser that fetches ahead, or a foreign page that embeds the address, signs nobody out', async ({
  request,
}) => {
  const unasked: Record<string, string>[] = [{ 'Sec-Purpose': 'prefetch' }, { 'Sec-Fetch-Dest': 'image' }];
  for (const headers of unasked) {
    const answer = await request.get('/exit', { headers });
    expect(answer.status()).toBe(204);
    expect(answer.headers()['set-cookie']).toBeUndefined();
  }
  const visit = await request.get('/exit');
  expect(visit.headers()['set-cookie']).toMatch(/Max-Age=0/);
});
