// When a mail that was not taken is tried again, and when no more.

const SECOND = 1_000;
const FIRST_WAIT = 5 * SECOND;
const LONGEST_WAIT = 3_600 * SECOND;

/** Resend forgets an idempotency key after 24 hours: a mail is not tried until then, so that none goes out twice. */
export const TRIED_FOR = 20 * 3_600 * SECOND;

type Given = {
  /** How many tries there were, the one that has just failed included. */
  tries: number;
  firstTriedAt: Date;
  now: Date;
  /** Milliseconds the provider asked for; 0 for none. */
  retryAfter: number;
};

/**
 * Five seconds, and twice as long each time, up to an hour; of each a random half is taken off, so that what failed
 * together doesn't come again together. Never sooner than the provider asked. Null: 20 hours would be over by then.
 */
export function nextTry({ tries, firstTriedAt, now, retryAfter }: Given, random = Math.random): Date | null {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  const own = wait * (0.5 + 0.5 * random());
  // What was asked for is a bound: those that wait for it don't all come at that very moment.
  const asked = retryAfter && retryAfter + random() * Math.min(wait, 10 * SECOND);
  const at = new Date(now.getTime() + Math.ceil(Math.max(own, asked)));
  return at.getTime() - firstTriedAt.getTime() > TRIED_FOR ? null : at;
}
