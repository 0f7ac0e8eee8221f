// Runs one program to its end, its output in a log that is named when it fails.
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { openLog } from './data-folder.mjs';
import { inProject, projectFolder } from './paths.mjs';
import { Stop } from './say.mjs';

/**
 * `house` knows the data folder and writes down what runs. Stops with `otherwise`, and where the log is, when it fails.
 * In a group of its own, so that Ctrl-C reaches the launcher alone and it decides who stops when.
 */
export async function run(house, name, program, args, { env = process.env, otherwise }) {
  const log = openLog(house.dataFolder, name);
  try {
    const ended = await new Promise((answer) => {
      const child = spawn(program, args, {
        cwd: projectFolder,
        env,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
      });
      house.claim.started(name, child.pid);
      child.once('error', (error) => answer(error.message));
      child.once('exit', (code, signal) => answer(signal ?? code));
    });
    if (ended !== 0) throw new Stop(`${otherwise} (${ended}): ${log.path} says why.`);
  } finally {
    house.claim.started(name, null);
    closeSync(log.fd);
  }
}

/** How Node runs one of our own TypeScript programs, by its path in the project. */
export function scriptArguments(script, env) {
  const loader = pathToFileURL(inProject('node_modules/tsx/dist/loader.mjs')).href;
  return {
    args: ['--import', loader, inProject(script)],
    env: { ...env, TSX_TSCONFIG_PATH: inProject('scripts/tsconfig.json') },
  };
}

/** The same for one of our own TypeScript programs. */
export function runScript(house, name, script, { args: more = [], env, otherwise }) {
  const { args, env: told } = scriptArguments(script, env);
  return run(house, name, process.execPath, [...args, ...more], { env: told, otherwise });
}
