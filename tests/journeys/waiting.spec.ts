// Somebody whom no free time suits waits, is asked, and takes what is kept for them; without JavaScript they give it back, lose a time to somebody else, and wait again.
import type { Page } from '@playwright/test';
import { Way } from '../support/client-way';
import { comeIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

const ANY_DAY = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Days that lie far enough ahead to be given back again. */
const DAYS = [3, 4, 5].map((days) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }),
);

/** Waits for these days, at any time of day. */
async function waitFor(way: Way, days: readonly string[], button: RegExp) {
  await way.isAt('Wait for a time');
  for (const box of await way.page.getByLabel(ANY_DAY).all()) await box.uncheck();
  for (const day of days) await way.page.getByLabel(day, { exact: true }).check();
  for (const part of [/^Morning/, /^Afternoon/, /^Evening/]) await way.page.getByLabel(part).check();
  await way.press(button);
}

/** The walk through the line takes a moment. */
async function isAskedAtHome(page: Page) {
  await expect(async () => {
    await page.goto('/home');
    await expect(page.getByText('A time is kept for you')).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

test('waits, is asked, takes it; gives it back, loses one, waits again and lets go', async ({
  page,
  browser,
  site,
  mailbox,
}) => {
  // A made-up person of the demo who waits for Sunday evenings, when nobody works.
  const way = new Way(page, true);
  await comeIn(page, mailbox, 'noel@demo.example');

  await test.step('front desk sees who waits, for what, and how to reach them', async () => {
    const staff = await browser.newContext({
      baseURL: site.url,
      storageState: await staffState(site, 'front-desk'),
    });
    const desk = await staff.newPage();
    await desk.goto('/staff/questions');
    await desk.getByRole('link', { name: /waits? for a time/ }).click();
    const noel = desk.getByRole('listitem').filter({ hasText: 'Noel Make-Believe' });
    for (const words of ['Sunday', 'Evenings (New York time)', '+1 212 555 0123'])
      await expect(noel.getByText(words, { exact: true })).toBeVisible();
    await expect(noel).not.toContainText(/so that you can see where one stands/);
    await staff.close();
  });
  await test.step('changes what they wait for, and is asked', async () => {
    await page.goto('/home');
    await way.follow('See or change what you wait for');
    await way.isAt('You are on the waiting list');
    await way.follow('Change what you wait for');
    await waitFor(way, DAYS, /^Save/);
    await isAskedAtHome(page);
    await way.isAt('Your tasks');
  });
  await test.step('takes it', async () => {
    await way.follow('Look at it and take it');
    await way.isAt('Check your appointment');
    await expect(page.getByText(/^This time is kept for you until/)).toBeVisible();
    await way.press('Book this appointment');
    await way.isAt('Your appointment is booked');
    await page.goto('/schedule/waiting');
    await expect(page).toHaveURL(/\/schedule\/booked$/);
  });
  await test.step('reads what a calendar would show, and gets the file', async () => {
    await expect(page.getByText(/The file says “Appointment”, the day and the time/)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Get the calendar file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('appointment.ics');
    const answer = await page.request.get('/schedule/booked/appointment.ics');
    expect(answer.headers()['content-type']).toMatch(/^text\/calendar/);
    const shown = (await page.getByRole('main').locator('time').first().getAttribute('datetime')) ?? '';
    expect(await answer.text()).toContain(`DTSTART:${shown.replace(/[-:]|\.\d+/g, '')}`);
  });

  const plain = await browser.newContext({
    baseURL: site.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const bare = new Way(await plain.newPage(), false);
  await test.step('gives it back', async () => {
    await bare.page.goto('/schedule/booked');
    await bare.follow('Cancel it');
    await bare.press('Cancel the appointment');
    await bare.isAt('Choose a time');
    const file = await bare.page.request.get('/schedule/booked/appointment.ics');
    expect(await file.text()).toContain('STATUS:CANCELLED');
  });
  await test.step('loses a time to somebody else: the nearest stand right there', async () => {
    const main = bare.page.getByRole('main');
    await main.locator('a[href^="/schedule/check"]').last().click();
    await bare.isAt('Check your appointment');
    const lost = new URL(bare.page.url()).searchParams.get('at') ?? '';
    const taken = await asOwner(
      site.dataFolder,
      (sql) => sql`insert into clinician_time (id, clinician_id, occupied, kind)
        select gen_random_uuid(), id, tstzrange(${lost}, ${lost}::timestamptz + interval '1 minute'), 'blocked'
        from clinician where regions @> '{US-NY}' returning id`,
    );
    await bare.press('Book this appointment');
    await bare.isAt('Choose a time');
    await expect(bare.page).toHaveTitle(/^Error: /);
    await expect(main.getByRole('link', { name: /Someone has just taken that time/ })).toBeVisible();
    await main
      .locator('section[aria-labelledby="nearest"]')
      .getByRole('link', { name: /\d:\d\d|12 noon/ })
      .first()
      .click();
    await bare.isAt('Check your appointment');
    expect(new URL(bare.page.url()).searchParams.get('at')).not.toBe(lost);
    await asOwner(
      site.dataFolder,
      (sql) => sql`delete from clinician_time where id in ${sql(taken.map(({ id }) => id))}`,
    );
  });
  await test.step('waits again; what is missing is said', async () => {
    await bare.page.goto('/schedule');
    await bare.follow('Wait for a time that suits you');
    await waitFor(bare, [], /^Put me/);
    await bare.isAt('Wait for a time');
    await expect(bare.page).toHaveTitle(/^Error: /);
    await expect(bare.page.getByRole('link', { name: 'Choose at least one day' })).toBeVisible();
    await waitFor(bare, DAYS, /^Put me/);
    await isAskedAtHome(bare.page);
  });
  await test.step('lets it go, and leaves the list', async () => {
    await bare.press('Let it go');
    await expect(bare.page.getByText(/free for others now|A time is kept for you/).first()).toBeVisible();
    await bare.press('Take me off the list');
    await bare.isAt('Wait for a time');
    await expect(bare.page.getByText('You are no longer on the waiting list')).toBeVisible();
  });
  await plain.close();
});
