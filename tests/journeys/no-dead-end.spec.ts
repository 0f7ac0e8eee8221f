// Somebody for whom no time can be offered hears why, has another way, is put in touch, and can send all the same.
import { answerSection, answerUpToFormat, besides, dealWithTheRest } from '../support/client-by-request';
import { Way } from '../support/client-way';
import { comeIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

test('in person where nobody sees people in person, with nobody to call, and a number for emergencies', async ({
  page,
  browser,
  playwright,
  site,
  mailbox,
}, info) => {
  const way = new Way(page, true);
  const name = 'Quill Example';
  await comeIn(page, mailbox, `dead-end-${info.workerIndex}-${Date.now()}@example.org`);
  // What others see on their way as well is dealt with in passing.
  const client = await besides(page, playwright.request, site.url);

  await test.step('hears of it at the question, before any document', async () => {
    await answerUpToFormat(client, name);
    await page.goto('/forms/1/format');
    await way.choose(/like to meet/, /^In person/);
    await way.isAt('This won’t work as it is');
    await expect(page.getByText(/We have no therapist who sees people in England.* in person/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Meet by video' })).toBeVisible();
    await expect(page).toHaveTitle(/^How to meet – /);
    await way.follow('Go on as it is');
    await way.confirmSection();
  });
  await test.step('agrees and answers; ways that can’t go together are noticed', async () => {
    await dealWithTheRest(client, name, '345', ['electronic-records', 'information', 'agreement', 'fees']);
    await way.task('Keeping contact private');
    await way.write(/phone number we may have/, '+44 20 7946 0018');
    await way.choose(/do with this number/, 'Use it in an emergency only');
    await way.choose(/^How should we contact/, 'Phone call');
    await way.isAt(/^How should we contact/);
    await expect(page.getByText('You told us not to call your number.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'change what we may do with your number' })).toBeVisible();
    await way.choose(/^How should we contact/, /^On this site only/);
    await way.skip(/good time to reach you/);
    await way.choose(/send you post/, 'No post');
    await way.skip(/must never contact/);
    await way.isAt(/call if we were worried/);
    await way.choose(/call if we were worried/, /^There is nobody/);
    await way.confirmSection();
  });
  await test.step('finds no times, and why; asks to be given one', async () => {
    await way.task('Choose a time');
    await way.isAt('Choose a time');
    await expect(page.getByRole('button', { name: 'Meet by video' })).toBeVisible();
    await expect(page.getByText('London time')).not.toHaveCount(0);
    await expect(page.getByLabel('Show times in')).toHaveCount(0);
    await way.press('Ask us to find a time');
    await way.isAt('Your tasks');
    await expect(page.getByText('We will be in touch about a time')).toBeVisible();
    await way.taskIs('Choose a time', 'We will be in touch');
  });
  let reference = '';
  await test.step('goes on and sends, without an appointment', async () => {
    await answerSection(client, '12');
    await client.dispose();
    reference = await way.send();
    await expect(page.getByText(/We will be in touch about a time by/)).toBeVisible();
  });
  await test.step('front desk sees it, and writes a message on the site', async () => {
    const staff = await browser.newContext({
      baseURL: site.url,
      storageState: await staffState(site, 'front-desk'),
    });
    const desk = await staff.newPage();
    await desk.goto(`/staff/submissions/${reference}`);
    await expect(desk.getByText(/No page could offer them a time/)).toBeVisible();
    await expect(desk.getByText('Only a message on this site.')).toBeVisible();
    await desk.getByText('Write a message').click();
    await desk.getByLabel('Message', { exact: true }).fill('We have a time for you (made up)');
    await desk.getByRole('button', { name: 'Put it on their page' }).click();
    await expect(desk.getByText('Not marked as read')).toBeVisible();
    await staff.close();
  });
  await test.step('the client reads it at home, and says so', async () => {
    await page.goto('/home');
    await way.follow('Read the message');
    await way.isAt('Messages from us');
    await expect(page.getByText('We have a time for you (made up)')).toBeVisible();
    await way.press('I have read this');
    await expect(page.getByText(/You marked this as read/)).toBeVisible();
  });
  await test.step('changes who must never be contacted, after sending', async () => {
    await page.goto('/home');
    await way.follow('See or change how we may reach you');
    await way.isAt('How we may reach you');
    await page.getByRole('link', { name: /Change.*Never contact/ }).click();
    await way.write(/must never contact/, 'My aunt (made up)');
    await way.isAt('How we may reach you');
    await expect(page.getByText('My aunt (made up)')).toBeVisible();
  });
});
