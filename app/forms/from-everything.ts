// Whoever changes an answer from the page that shows everything comes back to it.

/** The field and the query that say so. */
export const FROM = 'from';
export const FROM_EVERYTHING = 'everything';

export const pathFrom = (path: string, fromEverything: boolean): string =>
  fromEverything ? `${path}?${FROM}=${FROM_EVERYTHING}` : path;
