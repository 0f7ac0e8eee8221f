// Somebody changes the address they sign in with; somebody else has lost their mailbox, or their PIN, and two at the clinic let them back in to what they wrote.
import type { Browser, Page } from '@playwright/test';
import { newcomerAt } from '../support/client-by-request';
import { Way } from '../support/client-way';
import type { Mail, Mailbox } from '../support/mailbox';
import { oneWay } from '../support/one-way';
import { signedInEarlier } from '../support/session-time';
import { type DemoStaff, staffState } from '../support/sign-in';
import { test as base, expect, type Site } from '../support/site';

const PIN = '604917';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

for (const scripts of oneWay(false)) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    const address = (what: string) => `${what}-${scripts ? 'js' : 'plain'}-${Date.now()}@example.org`;

    test('a client changes their address and signs in with the new one', async ({
      page,
      browser,
      site,
      mailbox,
    }) => {
      const way = new Way(page, scripts);
      const [old, email] = [address('old'), address('new')];
      await newcomerAt(page, mailbox, old, 'a8');
      const elsewhere = await browser.newContext({ baseURL: site.url });
      const other = await elsewhere.newPage();
      await signIn(other, mailbox, old);
      await test.step('is told what is missing, and nothing typed is lost', async () => {
        await page.goto('/home');
        await way.follow('Your e-mail address');
        await way.isAt('Your e-mail address');
        await page.getByLabel('New e-mail address').fill('nonsense');
        await way.press('Send the code');
        await expect(page).toHaveTitle(/^Error: /);
        await way.isAt('Your e-mail address');
        await expect(page.getByLabel('New e-mail address')).toHaveValue('nonsense');
        await expect(page.getByRole('link', { name: /^Choose who can see messages/ })).toBeVisible();
      });
      await test.step('types the code that came to the new address', async () => {
        await page.getByLabel('New e-mail address').fill(email);
        await page.getByLabel('Someone else can, or might').check();
        await way.press('Send the code');
        await way.isAt('Type your code');
        await page.getByLabel('Eight-digit code').fill('1234');
        await way.press('Change my address');
        await way.isAt('Type your code');
        await page
          .getByLabel('Eight-digit code')
          .fill(codeIn((await comes(mailbox, email, 'Your code for a new address')).text));
        await way.press('Change my address');
        await way.isAt('Your e-mail address');
        await expect(page.getByRole('main')).toContainText(`From now on you sign in with ${email}`);
      });
      await test.step('both are told, this device stays signed in, the other is out', async () => {
        for (const told of [old, email]) await comes(mailbox, told, 'Your sign-in address was changed');
        await other.goto('/home');
        await expect(other).toHaveURL(/\/sign-in\?/);
        await elsewhere.close();
        await page.goto('/forms/1/a1');
        await way.isAt(`Who can see messages sent to ${email}?`);
        await expect(page.getByLabel('Someone else can, or might')).toBeChecked();
      });
      await test.step('signs in with the new address and finds what was kept', async () => {
        await page.goto('/home');
        await way.press('Sign out');
        await signIn(page, mailbox, email);
        await way.taskIs('About you first', 'In progress');
      });
    });

    test('somebody who has lost their mailbox is let back in to what they wrote', async ({
      page,
      browser,
      site,
      mailbox,
    }) => {
      const [old, email] = [address('lost'), address('found')];
      await newcomerAt(page, mailbox, old, 'a8');
      await page.goto('/forms/1/b3');
      await bornOn(page, '5');
      await page.getByRole('button', { name: 'Continue' }).click();
      const desk = await deskOf(browser, site, scripts);
      await test.step('reads what to do', async () => {
        const way = new Way(page, scripts);
        await page.context().clearCookies();
        await page.goto('/sign-in');
        await way.follow('I can’t open that mailbox any more');
        await way.isAt('When you can’t open your mail');
        await expect(page.getByRole('main').getByRole('link', { name: '+1 212 555 0100' })).toBeVisible();
      });
      await test.step('front desk finds them and starts it, after two steps', async () => {
        await desk.page.goto('/staff');
        await toRecoveries(desk.page);
        await findAt(desk, old);
        await desk.page.getByLabel('Called back on the number on file').check();
        await desk.page.getByLabel('New e-mail address').fill(email);
        await desk.page.getByLabel('Only me').check();
        await desk.press('Start the recovery');
        await desk.isAt('Start a recovery');
        await expect(
          desk.page.getByRole('link', { name: 'Tick at least two steps that you took' }),
        ).toBeVisible();
        await expect(desk.page.getByLabel('New e-mail address')).toHaveValue(email);
        await desk.page.getByLabel('Photo ID seen, in person').check();
        await desk.press('Start the recovery');
        await desk.isAt('Recovery');
        await expect(desk.page.getByText('Waits for a colleague')).toBeVisible();
        await expect(desk.page.getByRole('button', { name: /agree/ })).toHaveCount(0);
      });
      await test.step('the old address is told; the new one only once a colleague has agreed', async () => {
        await comes(mailbox, old, 'Somebody asked to change your address');
        expect(await mailbox.to(email)).toEqual([]);
        await colleagueAgrees(browser, desk, site, scripts);
        await comes(mailbox, email, 'You can sign in with this address');
      });
      await test.step('they sign in with the new address and give their birthday, and all of it is there', async () => {
        const way = new Way(page, scripts);
        await page.context().clearCookies();
        await proveAddress(page, mailbox, email);
        await way.isAt('Your date of birth');
        await bornOn(page, '6');
        await way.press('Go on');
        await expect(page).toHaveTitle(/^Error: /);
        await way.isAt('Your date of birth');
        await expect(page.getByRole('link', { name: /^We can’t let you in with this/ })).toBeVisible();
        await expect(page.getByLabel('Day')).toHaveValue('6');
        await bornOn(page, '5');
        await way.press('Go on');
        await way.isAt('Your tasks');
        await way.taskIs('About you first', 'In progress');
        await page.goto('/forms/1/a1');
        await way.isAt(`Who can see messages sent to ${email}?`);
        await desk.page.reload();
        await expect(desk.page.getByText('Done', { exact: true }).first()).toBeVisible();
      });
      await desk.page.context().close();
    });

    test('a device left open does not give the address away: after half an hour they show again that it is they', async ({
      page,
      site,
      mailbox,
    }) => {
      const way = new Way(page, scripts);
      const [old, email] = [address('open'), address('taken')];
      await signIn(page, mailbox, old);
      await page.goto('/home/address');
      await page.getByLabel('New e-mail address').fill(email);
      await signedInEarlier(site, page, 31);
      await way.press('Send the code');
      await way.isAt('Sign in');
      expect(await mailbox.to(email)).toEqual([]);
      await page.goto('/home/address');
      await way.isAt('Your e-mail address');
      await expect(page.getByLabel('New e-mail address')).toHaveCount(0);

      await signIn(page, mailbox, old);
      await page.goto('/home/address');
      await expect(page.getByLabel('New e-mail address')).toHaveValue(email);
    });

    test('somebody who has lost their PIN keeps their mailbox: with two at the clinic and their birthday the old PIN is gone', async ({
      page,
      browser,
      site,
      mailbox,
    }) => {
      const way = new Way(page, scripts);
      const email = address('pin');
      await newcomerAt(page, mailbox, email, 'a8');
      await page.goto('/forms/1/b3');
      await bornOn(page, '5');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.goto('/home/getting-in/pin');
      await page.getByLabel('New PIN').fill('050388');
      await page.getByLabel('The same PIN once more').fill('050388');
      await way.press('Set this PIN');
      await way.isAt('Set a PIN');
      await expect(page.getByRole('link', { name: /A date is too easy to guess/ })).toBeVisible();
      await page.getByLabel('New PIN').fill(PIN);
      await page.getByLabel('The same PIN once more').fill(PIN);
      await way.press('Set this PIN');
      await way.isAt('Getting in');
      const desk = await deskOf(browser, site, scripts);
      await desk.page.goto('/staff/recoveries');
      await findAt(desk, email);
      await desk.page.getByLabel('Called back on the number on file').check();
      await desk.page.getByLabel('Photo ID seen, in person').check();
      await desk.press('Start the recovery');
      await desk.isAt('Start a recovery');
      await desk.page.getByLabel('Also reset their PIN and passkeys').check();
      await desk.press('Start the recovery');
      await desk.isAt('Recovery');
      await comes(mailbox, email, 'Somebody asked to change your sign-in');
      await colleagueAgrees(browser, desk, site, scripts);
      await comes(mailbox, email, 'You can go on with your sign-in');

      await page.context().clearCookies();
      await proveAddress(page, mailbox, email);
      await way.isAt('Your date of birth');
      await way.press('I can use my PIN or passkey after all');
      await way.isAt('One more step');
      await page.getByLabel('PIN').fill('604918');
      await way.press('Go on');
      await page.context().clearCookies();
      await proveAddress(page, mailbox, email);
      await way.press('I can use my PIN or passkey after all');
      await page.getByLabel('PIN').fill(PIN);
      await way.press('Go on');
      await way.isAt('Your tasks');
      await expect(page.getByText('1 wrong try at your PIN')).toBeVisible();
      await expect(page.getByText('Somebody asked us to take away your PIN and passkeys')).toBeVisible();

      await page.context().clearCookies();
      await proveAddress(page, mailbox, email);
      await bornOn(page, '5');
      await way.press('Go on');
      await way.isAt('Your tasks');
      await page.goto('/home/getting-in');
      await expect(page.getByRole('link', { name: 'Set a PIN' })).toBeVisible();
      await comes(mailbox, email, 'Your sign-in was changed');
      await desk.page.context().close();
    });

    test('somebody who did not ask for it stops it at home, and a lead looks into it', async ({
      page,
      browser,
      site,
      mailbox,
    }) => {
      const way = new Way(page, scripts);
      const [old, email] = [address('mine'), address('thief')];
      await newcomerAt(page, mailbox, old, 'a8');
      const desk = await deskOf(browser, site, scripts);
      await desk.page.goto('/staff/recoveries');
      const reference = await findAt(desk, old);
      await desk.page.getByLabel('Called back on the number on file').check();
      await desk.page.getByLabel('Gave the date of birth on file').check();
      await desk.page.getByLabel('New e-mail address').fill(email);
      await desk.page.getByLabel('I’m not sure').check();
      await desk.press('Start the recovery');
      await desk.isAt('Recovery');

      await page.goto('/home');
      await way.isAt('Your tasks');
      await expect(page.getByText('Somebody asked us to change your e-mail address')).toBeVisible();
      await way.press('That wasn’t me. Stop it');
      await way.isAt('Your e-mail address');
      await expect(page.getByText('We have stopped it.')).toBeVisible();

      await desk.page.goto('/staff/recoveries');
      await desk.isAt('Recoveries');
      await desk.page
        .getByRole('row')
        .filter({ hasText: reference })
        .getByRole('link', { name: /^Open/ })
        .click();
      await desk.isAt('Recovery');
      await expect(desk.page.getByText('Stopped by the client')).toBeVisible();
      await expect(desk.page.getByRole('button', { name: 'I have looked into it' })).toHaveCount(0);
      await desk.page.goto(`/staff/recoveries/start/${reference}`);
      await desk.isAt('Start a recovery');
      await expect(desk.page.getByText('Only a lead or an admin can start another.')).toBeVisible();

      const lead = await deskOf(browser, site, scripts, 'lead');
      await lead.page.goto('/staff/recoveries');
      await lead.page
        .getByRole('row')
        .filter({ hasText: reference })
        .getByRole('link', { name: /^Open/ })
        .click();
      await lead.isAt('Recovery');
      await lead.press('I have looked into it');
      await lead.isAt('Recovery');
      await expect(lead.page.getByText('Stopped, looked into')).toBeVisible();
      await lead.page.context().close();
      await desk.page.context().close();
    });
  });
}

/** Waits for a mail with that subject, the newest. */
async function comes(mailbox: Mailbox, address: string, subject: string, after = 0): Promise<Mail> {
  let mail: Mail | undefined;
  await expect(async () => {
    mail = (await mailbox.to(address)).find(
      (each) => each.subject === subject && Date.parse(each.sentAt) >= after,
    );
    expect(mail).toBeDefined();
  }).toPass({ timeout: 60_000, intervals: [150] });
  if (!mail) throw new Error(`No mail “${subject}” came to ${address}.`);
  return mail;
}

/** Signs in at an address that other mail comes to as well. Ends at home. */
async function signIn(page: Page, mailbox: Mailbox, email: string) {
  await proveAddress(page, mailbox, email);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tasks');
}

/** The same, to wherever the right code leads. */
async function proveAddress(page: Page, mailbox: Mailbox, email: string) {
  await page.goto('/sign-in');
  const asked = Date.now();
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type your code');
  const { text } = await comes(mailbox, email, 'Your sign-in code', asked);
  await page.getByLabel('Eight-digit code').fill(codeIn(text));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Types that day of March 1988. */
async function bornOn(page: Page, day: string) {
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1988');
}

/** A clinician finds the recovery that is open at the desk on their own list, and agrees. */
async function colleagueAgrees(browser: Browser, desk: Way, site: Site, scripts: boolean) {
  const colleague = await deskOf(browser, site, scripts, 'clinician');
  const path = new URL(desk.page.url()).pathname;
  await colleague.page.goto('/staff');
  await toRecoveries(colleague.page);
  await colleague.isAt('Recoveries');
  await colleague.page.locator(`a[href="${path}"]`).click();
  await colleague.isAt('Recovery');
  await colleague.press('I have looked at it, and agree');
  await colleague.isAt('Recovery');
  await expect(colleague.page.getByText('Waits for the client')).toBeVisible();
  await colleague.page.context().close();
}

const codeIn = (text: string) => text.match(/\b\d{8}\b/)?.[0] ?? '';

/** From the recoveries page to the one to be started for whoever has that address. Returns their reference. */
async function findAt(desk: Way, email: string): Promise<string> {
  await desk.isAt('Recoveries');
  await desk.page.getByLabel('Find by reference, e-mail or name').fill(email);
  await desk.press('Find');
  await desk.isAt('Recoveries');
  await desk.page.getByRole('link', { name: /^Start a recovery for/ }).click();
  await desk.isAt('Start a recovery');
  await expect(desk.page.getByText(email)).toBeVisible();
  return new URL(desk.page.url()).pathname.split('/').at(-1) ?? '';
}

async function deskOf(
  browser: Browser,
  site: Site,
  scripts: boolean,
  who: DemoStaff = 'front-desk',
): Promise<Way> {
  const context = await browser.newContext({
    baseURL: site.url,
    javaScriptEnabled: scripts,
    storageState: await staffState(site, who),
  });
  return new Way(await context.newPage(), scripts);
}

async function toRecoveries(page: Page) {
  const places = page.getByRole('navigation', { name: 'Staff' });
  await places.getByText('More', { exact: true }).click();
  await places.getByRole('link', { name: 'Recoveries' }).click();
}
