// Somebody new reads, signs in, answers, agrees, books and sends; then staff find it, the danger sign first, and accept it.

import { A_TIME, Way } from '../support/client-way';
import { signIn, staffState } from '../support/sign-in';
import { test as base, expect } from '../support/site';

const test = base.extend<{ scripts: boolean }>({ scripts: [true, { option: true }] });

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled: scripts, scripts });

    test('the whole way, from the first page to being accepted', async ({
      page,
      browser,
      playwright,
      site,
      mailbox,
    }, info) => {
      const way = new Way(page, scripts);
      const name = scripts ? 'Robin Example' : 'Sasha Example';
      const email = `way-${scripts ? 'js' : 'plain'}-${info.workerIndex}-${Date.now()}@example.org`;
      const words = `Something private, for a test (${scripts})`;
      let reference = '';
      const elsewhere: string[] = [];
      page.context().on('request', (request) => {
        if (new URL(request.url()).host !== new URL(site.url).host) elsewhere.push(request.url());
      });

      await test.step('reads the guide without an account', async () => {
        await page.goto('/');
        await way.isAt('Come in when you’re ready');
        // Without scripts it is read to its end among the pages anybody may read.
        if (scripts) await way.readGuide();
        expect((await page.context().cookies()).length, 'and gets no cookie').toBe(0);
      });
      await test.step('signs in', async () => {
        if (scripts) await signIn(page, mailbox, email);
        else await signInByLink();
        await way.isAt('Your tasks');
      });
      await test.step('answers the first questions', async () => {
        await way.taskIs('The agreement', 'Cannot start yet');
        await way.task('About you first');
        await way.aboutYouFirst({ name, meet: 'By video' });
      });
      await test.step('reads, acknowledges and signs', async () => {
        await way.electronicRecords(name);
        for (const document of [
          'Privacy notice',
          'About this information',
          'The agreement',
          'Sessions by video',
          'Fees and cancellation',
        ]) {
          await way.sign(document, name);
        }
      });
      await test.step('answers the short forms, a danger sign among them', async () => {
        await way.taskIs('Choose a time', 'Cannot start yet');
        await way.contact();
        await way.aboutYou();
        await way.whatBringsYou(words);
        await way.safety();
      });
      await test.step('books', async () => {
        const when = await way.book();
        await page.goto('/home');
        await expect(page.getByText(when.match(A_TIME)?.[0] ?? 'no time').first()).toBeVisible();
      });
      await test.step('answers the rest and sends', async () => {
        await way.hopes();
        reference = await way.send();
        await page.goto('/home');
        await way.isAt('Your tasks');
        // Nothing is left to do, and nothing says that it is not begun.
        await expect(page.getByText('There is nothing left for you to do just now.')).toBeVisible();
        await expect(page.getByText('Not yet started')).toHaveCount(0);
      });
      expect(elsewhere, 'nothing was asked of another host').toEqual([]);
      await test.step('after sending nothing can be changed', async () => {
        await page.goto('/forms/4/c1');
        await way.isAt('What you sent');
        await expect(page.getByText(words)).toBeVisible();
        await expect(page.getByRole('button', { name: /Continue/ })).toHaveCount(0);
        // Nor by a form that was open before.
        const forged = await page.request.post('/forms/4/c1/save', {
          form: { C1: 'Something else', intent: 'continue', 'base-C1': '1' },
          headers: { Origin: site.url },
          maxRedirects: 0,
        });
        expect(forged.status()).toBe(303);
        await page.goto('/forms/4/c1');
        await expect(page.getByText(words)).toBeVisible();
      });
      await test.step('Z-03 front desk sees how to reach them, and no clinical answer in any form of the page', async () => {
        // Asked over HTTP alone, and answered the same whatever the client's browser ran.
        if (!scripts) return;
        const desk = await playwright.request.newContext({
          baseURL: site.url,
          storageState: await staffState(site, 'front-desk'),
        });
        for (const headers of [{ RSC: '' }, { RSC: '1' }]) {
          const answer = await desk.get(`/staff/submissions/${reference}`, { headers });
          const text = await answer.text();
          expect(answer.status()).toBe(200);
          expect(text).toContain('+44 20 7946 0018');
          expect(text).not.toContain(words);
          expect(text).not.toMatch(/force, threats|hurt yourself|Less worry|not-known|I don’t know yet/);
        }
        await desk.dispose();
      });
      await test.step('staff find it, the danger sign first, and accept it', async () => {
        const context = await browser.newContext({
          baseURL: site.url,
          javaScriptEnabled: scripts,
          storageState: await staffState(site, 'clinician'),
        });
        const staff = await context.newPage();
        const desk = new Way(staff, scripts);
        await staff.goto('/staff');
        await desk.isAt(/\w/);
        await staff.getByRole('link', { name: reference }).first().click();
        await expect(staff.getByText(name).first()).toBeVisible();
        await expect(staff.getByText(words)).toBeVisible();
        await desk.isAt(/\w/);
        // The first is the danger sign; Mood was skipped, so that its question about self-harm stands open is another.
        await staff
          .getByRole('button', { name: /^Acknowledge.*Hurt yourself|^Acknowledge.*Force/ })
          .first()
          .click();
        await desk.press('Begin review');
        await staff.getByRole('link', { name: 'Accept' }).click();
        await desk.isAt('Accept');
        await expect(staff.getByText('No mail goes to them')).toBeVisible();
        await desk.press('Accept');
        await expect(staff.getByText('Accepted').first()).toBeVisible();
        await context.close();
      });

      async function signInByLink() {
        await page.goto('/sign-in');
        await page.getByLabel('E-mail address').fill(email);
        await way.press('Send me a code');
        const { text } = await mailbox.next(email);
        const link = text.match(/https?:\S+\/sign-in\/link\S+/)?.[0] ?? '';
        await page.goto(link);
        await way.isAt('Sign in here');
        await way.press('Sign in');
      }
    });
  });
}
