// What the person who started Foyer sees: one line a step with how long it took, and one sentence when it cannot go on.

/** A start that cannot go on, with the sentence that says what to do about it. */
export class Stop extends Error {}

// Whoever listened may have left (`npm start | head`): that is no reason to stop.
process.stdout.on('error', () => {});

export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`;

/** Says what is being done while `work` runs: a running count on a terminal, a line now and then elsewhere. */
export async function step(what, work) {
  const began = Date.now();
  const tty = process.stdout.isTTY;
  if (tty) process.stdout.write(`${what} …`);
  else say(`${what} …`);
  const timer = setInterval(
    () =>
      tty ? process.stdout.write(`\r${what} … ${seconds(began)}`) : say(`  still at it: ${seconds(began)}`),
    tty ? 1000 : 20_000,
  );
  try {
    const result = await work();
    if (tty) process.stdout.write(`\r${what}: done in ${seconds(began)}\n`);
    else say(`  done in ${seconds(began)}`);
    return result;
  } catch (error) {
    if (tty) say();
    throw error;
  } finally {
    clearInterval(timer);
  }
}
