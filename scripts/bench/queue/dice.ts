// Numbers that look thrown and are the same in every run.

export type Dice = (below: number) => number;

/** `roll(below)` gives a whole number from 0 up to it. */
export function dice(seed: number): Dice {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
