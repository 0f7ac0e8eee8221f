// A clinician adds a note to the record and puts it right, keeps one for themselves alone, and prints the file: on paper and as a PDF, with neither safety nor process notes in it.
import type { BrowserContext, Page } from '@playwright/test';
import { isSound } from '../support/is-sound';
import { oneWay } from '../support/one-way';
import { pdfTextOf } from '../support/pdf-text';
import { signedInEarlier } from '../support/session-time';
import { DEMO_STAFF, secondStepCode, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';

const NOTE = 'Seen in person, made up.';
const OWN = 'Quetzalnote, made up.';

/** Where it was given a while ago, printing asks for the second step again. */
async function stepAgain(context: BrowserContext, page: Page) {
  await expect(page).toHaveURL(/\/staff\/second-factor/);
  await page.getByLabel('Six-digit code').fill(await secondStepCode(context, DEMO_STAFF.lead));
  await page.getByRole('button', { name: 'Go on' }).click();
}

for (const javaScriptEnabled of oneWay(true))
  test(`notes of both kinds, and the file on paper (scripts ${javaScriptEnabled ? 'on' : 'off'})`, async ({
    browser,
    site,
  }) => {
    const storageState = await staffState(site, 'lead');
    const context = await browser.newContext({ baseURL: site.url, storageState, javaScriptEnabled });
    const page = await context.newPage();
    await page.goto('/staff?status=accepted');
    await page.locator('main a[href^="/staff/submissions/"]').first().click();
    const file = new URL(page.url()).pathname;
    /** Said where it was done: in sight, and with the focus. */
    const says = async (words: string) => {
      const told = page.getByRole('status').filter({ hasText: words });
      await expect(told).toBeInViewport();
      await expect(told).toBeFocused();
    };
    const notes = page.getByRole('region', { name: 'Clinical notes' });

    await test.step('the list of its parts names each, and each is there', async () => {
      const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
      await page.waitForLoadState();
      await expect(links.first()).toBeVisible();
      const parts = await page.locator('main h2').allInnerTexts();
      const sections = await page
        .locator('main h3')
        .filter({ hasText: /^\d+\. / })
        .allInnerTexts();
      expect((await links.allInnerTexts()).sort()).toEqual([...parts, ...sections].sort());
      for (const place of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
        await expect(page.locator(`main :is(h2, h3)${place}`)).toHaveCount(1);
    });

    await test.step('an empty note is not taken; a written one is in the record, and is put right', async () => {
      const add = notes.getByRole('button', { name: 'Add to the record' });
      if (await add.isHidden()) await notes.locator('summary').filter({ hasText: 'Write a note' }).click();
      await add.click();
      await expect(page).toHaveTitle(/^Error/);
      if (javaScriptEnabled) await isSound(page, true);
      await notes.getByLabel('Note', { exact: true }).fill(NOTE);
      await notes.getByRole('button', { name: 'Add to the record' }).click();
      const note = notes.getByRole('listitem').filter({ hasText: NOTE }).first();
      await note.locator('summary').filter({ hasText: 'Put right' }).click();
      await note.getByLabel('What it should say').fill(`${NOTE} By video.`);
      await note.getByRole('button', { name: 'Put it right' }).click();
      await says('The note is put right');
      await expect(notes.getByText(`${NOTE} By video.`).first()).toBeVisible();
    });

    await test.step('a note half written outlasts the sending of another form of the page', async () => {
      const box = notes.getByLabel('Note', { exact: true });
      const open = async (region: typeof notes, words: string) => {
        const summary = region.locator('summary').filter({ hasText: words });
        if (!(await summary.evaluate((one) => one.parentElement?.hasAttribute('open'))))
          await summary.click();
      };
      const messages = page.getByRole('region', { name: 'Messages on this site' });
      await open(notes, 'Write a note');
      await box.fill('Half a thought, made up.');
      if (!javaScriptEnabled) {
        // Without scripts one press sends one form: until this one is kept, the others are away.
        await open(messages, 'Write a message');
        await box.press('Tab');
        await expect(messages.getByRole('button', { name: 'Put it on their page' })).toBeHidden();
        await notes.getByRole('button', { name: 'Keep as a draft' }).last().click();
      }
      await open(messages, 'Write a message');
      await messages.getByRole('textbox').fill('Made up, with room for questions.');
      await messages.getByRole('button', { name: 'Put it on their page' }).click();
      await says('Your message stands');
      await expect(box).toHaveValue('Half a thought, made up.');
      await expect(notes.getByText('This is your draft')).toBeVisible();
      await box.fill('');
      await notes.getByRole('button', { name: 'Keep as a draft' }).last().click();
      await expect(box).toBeHidden();
    });

    await test.step('a process note stands on a page of its own', async () => {
      await notes.getByRole('link', { name: /^Your process notes/ }).click();
      await page.getByLabel('Process note', { exact: true }).fill(OWN);
      await page.getByRole('button', { name: 'Keep for me alone' }).click();
      await says('Kept for you alone');
      if (javaScriptEnabled) await isSound(page, true);
      expect(await (await page.request.get(file)).text()).not.toContain('Quetzalnote');
    });

    const search =
      await test.step('what is printed is chosen, and safety and notes are not chosen beforehand', async () => {
        await signedInEarlier(site, page, 6);
        await page.goto(`${file}/print`);
        await stepAgain(context, page);
        if (javaScriptEnabled) await isSound(page, true);
        await expect(page.getByLabel(/^Include answers about safety/)).not.toBeChecked();
        await page.getByLabel(/^Include clinical notes/).check();
        await page.getByRole('button', { name: 'Open to print' }).click();
        await expect(page).toHaveTitle(/^Record [0-9A-Z]{10}/);
        await expect(page.getByText(`${NOTE} By video.`).first()).toBeVisible();
        expect(await page.content()).not.toContain('Quetzalnote');
        const paper = await page.getByRole('article').innerText();
        expect(paper).not.toMatch(/Flags|Scores|PHQ|5\. Safety/);
        return new URL(page.url()).search;
      });

    await test.step('the PDF says the same, and marks each page', async () => {
      const pdf = await page.request.get(`${file}/print/copy.pdf${search}`);
      expect(pdf.headers()['content-disposition']).toMatch(/filename="record-[0-9A-Z]{10}\.pdf"/);
      const pages = pdfTextOf(await pdf.body());
      expect(pages.join(' ')).toContain(`${NOTE} By video.`);
      expect(pages.join(' ')).not.toContain('Quetzalnote');
      for (const [at, text] of pages.entries()) expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
    });
    await context.close();
  });
