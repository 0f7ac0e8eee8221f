// Starts the process that works on the database without a web server between, and hands it one order after the other.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { openLog } from '../launch/data-folder.mjs';
import { scriptArguments } from '../launch/run.mjs';

/** `script`: what it does. Answers with `work(order)`, which answers with what came of it. */
export async function startWork(room, env, script) {
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
  return (order) => {
    const found = answer();
    child.send(order);
    return found;
  };
}
