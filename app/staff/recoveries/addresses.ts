// Where a recovery's pages are, and what stood in the way there.

export const RECOVERIES = '/staff/recoveries';
/** The key of the search that was typed last. */
export const SEARCH_FORM = 'staff/recoveries/find';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const recoveryPage = (reference: string | undefined): string =>
  `${RECOVERIES}/${encodeURIComponent(reference ?? '')}`;

/** By the reference of a submission. */
export const startPage = (reference: string | undefined): string =>
  `${RECOVERIES}/start/${encodeURIComponent(reference ?? '')}`;

/** The key of a recovery somebody began to fill in. */
export const startForm = (reference: string | undefined): string =>
  `staff/recoveries/start/${(reference ?? '').slice(0, 20)}`;

const PROBLEMS = [
  'not-allowed',
  'not-fresh',
  'unknown',
  'disabled',
  'objected',
  'not-open',
  'own-recovery',
  'too-early',
  'address-taken',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): Problem | null =>
  PROBLEMS.find((each) => each === given) ?? null;
