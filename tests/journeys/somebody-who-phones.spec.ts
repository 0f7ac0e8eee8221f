// Somebody phones: front desk starts them, the mail says nothing, and what they said stands ready on their pages until they say it themselves.
import { withoutLots } from '../support/by-lot';
import { isSound } from '../support/is-sound';
import { signIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

test('front desk invites a caller, who finds what they said and makes it theirs', async ({
  browser,
  site,
  mailbox,
}) => {
  const email = `caller-${Date.now()}@example.org`;
  const storageState = await staffState(site, 'front-desk');
  const desk = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false, storageState });
  const page = await desk.newPage();

  await test.step('takes down what they say, and is held to it', async () => {
    await page.goto('/staff/appointments/book');
    await page.getByRole('link', { name: 'Start them over the phone' }).click();
    await page.getByRole('link', { name: 'Start for somebody on the phone' }).click();
    await page.getByLabel('Their e-mail address').fill(email);
    await page.getByLabel('The same address once more').fill(`x${email}`);
    await page.getByRole('button', { name: 'Check what is there' }).click();
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByRole('link', { name: /The two addresses are not the same/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Enter the name they would like us to use' })).toBeVisible();
    await page.getByLabel('The same address once more').fill(email);
    await page.getByLabel('The name to use').fill('Noor Sample (made up)');
    await page.getByLabel('Where they will be during sessions').selectOption('US-CA');
    await page.getByLabel('By video').check();
    await page.getByRole('button', { name: 'Check what is there' }).click();
  });
  await test.step('sees what will be kept and the mail, then sends it', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check before you send');
    await expect(page.getByText('You have an invitation', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Start and send the invitation' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'is on its way' })).toBeVisible();
    await expect(page.getByText('Nobody has confirmed this.')).toBeVisible();
    const mail = await mailbox.next(email);
    expect(mail.subject).toBe('You have an invitation');
    expect(withoutLots(mail.text)).not.toMatch(/Noor|phone|appointment/i);
  });

  const theirs = await browser.newContext({ baseURL: site.url, viewport: { width: 390, height: 800 } });
  const client = await theirs.newPage();
  await test.step('signs in, and finds it on the page, not yet theirs', async () => {
    await signIn(client, mailbox, email);
    await client.goto('/forms/1/b1');
    await expect(client.getByText('You told us this on the phone')).toBeVisible();
    await expect(client.getByRole('textbox')).toHaveValue('Noor Sample (made up)');
    await isSound(client, true);
    await client.goto('/forms/1/check');
    await expect(client.getByText('Noor Sample (made up)')).toHaveCount(0);
  });
  await test.step('continues, and then it is', async () => {
    await client.goto('/forms/1/b1');
    await client.getByRole('button', { name: 'Continue' }).click();
    await client.goto('/forms/1/check');
    await expect(client.getByText('Noor Sample (made up)')).toBeVisible();
  });
  await test.step('and front desk can no longer take it back', async () => {
    await page.reload();
    await expect(page.getByText('They have signed in.')).toBeVisible();
    await expect(page.getByText('Withdraw the invitation')).toHaveCount(0);
  });
  await theirs.close();
  await desk.close();
});
