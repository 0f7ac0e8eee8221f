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

/**
 * Elements, attributes and where there is text: all of a page that axe judges by, without what differs from person to
 * person or from question to question. Names are left out, but for those that stand twice or point nowhere; of the same
 * thing over and over, two stand for all.
 */
function frameOfPage(): string {
  const differs = /^(nonce|value|action|src|content|data-|style$)/;
  const names = /^(id|for|name|href|aria-(labelledby|describedby|controls|details|errormessage|owns))$/;
  const words = /^(aria-label|title|alt|placeholder|datetime)$/;
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion)'];
  const written = (name: string, value: string) => {
    if (words.test(name)) return value.trim() === '' ? 'nothing' : 'words';
    return names.test(name) ? value.replace(/[^\s#]+/g, 'name') : value;
  };
  const frame = (element: Element): string => {
    if (/^(script|link|meta)$/i.test(element.tagName)) return '';
    const attributes = [...element.attributes]
      .filter(({ name, value }) => !differs.test(name) && (name !== 'href' || value.startsWith('#')))
      .map(({ name, value }) => `${name}=${written(name, value)}`);
    const inside: string[] = [];
    for (const node of element.childNodes) {
      const one =
        node instanceof Element ? frame(node) : node instanceof Text && node.data.trim() !== '' ? 'text' : '';
      if (one !== '' && !(inside.at(-1) === one && inside.at(-2) === one)) inside.push(one);
    }
    return `<${element.tagName} ${attributes.join(' ')}>${inside.join('')}</>`;
  };
  // Two of a name, or a name that points nowhere, are faults that a page without names would hide.
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const pointing = 'for aria-labelledby aria-describedby aria-controls aria-errormessage aria-owns'.split(
    ' ',
  );
  const nowhere = pointing.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)]
      .flatMap((element) => (element.getAttribute(name) ?? '').split(/\s+/))
      .filter((id) => !ids.includes(id)),
  );
  return [
    innerWidth,
    getComputedStyle(document.documentElement).fontSize,
    ...media.map((query) => matchMedia(query).matches),
    document.title === '',
    ...twice,
    ...nowhere,
    frame(document.documentElement),
  ].join(' ');
}
