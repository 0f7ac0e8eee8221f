// The one way a file, or an answer for a program, is given out: when the data or a turn can't be had just now, it says so with 503.
import { headers } from 'next/headers';
import { isBusy } from '@/db/busy';
import { plainAnswer } from './plain-answer';

type Get<Asked extends unknown[]> = (...asked: Asked) => Promise<Response>;

/**
 * Builds a route's `GET`. Next answers a route that throws with an empty 500; of one that is busy, whoever asked for a
 * page gets the whole page that says so (`scripts/serve/whole-error-pages.mjs`).
 */
export function readRoute<Asked extends unknown[]>(answer: Get<Asked>): Get<Asked> {
  return async (...asked) => {
    try {
      return await answer(...asked);
    } catch (error) {
      if (isBusy(error)) return plainAnswer('503', (await headers()).get('x-nonce'));
      throw error;
    }
  };
}
