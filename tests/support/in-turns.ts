// Many things to ask of the site, a few at a time: sooner done than one by one, and never so many that it turns somebody away.

const AT_ONCE = 4;

export async function inTurns<T>(all: readonly T[], ask: (one: T) => Promise<void>) {
  const left = [...all];
  const turn = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await ask(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}
