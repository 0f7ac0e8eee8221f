// In the browser: before a page is left in haste, whatever on it keeps what is typed is asked to keep it now.

const EVENT = 'keep-now';

/** Resolves when everything asked has been handed in, or could not be; at once when nothing waits to be. */
export async function keepNow(): Promise<void> {
  const handedIn: Promise<unknown>[] = [];
  window.dispatchEvent(new CustomEvent(EVENT, { detail: handedIn }));
  await Promise.allSettled(handedIn);
}

/** `keep` is called whenever the page is about to go. Returns how to stop that. */
export function onKeepNow(keep: () => Promise<unknown>): () => void {
  const asked = (event: Event) => {
    if (event instanceof CustomEvent && Array.isArray(event.detail)) event.detail.push(keep());
  };
  window.addEventListener(EVENT, asked);
  return () => window.removeEventListener(EVENT, asked);
}
