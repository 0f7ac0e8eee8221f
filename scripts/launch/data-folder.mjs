// FOYER_DATA: made when it is missing, open to be passed through by Postgres' user, its files readable by nobody else.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop } from './say.mjs';

const LOG_BYTES = 10 * 1024 * 1024;

/** With the folders above it; Node's own way of doing so never comes back where a system refuses oddly. */
function makeFolder(path) {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** The folder's real path; stops when it can't be made or written. */
export function openDataFolder(path) {
  try {
    if (!existsSync(path)) {
      makeFolder(path);
      chmodSync(path, 0o711);
    }
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    mkdirSync(join(path, 'log'), { recursive: true, mode: 0o700 });
    return realpathSync(path);
  } catch {
    throw new Stop(
      `FOYER_DATA is ${path}, which can't be written: set FOYER_DATA to a folder that you may write.`,
    );
  }
}

/** Root may start what an ordinary user will start again: what is written stays that user's. */
function asItsFolder(path) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

/** A log of that name, opened for adding; one that has grown past 10 MB is kept aside as `.1`. */
export function openLog(folder, name) {
  const path = join(folder, 'log', `${name}.log`);
  if (existsSync(path) && statSync(path).size > LOG_BYTES) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a', 0o600);
  asItsFolder(path);
  return { path, fd };
}

export function readJson(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Stop(`${path} can't be read: put the file back as it was, or move it away to begin again.`);
  }
}

/** Written whole or not at all, readable by its owner alone. */
export function writePrivate(path, text) {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  asItsFolder(`${path}.new`);
  renameSync(`${path}.new`, path);
}
