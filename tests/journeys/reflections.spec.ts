// Somebody reads and keeps a few thoughts without an account, signs in and finds them, and shares one; a clinician reads what somebody shared, and nothing they didn't.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Way } from '../support/client-way';
import { oneWay } from '../support/one-way';
import { signIn, staffState } from '../support/sign-in';
import { test as base, expect } from '../support/site';
import { asOwner } from '../support/site-database';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

const SAFE = 'What would help you feel safe?';
const LIMITS = 'What is off limits for now?';
const TODAY = /made you look/;
const HELP = 'What would help?';
const XSS = '"><img src=x onerror=alert(1)><script>alert(1)</script> (made up)';

const notesCookie = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name === 'foyer-notes');

for (const scripts of oneWay(true)) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    test('kept without an account, found again after signing in, shared one by one', async ({
      page,
      mailbox,
    }, info) => {
      const way = new Way(page, scripts);
      const email = `notes-${scripts ? 'js' : 'plain'}-${info.workerIndex}-${Date.now()}@example.org`;
      page.on('dialog', () => expect('a dialog', 'what somebody typed was run').toBe('none'));

      await test.step('reads and keeps without an account, and only when asked', async () => {
        await page.goto('/guide/trust');
        await way.isAt('Trust grows');
        expect(await notesCookie(page)).toBeUndefined();
        await page.getByLabel(SAFE).fill(XSS);
        await page.getByLabel(LIMITS).fill('My past, for now (made up)');
        await way.press('Keep');
        await way.isAt('Trust grows');
        await expect(page.getByText('Kept for a day, in this browser only.')).toHaveCount(2);
        await expect(page.getByLabel(SAFE)).toHaveValue(XSS);
        expect(await notesCookie(page)).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
      });
      await test.step('what is too long is refused clearly, and every sign of it is still there', async () => {
        const long = '🙂'.repeat(5_000);
        await page.getByLabel(LIMITS).fill(long);
        await way.press('Keep');
        await expect(page).toHaveTitle(/^Error: Trust grows/);
        await expect(page.getByRole('alert').first()).toContainText(
          'Make this shorter: up to 1,000 characters. It has 5,000 now',
        );
        await expect(page.getByLabel(LIMITS)).toHaveValue(long);
        await expect(page.getByLabel(SAFE)).toHaveValue(XSS);
        await page.reload();
        await expect(page.getByLabel(LIMITS)).toHaveValue(long);
        await page.getByLabel(LIMITS).fill('Less than that (made up)');
        await way.press('Keep');
        await expect(page.getByText('Kept for a day, in this browser only.')).toHaveCount(2);
        await expect(page).toHaveTitle(/^Trust grows/);
      });
      await test.step('chooses where they are, keeps it, and takes another one away', async () => {
        await page.goto('/guide/ready');
        await expect(page.getByRole('radio')).toHaveCount(5);
        await page.getByRole('radio', { name: /^Not sure/ }).check();
        await page.getByLabel(HELP).fill('A little time (made up)');
        await way.press('Keep');
        await expect(page.getByRole('radio', { name: /^Not sure/ })).toBeChecked();
        // Enter keeps; it never takes away.
        await page.getByRole('radio', { name: /^Nearly/ }).focus();
        await page.keyboard.press('Space');
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/#think$/);
        await expect(page.getByRole('radio', { name: /^Nearly/ })).toBeChecked();
        await expect(page.getByLabel(HELP)).toHaveValue('A little time (made up)');
        await page.goto('/guide/trust');
        await way.press(`Remove what you wrote about “${LIMITS}”`);
        await expect(page.getByLabel(LIMITS)).toHaveValue('');
        await expect(page.getByLabel(SAFE)).toHaveValue(XSS);
      });
      await test.step('going on throws nothing away and keeps nothing: it asks, and either answer is taken', async () => {
        await page.goto('/guide/starting');
        await way.press('Keep');
        await expect(page.getByText('Nothing was written yet.')).toBeVisible();
        await page.getByLabel(TODAY).fill('Not kept yet (made up)');
        await way.press(/^Next: /);
        await way.isAt('Starting takes courage');
        await expect(page.getByText('Keep what you wrote?')).toBeVisible();
        await expect(page.getByLabel(TODAY)).toHaveValue('Not kept yet (made up)');
        await way.press('Go on without it');
        await way.isAt('The whole picture');
        await page.goto('/guide/starting');
        await expect(page.getByLabel(TODAY)).toHaveValue('');
        await page.getByLabel(TODAY).fill('Kept after all (made up)');
        await way.press(/Trust grows/);
        await way.press('Keep it and go on');
        await way.isAt('Trust grows');
        await page.goto('/guide/starting');
        await expect(page.getByLabel(TODAY)).toHaveValue('Kept after all (made up)');
        await way.press('Remove what you wrote about');
      });
      await test.step('signs in, and finds them kept', async () => {
        await signIn(page, mailbox, email);
        await way.isAt('Your tasks');
        expect(await notesCookie(page)).toBeUndefined();
        await way.follow('See the 2 notes you keep');
        await way.isAt('Your notes');
        await expect(page.getByText(XSS)).toBeVisible();
        await expect(page.getByText('Only you can read it')).toHaveCount(2);
      });
      await test.step('shares one, and takes it back, and shares it again', async () => {
        const note = page.getByRole('listitem').filter({ hasText: HELP });
        await way.press(`Share with my clinical team your note on “${HELP}”`);
        await expect(note.getByText('Shared with your clinical team')).toBeVisible();
        await expect(page.getByText('Only you can read it')).toHaveCount(1);
        await way.press(`Stop sharing your note on “${HELP}”`);
        await expect(page.getByText('Only you can read it')).toHaveCount(2);
        await way.press(`Share with my clinical team your note on “${HELP}”`);
        await expect(note.getByText('Shared with your clinical team')).toBeVisible();
        await way.isAt('Your notes');
      });
      await test.step('what is read is remembered, and gates nothing', async () => {
        await way.taskIs('What to expect', 'Read it whenever you like.');
        const task = page.getByRole('listitem').filter({ hasText: 'What to expect' }).first();
        await expect(task).not.toContainText('Not yet started');
        await page.goto('/guide/starting');
        await page.getByLabel(TODAY).fill('Nearly lost (made up)');
        await way.press(/^Next: The whole picture/);
        await expect(page.getByLabel(TODAY)).toHaveValue('Nearly lost (made up)');
        await way.press('Go on without it');
        await way.press(/^Next: Trust grows/);
        await way.isAt('Trust grows');
        await expect(page.getByText('You have read 2 of 6.')).toBeVisible();
        await way.taskIs('What to expect', 'In progress (2 of 6 read)');
        await page.goto('/guide/trust');
        await way.press(/Your part/);
        await way.isAt('Your part');
        await expect(page.getByText('You have read 3 of 6.')).toBeVisible();
        for (const chapter of ['time', 'your-part', 'ready']) {
          await page.goto(`/guide/${chapter}`);
          await way.press(/^(Next: |Go to your tasks)/);
        }
        await way.isAt('Your tasks');
        await way.taskIs('What to expect', 'Completed');
        await way.taskIs('About you first', 'Not yet started');
      });
    });

    test('Exit takes away what was kept without an account, row and cookie', async ({ page, site }) => {
      await page.goto('/guide/time');
      await page.getByLabel(/small change/).fill('A lighter morning (made up)');
      await page.getByRole('button', { name: 'Keep' }).click();
      await expect(page.getByText('Kept for a day, in this browser only.')).toBeVisible();
      const before = await rows();
      expect(before).toBeGreaterThan(0);
      await page
        .context()
        .route('https://www.bbc.co.uk/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Weather</title>' }),
        );
      await page.getByRole('link', { name: 'Exit this page', exact: true }).click({ noWaitAfter: true });
      await page.waitForURL(/bbc/);
      expect(await notesCookie(page)).toBeUndefined();
      expect(await rows()).toBe(before - 1);
      await page.goto('/guide/time');
      await expect(page.getByLabel(/small change/)).toHaveValue('');

      async function rows() {
        return asOwner(site.dataFolder, async (sql) => {
          const [row] =
            await sql`select count(*)::int as n from visitor_reflection where about = 'time-first-change'`;
          return row?.n as number;
        });
      }
    });

    test('a part of the map opens its list by the keyboard', async ({ page }) => {
      await page.goto('/guide/whole-picture');
      const map = page.getByRole('group', { name: /^A map/ });
      const item = page.getByText('hormones, birth, getting older', { exact: true });
      await expect(item.first()).toBeHidden();
      await map.getByRole('link', { name: 'Body' }).focus();
      await page.keyboard.press('Enter');
      await expect(item.last()).toBeVisible();
      await map.getByRole('link', { name: 'Mind' }).click();
      await expect(page.getByText('stress and tiredness', { exact: true }).last()).toBeVisible();
    });
  });
}

test('a clinician reads the note somebody shared, and not the other; front desk reads neither', async ({
  browser,
  site,
}) => {
  // Of the demo's made-up people, one keeps two notes and shares the first.
  const [shared, own] = [/To know beforehand what will be asked/, /sleep through a Sunday/];
  const reference = await asOwner(site.dataFolder, async (sql) => {
    const [row] = await sql`
      select s.reference from submission s join reflection r on r.client_id = s.client_id
      where s.status <> 'draft' and r.shared_at is not null order by s.created_at limit 1`;
    return row?.reference as string;
  });
  for (const who of ['clinician', 'front-desk'] as const) {
    const context = await browser.newContext({
      baseURL: site.url,
      storageState: await staffState(site, who),
    });
    const page = await context.newPage();
    await page.goto(`/staff/submissions/${reference}`);
    const clinical = who === 'clinician';
    await new Way(page, clinical).isAt(/\w/);
    await expect(page.getByRole('heading', { name: 'Shared from the guide' })).toHaveCount(clinical ? 1 : 0);
    await expect(page.getByText(shared)).toHaveCount(clinical ? 1 : 0);
    await expect(page.getByText(own)).toHaveCount(0);
    await context.close();
  }
});

test('somebody whose session ran out while they wrote finds it after signing in', async ({
  page,
  site,
  mailbox,
}) => {
  const email = `notes-idle-${Date.now()}@example.org`;
  await signIn(page, mailbox, email);
  await page.goto('/guide/starting');
  await page.getByLabel(/made you look/).fill('Nearly lost (made up)');
  const session = (await page.context().cookies()).find(({ name }) => name === 'foyer');
  const tokenHash = createHash('sha256')
    .update(session?.value ?? '')
    .digest('hex');
  await asOwner(site.dataFolder, async (sql) => {
    const changed = await sql`
      update session set last_seen_at = last_seen_at - interval '31 minutes' where token_hash = ${tokenHash} returning id`;
    expect(changed).toHaveLength(1);
  });
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  await signIn(page, mailbox, email);
  await page.goto('/guide/starting');
  await expect(page.getByLabel(/made you look/)).toHaveValue('Nearly lost (made up)');
  await expect(page.getByText('What is in the box is not kept yet.')).toBeVisible();
});
