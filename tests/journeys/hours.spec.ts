// Staff set somebody's hours and time off: what it does is seen first, nothing typed is lost, and no appointment is left outside in silence.
import type { Page } from '@playwright/test';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { type DemoStaff, staffState } from '../support/sign-in';
import { test as base, expect } from '../support/site';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

/** A local date that many days from today, as a date's field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const weekly = (page: Page) => page.getByRole('region', { name: 'Weekly hours', exact: true });
const days = (page: Page) => page.getByRole('region', { name: 'Time off and extra hours', exact: true });

/** What is ahead, each with a button that takes it out. */
const listed = (page: Page) => days(page).getByRole('button', { name: /^Take out/ });

/** With JavaScript as the lead for one clinician, without it as an admin for another. */
for (const [scripts, who, clinician, step] of [
  [true, 'lead', /Sasha Sample/, -1],
  [false, 'admin', /Toby Specimen/, 1],
] as [boolean, DemoStaff, RegExp, number][]) {
  if (!oneWay(true).includes(scripts)) continue;
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    test('hours and time off, from a slip of the finger to saved', async ({ browser, site }) => {
      const context = await browser.newContext({
        ...{ baseURL: site.url, javaScriptEnabled: scripts },
        storageState: await staffState(site, who),
      });
      const page = await context.newPage();
      const most = (one: Page) => weekly(one).getByLabel('Most in a day');

      await test.step('finds whose hours they are', async () => {
        await page.goto('/staff/availability');
        await isSound(page, scripts);
        await page.getByRole('link', { name: clinician }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(clinician);
      });
      const other = await context.newPage();
      await other.goto(page.url());
      const before = Number(await most(page).inputValue());
      // The demo's front desk has closed somebody's day.
      const kept = await listed(page).count();

      await test.step('mistypes: it says where, and all of it is still there', async () => {
        const row = weekly(page).getByRole('group', { name: 'Hours 1', exact: true });
        const ends = await row.getByLabel('To').inputValue();
        await row.getByLabel('To').fill('14:07');
        await most(page).fill(String(before + step));
        await press(page, 'See what changes');
        await expect(page).toHaveTitle(/^Error: /);
        await isSound(page, scripts);
        await expect(page.getByRole('link', { name: /^Hours 1: use times in steps/ })).toBeVisible();
        await expect(row.getByLabel('To')).toHaveValue('14:07');
        await expect(most(page)).toHaveValue(String(before + step));
        await row.getByLabel('To').fill(ends);
        await press(page, 'See what changes');
      });
      await test.step('sees what it does, and saves', async () => {
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Before you save/);
        await expect(page.getByText(`${before} → ${before + step}`)).toBeVisible();
        await expect(page.getByText('Every booked appointment still fits.')).toBeVisible();
        await press(page, 'Save the hours');
        await expect(page.getByText('The hours are saved.')).toBeVisible();
        await expect(most(page)).toHaveValue(String(before + step));
      });
      await test.step('who had the page open before is told, and sees both', async () => {
        await most(other).fill('9');
        await press(other, 'See what changes');
        await expect(
          other.getByRole('heading', { name: 'Somebody saved other hours meanwhile' }),
        ).toBeVisible();
        await isSound(other, scripts);
        await expect(most(other)).toHaveValue('9');
        await expect(other.getByText(`at most ${before + step} in a day`)).toBeVisible();
        await press(other, 'Drop my changes');
        await expect(most(other)).toHaveValue(String(before + step));
      });
      await test.step('time off over appointments is not saved in silence', async () => {
        await days(page).getByLabel('First day').fill(inDays(1));
        await days(page).getByLabel('Last day').fill(inDays(20));
        await press(page, 'See what the days change');
        const outside = page.getByRole('region', { name: 'Booked appointments that would lie outside' });
        await expect(outside.getByRole('row').nth(1)).toContainText('In time off');
        await press(page, 'Save the days');
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByRole('checkbox')).not.toBeChecked();
        await isSound(page, scripts);
        await page.getByRole('link', { name: 'Go back and change it' }).first().click();
        await expect(listed(page)).toHaveCount(kept);
        await expect(days(page).getByLabel('Last day')).toHaveValue(inDays(20));
      });
      await test.step('a day further on is put in, and taken out again', async () => {
        await days(page).getByLabel('First day').fill(inDays(33));
        await days(page).getByLabel('Last day').fill('');
        await press(page, 'See what the days change');
        await press(page, 'Save the days');
        await expect(page.getByText('The days are saved.')).toBeVisible();
        await expect(listed(page)).toHaveCount(kept + 1);
        await listed(page).last().click();
        await press(page, 'Take them out');
        await expect(page.getByText('The days are taken out.')).toBeVisible();
        await expect(listed(page)).toHaveCount(kept);
      });
      await test.step('a day the practice is closed is told for everybody first', async () => {
        if (who !== 'admin') return;
        await page.goto('/staff/settings/holidays');
        await page.getByLabel('First day').fill(inDays(40));
        await press(page, 'See what changes');
        await expect(page.getByRole('row', { name: clinician })).toBeVisible();
        await press(page, 'Close these days');
        await expect(page.getByText('The closed days are saved.')).toBeVisible();
        await press(page, /^Open again/);
        await press(page, 'Open them again');
        await expect(page.getByText('No closed days are ahead.')).toBeVisible();
      });
      await context.close();
    });
  });
}
