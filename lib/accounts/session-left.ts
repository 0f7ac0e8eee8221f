// How long the session of the page at hand still has: noted by whoever asked who is here, read by the page's frame.
import { cache } from 'react';

/** In milliseconds from now: durations, because the clock of a browser may be a day off. */
export type SessionLeft = {
  /** Until it idles out. */
  idleIn: number;
  /** Until it ends, used or not. */
  endsIn: number;
};

/** One note a page; in a route, which shows no page, it is forgotten at once. */
const noted = cache((): { left?: SessionLeft; whose?: string } => ({}));

export function noteSessionLeft(left: SessionLeft, whose: string) {
  Object.assign(noted(), { left, whose });
}

/** What was noted for this page; undefined when nobody is signed in. */
export const sessionLeft = (): SessionLeft | undefined => noted().left;

/** Whose session it is that the page is made for. */
export const sessionOwner = (): string | undefined => noted().whose;
