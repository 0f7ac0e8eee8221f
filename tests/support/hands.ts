// How somebody works a page: with a pointer, or with the keyboard alone, where every stop of the focus must be in sight.
import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';

export type Hands = {
  /** A button or a link. */
  press: (target: Locator) => Promise<void>;
  /** A radio button or a checkbox. */
  tick: (target: Locator) => Promise<void>;
  write: (target: Locator, text: string) => Promise<void>;
  /** One of a list that opens. */
  select: (target: Locator, label: string) => Promise<void>;
};

export const pointer: Hands = {
  press: (target) => target.click(),
  tick: (target) => target.check(),
  write: (target, text) => target.fill(text),
  select: async (target, label) => void (await target.selectOption({ label })),
};

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Tab, Shift and Tab, arrows, Space, Enter and letters; at each stop the focus is seen, ringed and uncovered. */
export function keyboardOf(page: Page): Hands {
  const reach = async (target: Locator) => {
    await target.waitFor();
    const wanted = await target.elementHandle();
    if (!wanted) throw new Error('It is not on the page.');
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const { at, faults } = await wanted.evaluate(focusNow);
      expect(faults, `the focus on ${page.url()}`).toEqual([]);
      if (at === 'here') return wanted;
      await page.keyboard.press(at === 'before' ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(`The keyboard does not reach ${target} on ${page.url()}.`);
  };
  return {
    async press(target) {
      await reach(target);
      const next = page.waitForEvent('domcontentloaded');
      await page.keyboard.press('Enter');
      await next;
    },
    async tick(target) {
      const wanted = (await reach(target)) as ElementHandle<HTMLInputElement>;
      for (let stops = 0; stops < MOST_STOPS && !(await wanted.evaluate(hasFocus)); stops += 1)
        await page.keyboard.press('ArrowDown');
      if (!(await wanted.evaluate(({ checked }) => checked))) await page.keyboard.press('Space');
      expect((await page.evaluate(focusNow, null)).faults).toEqual([]);
      await expect(target).toBeChecked();
    },
    async write(target, text) {
      await reach(target);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      await expect(target).toHaveValue(text);
    },
    async select(target, label) {
      const wanted = (await reach(target)) as ElementHandle<HTMLSelectElement>;
      await page.keyboard.type(label);
      expect(await wanted.evaluate(({ selectedOptions }) => selectedOptions[0]?.label)).toBe(label);
    },
  };
}

/** Goes through every stop of the page, down and up again. */
export async function tabThrough(page: Page) {
  for (const key of ['Tab', 'Shift+Tab']) {
    const passed = new Set<string>();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press(key);
      const { stop, faults } = await page.evaluate(focusNow, null);
      expect(faults, `the focus on ${page.url()}`).toEqual([]);
      if (stop === '' || passed.has(stop)) break;
      passed.add(stop);
    }
    expect(passed.size, page.url()).toBeGreaterThan(5);
  }
}

const hasFocus = (wanted: Element) => wanted === document.activeElement;

/**
 * Where the focus is, asked in one go: at which of the page's elements ('' when the browser itself has it), how that lies
 * to the one that is wanted, and what is wrong with how it shows.
 */
function focusNow(wanted: Element | null): {
  stop: string;
  at: 'here' | 'before' | 'after' | null;
  faults: string[];
} {
  const now = document.activeElement;
  const group = (one: Element | null) =>
    one instanceof HTMLInputElement && one.type === 'radio' ? one.name : null;
  /** Of radio buttons the keyboard reaches the group; the arrows do the rest. */
  const isThere = now === wanted || (group(wanted) !== null && group(now) === group(wanted));
  const isBefore =
    wanted && now && now !== document.body
      ? now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING
      : 0;
  /** Nothing, when it is a stop that can be seen. WCAG 2.4.7, 2.4.11. */
  const focusFaults = (): string[] => {
    if (!now || now === document.body) return [];
    const shown = now.closest('label') ?? now;
    const name = `${now.tagName} ${now.id} "${shown.textContent?.trim().slice(0, 40)}"`;
    const ringed = [now, shown].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const [box] = shown.getClientRects();
    if (!box || box.width < 4 || box.height < 4) return [`${name} takes no room`];
    const faults = ringed ? [] : [`${name} has no ring`];
    // A box for many lines comes into sight where one writes in it.
    const fits = box.height < window.innerHeight / 2 && now.tagName !== 'TEXTAREA';
    if (fits && (box.top < 0 || box.bottom > window.innerHeight)) faults.push(`${name} is out of sight`);
    const heights = fits ? [box.top + 2, box.top + box.height / 2, box.bottom - 2] : [box.top + 2];
    for (const y of heights) {
      const seen = document.elementFromPoint(box.left + box.width / 2, y);
      if (!seen || !shown.contains(seen))
        faults.push(`${name} is covered by ${seen?.tagName} ${seen?.className}`);
    }
    return faults;
  };
  const at = isThere ? 'here' : isBefore ? 'before' : 'after';
  const stop = !now || now === document.body ? '' : String([...document.querySelectorAll('*')].indexOf(now));
  return { stop, at: wanted && at, faults: focusFaults() };
}
