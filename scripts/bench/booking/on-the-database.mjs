// Starts the process that works without a web server between, and hands it rounds.
import { startWork } from '../work.mjs';

/** `script`: what it does. Returns, for `foyer` or `bare`, what does a round of so many things. */
export async function startOnTheDatabase(room, env, script) {
  const work = await startWork(room, env, script);
  return (who) => (atOnce, things, seconds) => work({ who, atOnce, things, seconds });
}
