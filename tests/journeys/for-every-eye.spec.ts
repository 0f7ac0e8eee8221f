// Large text, high contrast and less movement: on the pages a client meets first, and with large text on staff's, nothing sticks out, vanishes or moves.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROLE_MATRIX } from '../attacks/role-matrix';
import { tabThrough } from '../support/hands';
import { controlsShow } from '../support/in-sight';
import { fits, keepsItsWidth } from '../support/narrow';
import { comeIn, staffState } from '../support/sign-in';
import { test as base, expect } from '../support/site';

const PAGES = ['/', '/guide/whole-picture', '/guide/ready', '/urgent-help', '/leaving', '/sign-in', '/home'];
const QUESTIONS = ['a1', 'a8', 'b1', 'b3'];

/** Somebody new signs in, and looks at the pages one after the other; the questions are open from the start. */
const test = base.extend<{ look: (at: (path: string) => Promise<void>) => Promise<void> }>({
  look: async ({ page, mailbox }, use, info) =>
    use(async (at) => {
      await comeIn(page, mailbox, `eyes-${info.workerIndex}-${Date.now()}@example.org`);
      for (const path of [...PAGES, ...QUESTIONS.map((slug) => `/forms/1/${slug}`)]) {
        await page.goto(path);
        await at(path);
      }
    }),
});

test.describe('on a phone with the text twice as large', () => {
  // The reader's own style sheet, which no policy of a page forbids.
  test.use({ viewport: { width: 390, height: 844 }, bypassCSP: true });

  test('no page is wider than the screen, and the bar never hides what has the focus', async ({
    page,
    look,
  }) => {
    await look(async () => {
      await page.addStyleTag({ content: 'html { font-size: 225% }' });
      await fits(page);
      await tabThrough(page);
    });
  });
});

test.describe('staff, on a phone with the text twice as large', () => {
  /** What the matrix names by a word, as a page leads to it. */
  const LED_TO = [
    ['/staff', '/staff/submissions/'],
    ['/staff/calendar', '/staff/appointments/'],
    ['/staff/availability', '/staff/availability/'],
    ['/staff/team', '/staff/team/'],
  ] as const;
  /** Their pages as the matrix lists them, where nothing has to be typed or named first. */
  const pagesOf = (who: 'lead' | 'admin') =>
    Object.entries(ROLE_MATRIX)
      .filter(([route, { method, outcomes }]) => isPage(route) && !method && outcomes[who] === 'open')
      .map(([route, { at = route }]) => at)
      .filter((at) => !/[{[]/.test(at));
  const isPage = (route: string) =>
    route.startsWith('/staff') &&
    existsSync(resolve(import.meta.dirname, '../../app', `.${route}`, 'page.tsx'));

  for (const who of ['lead', 'admin'] as const)
    test(`no page of a ${who} has to be moved sideways to be read, with everything on it opened`, async ({
      browser,
      site,
    }) => {
      test.setTimeout(240_000);
      const storageState = await staffState(site, who);
      const context = await browser.newContext({
        ...{ baseURL: site.url, storageState, bypassCSP: true },
        viewport: { width: 390, height: 844 },
      });
      const page = await context.newPage();
      const paths = pagesOf(who);
      expect(paths.length).toBeGreaterThan(15);
      for (const [from, start] of LED_TO) {
        await page.goto(from);
        const link = page.getByRole('main').locator(`a[href^="${start}"]`).first();
        if ((await link.count()) > 0) paths.push((await link.getAttribute('href')) ?? '');
      }
      for (const path of paths) {
        await page.goto(path);
        await page.addStyleTag({ content: 'html { font-size: 225% }' });
        await page.evaluate(() => {
          for (const one of document.querySelectorAll<HTMLDetailsElement>('main details')) one.open = true;
        });
        await keepsItsWidth(page);
      }
      await context.close();
    });
});

test.describe('on a screen 320 pixels wide', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test('the bar never hides what has the focus', async ({ page, look }) => {
    await look(() => tabThrough(page));
  });
});

test.describe('in high contrast', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('every control can be told from its ground, by day and by night', async ({ page, look }) => {
    await look(async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await controlsShow(page);
      }
    });
  });
});

test.describe('with less movement asked for', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves, also when something opens', async ({ page, look }) => {
    await look(async (path) => {
      for (const opens of await page.locator('main summary').all()) await opens.click();
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving, path).toBe(0);
    });
  });
});
