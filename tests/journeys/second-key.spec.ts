// A client whose inbox others can read adds a second key: from then on their e-mail alone opens nothing, and the key lands them where they wanted.
import type { Page } from '@playwright/test';
import { Way } from '../support/client-way';
import type { Mailbox } from '../support/mailbox';
import { oneWay } from '../support/one-way';
import { plugIn } from '../support/plug-in';
import { setPinOnPage } from '../support/second-key';
import { afterTheLast, comeIn, ownOrigin, signIn } from '../support/sign-in';
import { expect, test } from '../support/site';

const PIN = '604917';

const anAddress = () => `key-${Date.now()}-${Math.floor(Math.random() * 1e6)}@example.org`;

/** A new client who has said that somebody else may read their mail, at home, where they are urged. */
async function urgedAtHome(page: Page, mailbox: Mailbox, scripts: boolean) {
  const email = anAddress();
  await comeIn(page, mailbox, email);
  const way = new Way(page, scripts);
  await page.request.post('/forms/1/a1/save', {
    ...{ form: { A1: 'others', intent: 'continue' }, headers: await ownOrigin(page), maxRedirects: 0 },
  });
  await page.goto('/home');
  await expect(page.getByText('Keep others out')).toBeVisible();
  return { email, way };
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed out');
}

for (const javaScriptEnabled of oneWay(true)) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a PIN: set, asked for after the e-mail, told kindly when wrong, changed and taken away', async ({
      page,
      mailbox,
    }) => {
      const { email, way } = await urgedAtHome(page, mailbox, javaScriptEnabled);

      await test.step('set from home, after a slip', async () => {
        await way.follow('Add a PIN or a passkey');
        await way.isAt('Getting in');
        await way.follow('Set a PIN');
        await way.isAt('Set a PIN');
        await setPinOnPage(page, '121212');
        await way.isAt('Set a PIN');
        await expect(page).toHaveTitle(/^Error: Set a PIN/);
        await expect(page.getByRole('alert').first()).toContainText('too easy to guess');
        await expect(page.getByLabel('New PIN'), 'a PIN is never written back into a page').toHaveValue('');
        await setPinOnPage(page, PIN);
        await way.isAt('Getting in');
        await expect(page.getByText('Your PIN is set')).toBeVisible();
        await page.goto('/home');
        await expect(page.getByText('Keep others out')).toHaveCount(0);
        await signOut(page);
      });

      await test.step('e-mail alone leads to the PIN, the PIN to where they wanted', async () => {
        await page.goto('/forms/1/a8');
        await way.isAt('Sign in');
        const { next } = Object.fromEntries(new URL(page.url()).searchParams);
        expect(next).toBe('/forms/1/a8');
        await signInFrom(page, mailbox, email);
        await way.isAt('One more step');
        await page.getByLabel('PIN', { exact: true }).fill('111222');
        await way.press('Go on');
        await way.isAt('One more step');
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByRole('alert').first()).toContainText('That is not your PIN');
        await page.goto('/home');
        await way.isAt('One more step');
        await page.goto('/forms/1/a8');
        await page.getByLabel('PIN', { exact: true }).fill(`${PIN.slice(0, 3)} ${PIN.slice(3)}`);
        await way.press('Go on');
        await expect(page).toHaveURL(/\/forms\/1\/a8$/);
        await way.isAt(/^Where will you usually be/);
      });

      await test.step('changed, then taken away: the e-mail alone lets them in again', async () => {
        await page.goto('/home/getting-in');
        await way.follow('Change your PIN');
        await setPinOnPage(page, '918273', 'Change to this PIN');
        await way.isAt('Getting in');
        await way.follow('Take your PIN away');
        await way.isAt('Take your PIN away?');
        await expect(page.getByText('This is your last key')).toBeVisible();
        await way.press('Take it away');
        await way.isAt('Getting in');
        await expect(page.getByText('It is taken away.')).toBeVisible();
        await signOut(page);
        await signIn(page, mailbox, email);
        await way.isAt('Your tasks');
      });
    });

    test('“not now” is kept, and Getting in stays where it can be found', async ({ page, mailbox }) => {
      const { way } = await urgedAtHome(page, mailbox, javaScriptEnabled);
      await way.press('Not now');
      await way.isAt('Your tasks');
      await expect(page.getByText('Keep others out')).toHaveCount(0);
      await way.follow('How you get in');
      await way.isAt('Getting in');
      await expect(page.getByText('That is what you told us')).toBeVisible();
    });
  });
}

/** As `signIn`, from the sign-in page that is open: it knows where to go on to. */
async function signInFrom(page: Page, mailbox: Mailbox, email: string) {
  const since = await afterTheLast(mailbox, email);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type your code');
  const { text } = await mailbox.next(email, since);
  await page.getByLabel('Eight-digit code').fill(text.match(/\b\d{8}\b/)?.[0] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a passkey: added, asked for after the e-mail, refused to whoever the device does not know', async ({
  page,
  mailbox,
}) => {
  const device = await plugIn(page);
  const { email, way } = await urgedAtHome(page, mailbox, true);
  await page.goto('/home/getting-in/passkey');
  await way.isAt('Add a passkey');
  await expect(page.getByText('Your device keeps the passkey as “Forms”')).toBeVisible();
  await page.getByLabel('What do you call this device?').fill('Made-up phone');
  await way.press('Add the passkey');
  await way.isAt('Getting in');
  await expect(page.getByText('Made-up phone', { exact: true }).first()).toBeVisible();
  const [made] = await device.kept();
  expect(made).toMatchObject({ userName: 'Forms', userDisplayName: 'Forms', rpId: 'localhost' });

  await page.goto('/home/getting-in/passkey');
  await way.follow('Show that it is you');
  await way.press('Use a passkey');
  await way.isAt('Add a passkey');
  await way.press('Add the passkey');
  await expect(page.getByRole('status').filter({ hasText: 'has a passkey' })).toBeVisible();
  await page.goto('/home');
  await signOut(page);

  await signIn(page, mailbox, email);
  await way.isAt('One more step');
  await device.verified(false);
  await way.press('Use a passkey');
  await expect(page.getByRole('status').filter({ hasText: 'did not answer' })).toBeVisible();
  await page.goto('/home');
  await way.isAt('One more step');
  await device.verified(true);
  await way.press('Use a passkey');
  await way.isAt('Your tasks');

  await page.goto('/home/getting-in');
  await expect(page.getByText(/Last used on/)).toBeVisible();
  await page.getByRole('link', { name: /^Take away\s+Made-up phone$/ }).click();
  await way.isAt('Take away “Made-up phone”?');
  await way.press('Take it away');
  await expect(page.getByText('It is taken away.')).toBeVisible();
});

test.describe('where no script runs', () => {
  test.use({ javaScriptEnabled: false });

  test('a passkey says what it needs, and offers a PIN', async ({ page, mailbox }) => {
    await urgedAtHome(page, mailbox, false);
    await page.goto('/home/getting-in/passkey');
    await expect(page.getByRole('main').locator('noscript > p')).toBeVisible();
    await expect(page.getByRole('main').locator('noscript > p')).toHaveText(/A passkey needs JavaScript/);
    await expect(page.getByRole('button', { name: 'Add the passkey' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Set a PIN instead' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set a PIN');
  });
});

test('the pages fit a narrow screen, by day and by night', async ({ page, mailbox }) => {
  const { email } = await urgedAtHome(page, mailbox, true);
  const way = new Way(page, true);
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = async (path: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await way.isAt(/\w/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320);
    }
  };
  for (const path of ['/home', '/home/getting-in', '/home/getting-in/pin', '/home/getting-in/passkey'])
    await fits(path);
  await page.goto('/home/getting-in/pin');
  await setPinOnPage(page, PIN);
  await fits('/home/getting-in');
  await fits('/home/getting-in/remove?what=pin');
  await signIn(page, mailbox, email);
  await fits('/sign-in/second-key');
});
