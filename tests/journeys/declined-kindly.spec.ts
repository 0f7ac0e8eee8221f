// A clinician can't take somebody on: writes, sees the letter as it will be read, sends it; the client reads it at home, and their time is free.
import { Way } from '../support/client-way';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { signIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

/** A made-up person of the demo, in review and with a time booked, who is in no other journey. */
const NAME = 'Harper Testcase (made up)';
const EMAIL = 'harper@demo.example';

for (const scripts of oneWay(false).slice(0, 1)) {
  test(`somebody is referred on with a letter, ${scripts ? 'with' : 'without'} JavaScript`, async ({
    browser,
    page,
    site,
    mailbox,
  }) => {
    const context = await browser.newContext({
      baseURL: site.url,
      javaScriptEnabled: scripts,
      storageState: await staffState(site, 'lead'),
    });
    const staff = await context.newPage();
    const isHeld = async (reference: string) => {
      const rows = await asOwner(
        site.dataFolder,
        (sql) => sql`select t.active from submission s join appointment a on a.client_id = s.client_id
          join clinician_time t on t.id = a.time_id where s.reference = ${reference} order by a.created_at desc`,
      );
      return rows[0]?.active;
    };
    let reference = '';

    await test.step('writes the letter, and is told what is missing with nothing lost', async () => {
      await staff.goto('/staff');
      await staff.getByLabel('Find by reference, e-mail or name').fill('Harper');
      await staff.getByRole('button', { name: 'Find' }).click();
      await staff.getByRole('table').locator('a[href^="/staff/submissions/"]').first().click();
      await expect(staff.getByRole('heading', { level: 1 })).toHaveText(NAME);
      reference = /submissions\/([0-9A-Z]{10})/.exec(staff.url())?.[1] ?? '';
      await staff.getByRole('link', { name: 'Decline or refer' }).click();
      await isSound(staff, scripts);
      await staff.getByLabel('Letter').fill('A made-up letter.\n\nIt is kind.');
      await staff.getByLabel(/^Lantern Street Practice/).check();
      await staff.getByRole('button', { name: 'Continue' }).click();
      await expect(staff).toHaveTitle(/^Error: /);
      await expect(staff.getByLabel('Letter')).toHaveValue('A made-up letter.\n\nIt is kind.');
      await staff.getByLabel('Not our field').check();
      await staff.getByRole('button', { name: 'Continue' }).click();
    });
    await test.step('sees all that will happen, and does it', async () => {
      await expect(staff.getByRole('heading', { level: 1 })).toHaveText('Before you send it');
      await isSound(staff, scripts);
      const main = staff.getByRole('main');
      await expect(main.getByText(/is cancelled, and the time is free for others/)).toBeVisible();
      await expect(main.getByText('It is kind.')).toBeVisible();
      expect(await isHeld(reference)).toBe(true);
      await staff.getByRole('button', { name: 'Send the letter and decline' }).click();
      await expect(staff.getByRole('status').filter({ hasText: /^Declined\./ })).toBeVisible();
      expect(await isHeld(reference)).toBe(false);
    });
    await test.step('the client finds it at home, reads it, and keeps it', async () => {
      const way = new Way(page, true);
      await signIn(page, mailbox, EMAIL);
      await way.isAt('Your tasks');
      await expect(page.getByRole('main')).not.toContainText(/declin|refer/i);
      await way.follow('Read it');
      await way.isAt('Letter');
      for (const words of ['It is kind.', 'Lantern Street Practice (made up)', '988 Lifeline'])
        await expect(page.getByRole('main')).toContainText(words);
      const file = await page.request.get('/home/letter/copy.pdf');
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await page.goto('/schedule');
      await expect(page).toHaveURL(/\/home\?closed=yes$/);
      await page.goto('/forms/check');
      await expect(page.getByRole('link', { name: /^Change/ })).toHaveCount(0);
    });
    await context.close();
  });
}
