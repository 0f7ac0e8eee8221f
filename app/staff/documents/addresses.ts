// Where the pages of a document are, what their addresses say, and the keys of their forms.

export const DOCUMENTS = '/staff/documents';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const documentPage = (slug: string | undefined): string =>
  `${DOCUMENTS}/${encodeURIComponent(slug ?? '')}`;

export const versionPage = (slug: string, version: number): string =>
  `${documentPage(slug)}/versions/${version}`;
export const draftPage = (slug: string | undefined): string => `${documentPage(slug)}/draft`;
export const discardPage = (slug: string | undefined): string => `${draftPage(slug)}/discard`;
export const publishPage = (slug: string | undefined): string => `${documentPage(slug)}/publish`;

const keyOf = (slug: string | undefined, what: string) => `${DOCUMENTS}/${(slug ?? '').slice(0, 40)}/${what}`;
export const draftForm = (slug: string | undefined): string => keyOf(slug, 'draft');
export const publishForm = (slug: string | undefined): string => keyOf(slug, 'publish');

export type Query = Record<string, string | string[] | undefined>;
export type Search = { searchParams: Promise<Query> };

/** The first of what an address says under that name. */
export const oneOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** A whole number from a form or an address; null for anything else. */
export const numberIn = (given: string | undefined): number | null =>
  /^\d{1,9}$/.test(given ?? '') ? Number(given) : null;

const PROBLEMS = [
  'not-allowed',
  'unknown-version',
  'edited-meanwhile',
  'gone',
  'older-than-current',
  'not-valid',
  'nothing-changed',
] as const;

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): (typeof PROBLEMS)[number] | null =>
  PROBLEMS.find((each) => each === oneOf(given)) ?? null;
