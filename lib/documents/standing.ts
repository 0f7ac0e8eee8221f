// Whether what a client signed still counts, and what they must sign before they go on: one rule for every page and verb.

export const STANDINGS = [
  'unsigned',
  'holds',
  'holds-with-notice',
  'again-before-session',
  'again-first',
  'withdrawn',
] as const;
export type Standing = (typeof STANDINGS)[number];

type Kind = 'signature' | 'acknowledgement' | 'receipt' | 'withdrawal';
export type ChangeClass = 'first' | 'editorial' | 'material' | 'legal';
type Version = { version: number; changeClass: ChangeClass };

/** `signed`: the newest record of this document by this client, or null. `versions`: all published ones of its locale, any order. */
export function standingOf(
  signed: { version: number; kind: Kind } | null,
  versions: readonly Version[],
): Standing {
  if (!signed) return 'unsigned';
  if (signed.kind === 'withdrawal') return 'withdrawn';
  const since = versions.filter(({ version }) => version > signed.version);
  const has = (change: ChangeClass) => since.some(({ changeClass }) => changeClass === change);
  if (has('legal')) return 'again-first';
  if (has('material')) return 'again-before-session';
  return has('editorial') ? 'holds-with-notice' : 'holds';
}

/** The versions as they count for this document: the disclaimer asks again with every new one, however small the change. */
export const countedVersions = <V extends Version>(slug: string, versions: readonly V[]): V[] =>
  versions.map((one) =>
    slug === 'information' && one.changeClass === 'editorial' ? { ...one, changeClass: 'material' } : one,
  );

/** What was signed counts as it is. */
export const holds = (standing: Standing): boolean =>
  standing === 'holds' || standing === 'holds-with-notice';

/** It was signed, and the text has changed so much since that it has to be signed again. */
export const asksAgain = (standing: Standing): boolean =>
  standing === 'again-first' || standing === 'again-before-session';

/**
 * Whether this document has to be signed before a client may do this. A legal change stands before every form and every
 * time; a material one, like a signature that is missing or was withdrawn, stands before a time when it is `needed` to
 * book one.
 */
export const comesBefore = (what: 'form' | 'booking', standing: Standing, needed: boolean): boolean =>
  standing === 'again-first' || (what === 'booking' && needed && !holds(standing));
