// Runs one of our own TypeScript programs where its words are seen, and gives the code it ended with.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inProject, projectFolder } from '../launch/paths.mjs';
import { scriptArguments } from '../launch/run.mjs';
import { say } from '../launch/say.mjs';

/** 2 when it could not be run. */
export async function runHere(script, args, environment) {
  if (!existsSync(inProject('node_modules/tsx'))) {
    say('The packages are not installed: run "npm ci" first.');
    return 2;
  }
  const { args: node, env } = scriptArguments(script, environment);
  const child = spawn(process.execPath, [...node, ...args], { cwd: projectFolder, env, stdio: 'inherit' });
  return new Promise((answer) => {
    child.once('error', (error) => {
      say(error.message);
      answer(2);
    });
    child.once('exit', (code) => answer(code ?? 2));
  });
}
