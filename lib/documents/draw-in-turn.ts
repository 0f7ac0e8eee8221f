// Files are drawn a few at a time, and one for each account: whoever asks for many waits behind themselves, and nobody else does.
import { Gate } from '@/db/gate';

/** Milliseconds. */
const PATIENCE = 10_000;

type Turns = { all: Gate; own: Map<string, Gate> };
// One set of turns a process, also where the bundler loads this file more than once.
const kept = globalThis as typeof globalThis & { foyerDrawing?: Turns };
kept.foyerDrawing ??= { all: new Gate(2, 8, PATIENCE), own: new Map() };
const { all, own } = kept.foyerDrawing;

/**
 * Runs `draw` for the account `whose`: two at once in a process, eight waiting; of one account one at once, two waiting.
 * Throws `Busy` for whoever comes after those.
 */
export async function drawInTurn<T>(whose: string, draw: () => Promise<T>): Promise<T> {
  const mine = own.get(whose) ?? new Gate(1, 2, PATIENCE);
  own.set(whose, mine);
  try {
    return await mine.pass(() => all.pass(draw));
  } finally {
    if (mine.empty) own.delete(whose);
  }
}
