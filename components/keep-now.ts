// In the browser: before a page is left in haste, whatever on it keeps what is typed is asked to keep it now.

const EVENT = 'keep-now';

/**
 * Resolves when everything asked has been handed in, or could not be; at once when nothing waits to be. True where nothing
 * that was typed is on this page alone.
 */
export async function keepNow(): Promise<boolean> {
  const handedIn: Promise<boolean>[] = [];
  window.dispatchEvent(new CustomEvent(EVENT, { detail: handedIn }));
  return (await Promise.allSettled(handedIn)).every((one) => one.status === 'fulfilled' && one.value);
}

/** `keep` is called whenever the page is about to go; it says whether all is kept. Returns how to stop that. */
export function onKeepNow(keep: () => Promise<boolean>): () => void {
  const asked = (event: Event) => {
    if (event instanceof CustomEvent && Array.isArray(event.detail)) event.detail.push(keep());
  };
  window.addEventListener(EVENT, asked);
  return () => window.removeEventListener(EVENT, asked);
}
