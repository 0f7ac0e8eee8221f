export function atATime<T, R>(
  atOnce: number,
  things: T[],
  one: (thing: T) => Promise<R>,
  seconds?: number,
): Promise<{ times: number[]; results: R[]; all: number }>;
export function within(share: number, times: number[]): number;
