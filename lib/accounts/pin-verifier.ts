// What is kept of a PIN: a slow hash over the PIN and a key that is not in the database, so that a stolen dump can't be searched for it.
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { Busy } from '@/db/busy';
import { Gate } from '@/db/gate';
import { peppered } from '@/lib/vault/indexes';

// 32 MiB and about a third of a second a try: OWASP's password storage cheat sheet, scrypt, N 2^15, r 8, p 3.
const NEW = { N: 2 ** 15, r: 8, p: 3 };
const BYTES = 32;

/** How many PINs wait for their turn: the last of them about two seconds. */
export const MOST_WAITING = 6;
/** Longer than that takes on a machine that has other things to do, in milliseconds. */
const PATIENCE = 30_000;

// One at a time in a process: a hash takes one of the four threads that files, names and gzip share, and the other three
// stay free for what answers everybody else. One gate also where the bundler loads this file more than once.
const kept = globalThis as typeof globalThis & { foyerHashes?: Gate };
kept.foyerHashes ??= new Gate(1, MOST_WAITING, PATIENCE);
const turns = kept.foyerHashes;

/** Throws `Busy` when whoever comes now would not get a turn: before anything is counted against them. */
export function refuseIfCrowded() {
  if (turns.full) throw new Busy('too many PINs at once');
}

/** `scrypt$N$r$p$salt$hash`, salt (16 bytes) and hash in base64url. Bound to the account: in another's row it fits nobody. Throws `Busy`. */
export async function pinVerifier(accountId: string, pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await hashOf(accountId, pin, salt, NEW);
  return ['scrypt', NEW.N, NEW.r, NEW.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether `pin` is the one behind `verifier`, in the same time whatever it is. Throws `Busy`. */
export async function pinFits(accountId: string, pin: string, verifier: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = verifier.split('$');
  if (kind !== 'scrypt') throw new Error('a PIN is kept in a way this version does not know');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await hashOf(accountId, pin, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'));
}

function hashOf(accountId: string, pin: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  const words = peppered('pin', accountId, pin);
  return turns.pass(
    () =>
      new Promise((answer, fail) =>
        scrypt(words, salt, BYTES, { ...cost, maxmem: 128 * 1024 * 1024 }, (error, hash) =>
          error ? fail(error) : answer(hash),
        ),
      ),
  );
}
