// A page on a narrow screen, or with large text: nothing sticks out, nothing is cut, and what is pressed is large enough.
import { expect, type Page } from '@playwright/test';

/** CSS pixels; WCAG 2.5.8 asks for 24. */
const TARGET = 44;

/** Fails where the page that is shown does not fit its window. */
export async function fits(page: Page) {
  expect(await page.evaluate(misfits, TARGET), page.url()).toEqual([]);
}

/** Fails where the page that is shown can be moved sideways; what scrolls by itself, such as a table, may. */
export async function keepsItsWidth(page: Page) {
  expect(await page.evaluate(sticksOut), page.url()).toEqual([]);
}

function sticksOut(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
    (one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 1,
  );
  return [
    `the page is ${scrollWidth} wide, of ${clientWidth}`,
    ...wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)),
  ];
}

function misfits(least: number): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide, of ${clientWidth}`] : [];
  const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) => one.checkVisibility());
  const named = (one: HTMLElement) => `${one.tagName}.${one.className} "${one.innerText?.slice(0, 30)}"`;
  const isForReaders = (one: Element | null): boolean =>
    one !== null &&
    (one.tagName === 'svg' || getComputedStyle(one).clipPath !== 'none' || isForReaders(one.parentElement));
  const scrolls = (one: Element | null): boolean =>
    one !== null && (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  for (const one of all) {
    if (isForReaders(one)) continue;
    const { left, right, height } = one.getBoundingClientRect();
    if ((right > clientWidth + 1 || left < -1) && !scrolls(one.parentElement))
      faults.push(`${named(one)} sticks out`);
    const { overflowX, display } = getComputedStyle(one);
    if (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1)
      faults.push(`${named(one)} is cut`);
    const isPressed =
      one.matches(
        'button, summary, select, textarea, label:has(input), input:not([type=radio], [type=checkbox])',
      ) ||
      (one.matches('a') && /flex/.test(display));
    if (isPressed && height < least) faults.push(`${named(one)} is ${height} high`);
  }
  return faults;
}
