// So many things done at a time, for so long, and how long each took.

/** Does `one(thing)` for all of them, `atOnce` at a time, and begins none after `seconds`. `times` and `all` in milliseconds. */
export async function atATime(atOnce, things, one, seconds = Number.POSITIVE_INFINITY) {
  const waiting = things.values();
  const times = [];
  const results = [];
  const began = performance.now();
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      const since = performance.now();
      results.push(await one(next.value));
      times.push(performance.now() - since);
      if (performance.now() - began > seconds * 1000) break;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { times, results, all: performance.now() - began };
}

/** The time within which that share (0 to 1) of all was done. */
export function within(share, times) {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
