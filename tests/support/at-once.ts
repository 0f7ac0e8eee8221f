// Many askings at the same moment: whoever is turned away because too many came asks again, as their browser would.
import { isBusy } from '@/db/busy';

async function untilLetIn<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
}

/** Asks that many times at once, and gives all the answers; on a busy machine too, where the gate has not the time for all of them. */
export const atOnce = <T>(times: number, ask: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => untilLetIn(() => ask(at))));
