// In the browser: before a page is left in haste, whatever on it keeps what is typed is asked to keep it now.

type Keep = () => Promise<boolean>;
const keepers = new Set<Keep>();

/**
 * Resolves when everything asked has been handed in, or could not be; at once when nothing waits to be. True where nothing
 * that was typed is on this page alone.
 */
export async function keepNow(): Promise<boolean> {
  return (await Promise.all([...keepers].map((keep) => keep()))).every(Boolean);
}

/** `keep` is called whenever the page is about to go; it says whether all is kept, and doesn't throw. Returns how to stop that. */
export function onKeepNow(keep: Keep): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}
