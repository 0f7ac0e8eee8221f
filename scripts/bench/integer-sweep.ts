// The baseline: free times where a day has 1,440 minutes, nobody's clock changes and nobody is ever away.

export interface Days {
  days: number;
  /** Minutes after midnight. */
  opens: number;
  closes: number;
  session: number;
  step: number;
  /** Minutes since the first midnight, half-open, in order and apart. */
  taken: readonly (readonly [number, number])[];
}

/** Starts, in minutes since the first midnight. */
export function sweep({ days, opens, closes, session, step, taken }: Days): number[] {
  const starts: number[] = [];
  let next = 0;
  for (let day = 0; day < days; day++) {
    for (let at = day * 1440 + opens; at + session <= day * 1440 + closes; at += step) {
      while (next < taken.length && (taken[next]?.[1] ?? 0) <= at) next++;
      if (next === taken.length || (taken[next]?.[0] ?? 0) >= at + step) starts.push(at);
    }
  }
  return starts;
}
