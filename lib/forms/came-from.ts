// Where a page of the forms was opened from, so that whoever changes one answer comes back to where they were.

/**
 * `everything`: the page that shows all before it is sent. After that, `sent`: what was sent, to put something right;
 * `asked`: what a clinician asked for.
 */
export const PLACES = ['everything', 'sent', 'asked'] as const;
export type CameFrom = (typeof PLACES)[number];

/** The field and the query that say so. */
export const FROM = 'from';

export const cameFrom = (given: string | undefined): CameFrom | null =>
  PLACES.find((each) => each === given) ?? null;

export const pathFrom = (path: string, from: CameFrom | null): string =>
  from ? `${path}?${FROM}=${from}` : path;

/** They opened what was sent, to change it: a page left open from before doesn't say so, and changes nothing. */
export const corrects = (from: CameFrom | null | undefined): boolean => from === 'sent' || from === 'asked';
