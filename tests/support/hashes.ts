// The slow hash behind a PIN, for tests: counted, or made quick where only what follows from it is asked.
import crypto, { type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type Answer = (error: Error | null, hash: Buffer) => void;

/** Puts that in the place of `scrypt` in this process; returns what puts the real one back. */
function instead(hash: (real: typeof crypto.scrypt) => typeof crypto.scrypt) {
  const real = crypto.scrypt;
  const put = (one: typeof crypto.scrypt) => {
    crypto.scrypt = one;
    syncBuiltinESMExports();
  };
  put(hash(real));
  return () => put(real);
}

/** A thousandth of the work: who sets a PIN and gives it meets the same hash both times. Returns what ends it. */
export const quickHashes = () =>
  instead(
    (real) =>
      ((password: Buffer, salt: Buffer, bytes: number, _cost: ScryptOptions, answer: Answer) =>
        real(password, salt, bytes, { N: 2 ** 5, r: 8, p: 1 }, answer)) as typeof crypto.scrypt,
  );

/** How many hashes were begun from now on, and how many ran at once at most. */
export function countingHashes() {
  const counted = { begun: 0, now: 0, most: 0 };
  const end = instead(
    (real) =>
      ((password: Buffer, salt: Buffer, bytes: number, cost: ScryptOptions, answer: Answer) => {
        counted.begun += 1;
        counted.now += 1;
        counted.most = Math.max(counted.most, counted.now);
        real(password, salt, bytes, cost, (...ended) => {
          counted.now -= 1;
          answer(...ended);
        });
      }) as typeof crypto.scrypt,
  );
  return {
    end() {
      end();
      return counted;
    },
  };
}
