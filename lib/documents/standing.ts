// Where a client stands with a document: what its newest version asks of whoever signed an earlier one.

export const STANDINGS = [
  'unsigned',
  'holds',
  'holds-with-notice',
  'again-before-session',
  'again-first',
  'withdrawn',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** `signed`: the newest record of this document by this client, or null. `versions`: all published ones of its locale, any order. */
export function standingOf(
  signed: { version: number; kind: 'signature' | 'acknowledgement' | 'receipt' | 'withdrawal' } | null,
  versions: readonly { version: number; changeClass: 'first' | 'editorial' | 'material' | 'legal' }[],
): Standing {
  if (!signed) return 'unsigned';
  if (signed.kind === 'withdrawal') return 'withdrawn';
  const since = versions.filter(({ version }) => version > signed.version).map((each) => each.changeClass);
  if (since.includes('legal')) return 'again-first';
  if (since.includes('material')) return 'again-before-session';
  return since.includes('editorial') ? 'holds-with-notice' : 'holds';
}
