// In the browser: j and k go down and up a list, o opens what has the focus, / goes to the search, ? shows the keys; never while somebody types.
'use client';

import { useEffect } from 'react';

/**
 * The list's own links carry `data-list-item`, its search `data-list-search`, and the `details` that names the keys
 * `data-list-keys`. The focus itself moves, so a screen reader follows. The page says how to turn the keys off.
 */
export function ListKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
      const items = [...document.querySelectorAll<HTMLElement>('[data-list-item]')];
      const at = items.findIndex((item) => isIn(item));
      if (event.key === 'j') items[Math.min(at + 1, items.length - 1)]?.focus();
      if (event.key === 'k') items[Math.max(at - 1, 0)]?.focus();
      if (event.key === 'o') items[at]?.click();
      if (event.key === '/') goToSearch(event);
      if (event.key === '?') showKeys();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return null;
}

/** The focus is on it, or elsewhere in the same entry of the list. */
const isIn = (item: HTMLElement): boolean =>
  (item.closest('li, tr') ?? item).contains(document.activeElement);

/** The slash itself is not to stand in the field. */
function goToSearch(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>('[data-list-search] input');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** Where the focus was before the keys were shown: it goes back there. */
let before: Element | null = null;

function showKeys() {
  const keys = document.querySelector<HTMLDetailsElement>('[data-list-keys] details');
  if (!keys) return;
  keys.open = !keys.open;
  if (keys.open) {
    before = document.activeElement;
    keys.querySelector('summary')?.focus();
  } else if (before instanceof HTMLElement) before.focus();
}
