// What stands in somebody's way on a page, by axe: each kind of page is looked at once a run, since another name in it changes no finding.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { runFolder } from './run-folder';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `rule: where`, one a fault; empty when there is none. `rules` are axe's, when it is not to be all of those that count. */
export async function accessFaults(page: Page, rules?: string[]): Promise<string[]> {
  // Before its style sheet is there a page stands, and is not yet what anybody sees.
  await page.waitForLoadState('load');
  const seen = join(runFolder(), 'looked-at');
  const print = createHash('sha256')
    .update(`${rules} ${await page.evaluate(frameOfPage)}`)
    .digest('hex');
  if (existsSync(join(seen, print))) return [];
  // Its other mode opens a page of its own each time, for frames of other hosts: there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  if (violations.length === 0) {
    mkdirSync(seen, { recursive: true });
    writeFileSync(join(seen, print), '');
  }
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html}`)}`);
}

/** Elements, attributes and where there is text: all of a page that axe judges by, without what differs from person to person. */
function frameOfPage(): string {
  const differs = /^(nonce|value|action|src|content|data-|style$)/;
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion)'];
  const parts = [
    innerWidth,
    getComputedStyle(document.documentElement).fontSize,
    ...media.map((query) => matchMedia(query).matches),
  ];
  const walk = (element: Element) => {
    if (/^(script|link|meta)$/i.test(element.tagName)) return;
    const attributes = [...element.attributes].filter(
      ({ name, value }) => !differs.test(name) && (name !== 'href' || value.startsWith('#')),
    );
    parts.push(element.tagName, ...attributes.map(({ name, value }) => `${name}=${value}`));
    for (const node of element.childNodes) {
      if (node instanceof Element) walk(node);
      else if (node instanceof Text && node.data.trim() !== '') parts.push('text');
    }
    parts.push('/');
  };
  walk(document.documentElement);
  return `${document.title === ''} ${parts.join(' ')}`;
}
