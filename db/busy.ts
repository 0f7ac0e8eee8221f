// When the data can't be had just now, that is said by name, and it is no fault: the answer is 503, and to try again.
import type { AsyncLocalStorage } from 'node:async_hooks';

/** No connection to the database is to be had just now; the answer is 503, and to try again. */
export class Busy extends Error {
  override name = 'Busy';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    // Next answers every page that throws with 500. Our server keeps a note for each request, and shows the right page.
    const note = atHand()?.getStore();
    if (note) note.busy = true;
  }
}

/** By name, not by class: the bundler may load this file more than once, and the gate is one for the whole process. */
export const isBusy = (error: unknown): boolean => error instanceof Error && error.name === 'Busy';

const atHand = () =>
  (globalThis as Record<symbol, unknown>)[Symbol.for('foyer.request')] as
    | AsyncLocalStorage<{ busy: boolean }>
    | undefined;

/** Named by the driver, by the operating system, or by a Postgres that is starting, stopping, full, or long at one row. */
const OUT_OF_REACH = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'],
  ...['57P01', '57P02', '57P03', '53300', '55P03'],
]);

/** Whether the database could not be reached, or went away: nothing was refused, and nothing is wrong with the question. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return OUT_OF_REACH.has(String((error as { code?: unknown }).code)) || isOutOfReach(error.cause);
}
