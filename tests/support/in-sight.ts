// In high contrast the system's colours replace ours: each control must still differ from what it stands on.
import { expect, type Page } from '@playwright/test';

/** Fails where something to press, tick or fill in can't be told from its ground. */
export async function controlsShow(page: Page) {
  expect(await page.evaluate(unseen), page.url()).toEqual([]);
}

function unseen(): string[] {
  const isClear = (colour: string) => colour === 'transparent' || /, 0\)$/.test(colour);
  const groundOf = (one: Element | null): string => {
    if (!one) return 'none';
    const { backgroundColor } = getComputedStyle(one);
    return isClear(backgroundColor) ? groundOf(one.parentElement) : backgroundColor;
  };
  const controls = document.body.querySelectorAll<HTMLElement>(
    'a[href], button, summary, select, textarea, input',
  );
  return [...controls]
    .filter((one) => one.checkVisibility() && !one.closest('.skip-link, noscript'))
    .flatMap((one) => {
      const { color, borderTopStyle, borderTopColor, borderTopWidth, appearance } = getComputedStyle(one);
      const name = `${one.tagName} ${one.id} "${one.innerText?.slice(0, 30)}"`;
      const isNative = one.matches('[type=radio], [type=checkbox]') && appearance !== 'none';
      if (isNative) return [];
      const edge = borderTopStyle !== 'none' && borderTopWidth !== '0px' ? borderTopColor : 'none';
      const faults = color === groundOf(one) ? [`${name} has words in the colour of its ground`] : [];
      const needsEdge = one.matches('button[class*="border"], select, textarea, input, .edge');
      if (needsEdge && (edge === 'none' || edge === groundOf(one.parentElement)))
        faults.push(`${name} has no edge`);
      return faults;
    });
}
