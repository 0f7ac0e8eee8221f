// Large text, high contrast and less movement: on the pages a client meets first, nothing sticks out, vanishes or moves.
import { tabThrough } from '../support/hands';
import { controlsShow } from '../support/in-sight';
import { fits } from '../support/narrow';
import { comeIn } from '../support/sign-in';
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
