// Starts the process that works without a web server between, and hands it rounds.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openLog } from '../../launch/data-folder.mjs';
import { scriptArguments } from '../../launch/run.mjs';

/** `script`: what it does. Returns, for `foyer` or `bare`, what does a round of so many things. */
export async function startOnTheDatabase(room, env, script) {
  const { args, env: told } = scriptArguments(script, env);
  const log = openLog(room.dataFolder, 'on-the-database');
  const child = fork(args.at(-1), {
    execArgv: args.slice(0, -1),
    env: told,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  });
  room.claim.started('on-the-database', child.pid);
  room.add({
    async stop() {
      child.kill();
      room.claim.started('on-the-database', null);
    },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`What works on the database ended with ${code}: ${log.path} says why.`);
  });
  ended.catch(() => {});
  const answer = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  await answer();
  return (who) => async (atOnce, things, seconds) => {
    const found = answer();
    child.send({ who, atOnce, things, seconds });
    return found;
  };
}
