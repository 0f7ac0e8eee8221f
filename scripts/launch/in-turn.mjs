// Lets one process at a time change what all starts share: the installed packages and the built site.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inProject } from './paths.mjs';
import { isRunning, markOf } from './processes.mjs';
import { say } from './say.mjs';

/** In the one folder that neither npm nor Next empties. */
const lock = inProject('.next/cache/foyer.lock');

/** Whoever holds it is gone: ended before it could let go. A lock that is being written is not judged yet. */
function isLeft() {
  try {
    if (statSync(lock).mtimeMs > Date.now() - 1000) return false;
    return !isRunning(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return false;
  }
}

async function take() {
  mkdirSync(dirname(lock), { recursive: true });
  for (let said = false; ; await pause(200)) {
    try {
      return writeFileSync(lock, JSON.stringify(markOf(process.pid)), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeft()) rmSync(lock, { force: true });
    else if (!said) {
      say('Another start is installing or building here: waiting for it.');
      said = true;
    }
  }
}

export async function inTurn(work) {
  await take();
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
