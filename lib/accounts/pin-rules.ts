// What a PIN must be: digits enough that five tries in a quarter of an hour lead nowhere, and none that everybody tries first.

export const SHORTEST_PIN = 6;
export const LONGEST_PIN = 12;

export type PinFault = 'empty' | 'not-digits' | 'too-short' | 'too-long' | 'too-simple';

/** A PIN as it is compared: pasted spaces and hyphens do no harm, nor does a keyboard that writes digits in full width. */
export const normalisePin = (typed: string): string => typed.normalize('NFKC').replaceAll(/[\s\-‐-―]/g, '');

/** What is wrong with a normalised PIN somebody chose, or null. `too-simple`: one figure, a straight run, or a few figures over and over. */
export function pinFault(pin: string): PinFault | null {
  if (!pin) return 'empty';
  if (!/^\d+$/.test(pin)) return 'not-digits';
  if (pin.length < SHORTEST_PIN) return 'too-short';
  if (pin.length > LONGEST_PIN) return 'too-long';
  return isRun(pin, 1) || isRun(pin, 9) || repeats(pin) ? 'too-simple' : null;
}

/** 456789, 890123 (`step` 1) or 654321 (`step` 9): each figure follows from the one before. */
const isRun = (pin: string, step: number): boolean =>
  [...pin].every((figure, at) => at === 0 || Number(figure) === (Number(pin[at - 1]) + step) % 10);

/** 777777, 121212, 123123: three figures or fewer, again and again. */
const repeats = (pin: string): boolean =>
  [1, 2, 3].some((length) => [...pin].every((figure, at) => figure === pin[at % length]));
