// A colleague is invited, sets up their second step and a passkey, is changed and is shut out: each counts at the next click.
import type { BrowserContext, Page } from '@playwright/test';
import { totpCode } from '@/lib/accounts/totp';
import { isSound } from '../support/is-sound';
import { plugIn } from '../support/plug-in';
import { signedInEarlier } from '../support/session-time';
import { DEMO_STAFF, giveSecondStep, secondStepCode, signIn } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

const NAME = 'Nell Newcomer (made up)';

test('from an invitation to the last click of somebody who leaves', async ({ browser, site, mailbox }) => {
  const email = `nell-${Date.now()}@made-up.example`;
  const [admin, nell] = [await aBrowser(), await aBrowser()];
  await signIn(admin.page, mailbox, DEMO_STAFF.admin);
  await giveSecondStep(admin.context, admin.page, DEMO_STAFF.admin);

  await test.step('an invitation that was begun long after the second step is kept, and goes on after a code', async () => {
    await admin.page.goto('/staff/team/invite');
    await admin.page.getByLabel('E-mail address').fill(email);
    await admin.page.getByLabel('Name', { exact: true }).fill(NAME);
    await admin.page.getByRole('checkbox', { name: 'Clinical lead' }).check();
    await signedInEarlier(site, admin.page, 6);
    await admin.page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(admin.page).toHaveURL(/\/staff\/second-factor\?next=/);
    await giveAgain(admin);
    await expect(admin.page).toHaveURL(/\/staff\/team\/invite$/);
    await expect(admin.page.getByText('What you typed was kept')).toBeVisible();
    await expect(admin.page.getByLabel('E-mail address')).toHaveValue(email);
    await expect(admin.page.getByRole('checkbox', { name: 'Clinical lead' })).toBeChecked();
    await admin.page.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(admin.page.getByText('The invitation is on its way.')).toBeVisible();
    await expect(admin.page.getByRole('heading', { level: 1 })).toHaveText(NAME);
    expect((await mailbox.next(email)).subject).toBe('You have an invitation');
  });

  await test.step('they sign in, set up their app, and find their codes', () => enrol(nell.page));
  const device = await plugIn(nell.page);

  await test.step('they add a passkey, and it opens where the app’s code would', async () => {
    await nell.page.getByRole('link', { name: 'Your account' }).click();
    await expect(nell.page.getByRole('cell', { name: 'This one' })).toBeVisible();
    await nell.page.getByRole('link', { name: 'Add a passkey' }).click();
    await nell.page.getByLabel('What do you call this device?').fill('Work phone');
    await nell.page.getByRole('button', { name: 'Add the passkey' }).click();
    await expect(nell.page.getByText('Your passkey is added.')).toBeVisible();
    await expect(nell.page.getByText('Work phone').first()).toBeVisible();
    expect(await device.kept()).toHaveLength(1);
    await nell.page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(nell.page, mailbox, email);
    await nell.page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(nell.page).toHaveURL(/\/staff$/);
  });

  await test.step('A-08 another role counts at their next click', async () => {
    expect((await nell.page.goto('/staff/flags'))?.status()).toBe(200);
    await admin.page.getByRole('checkbox', { name: 'Clinical lead' }).uncheck();
    await admin.page.getByRole('checkbox', { name: 'Front desk' }).check();
    await admin.page.getByRole('button', { name: 'Save' }).click();
    await expect(admin.page.getByText('Saved.')).toBeVisible();
    expect((await nell.page.goto('/staff/flags'))?.status()).toBe(404);
    expect((await nell.page.goto('/staff'))?.status()).toBe(200);
  });

  await test.step('A-08 who is disabled is out at their next click, and gets no further than the e-mail', async () => {
    await admin.page.getByRole('link', { name: 'Disable' }).click();
    await expect(admin.page.getByText('Nothing: no client is assigned')).toBeVisible();
    await admin.page.getByRole('button', { name: 'Disable' }).click();
    await expect(admin.page.getByText('They are disabled, and signed out')).toBeVisible();
    await nell.page.goto('/staff');
    await expect(nell.page).toHaveURL(/\/sign-in\?/);
    // With the right code, and with nothing else, they are told why.
    await signIn(nell.page, mailbox, email);
    await expect(nell.page.getByRole('heading', { level: 1 })).toHaveText('Your access has ended');
    await isSound(nell.page, true);
    const reference = new URL(admin.page.url()).pathname.split('/')[3] ?? '';
    const tried = await asOwner(
      site.dataFolder,
      (sql) => sql`select e.id from audit_event e join staff_member m on m.id::text = e.subject
        where m.reference = ${reference} and e.event = 'sign-in.refused'`,
    );
    expect(tried, 'and the record says so, once').toHaveLength(1);
    await nell.page.goto('/staff');
    await expect(nell.page).toHaveURL(/\/sign-in\?/);
  });
  for (const { context } of [admin, nell]) await context.close();

  async function aBrowser() {
    const context = await browser.newContext({ baseURL: site.url });
    return { context, page: await context.newPage() };
  }
  async function enrol(page: Page) {
    await signIn(page, mailbox, email);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your second step');
    const key = (await page.locator('code').innerText()).replaceAll(' ', '');
    await page.getByLabel('The six-digit code the app shows now').fill(totpCode(key, new Date()));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('list', { name: 'Ten recovery codes' }).getByRole('listitem')).toHaveCount(
      10,
    );
    // A screen that was left open shows them to nobody.
    await signedInEarlier(site, page, 6);
    await page.reload();
    await expect(page).toHaveURL(/\/staff\/second-factor\?next=/);
    await signedInEarlier(site, page, -6);
    // Who went on without saying that they are kept finds them again.
    await page.goto('/staff/account');
    await page.getByRole('link', { name: 'See the codes' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page).toHaveURL(/\/staff$/);
  }
});

async function giveAgain({ context, page }: { context: BrowserContext; page: Page }) {
  await page.getByLabel('Six-digit code').fill(await secondStepCode(context, DEMO_STAFF.admin));
  await page.getByRole('button', { name: 'Go on' }).click();
}
