// What a section can be, and when nothing is left to do in it.

/** `left`: done as well, with nothing said in it: all of it is left to talk about. */
export type SectionState = 'not-started' | 'in-progress' | 'done' | 'left';

export const isDone = (state: SectionState | undefined): boolean => state === 'done' || state === 'left';
