// Where the embedded database lives: inside FOYER_DATA, or, when its user can't get there, in a folder of its own.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './data-folder.mjs';
import { anyFreePort, isFree } from './ports.mjs';
import { MADE } from './postgres.mjs';
import { sharedFolder } from './postgres-binaries.mjs';
import { canReach, postgresUser } from './postgres-user.mjs';
import { Stop, say } from './say.mjs';

function emptyFolder(path, user) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}

function choose(dataFolder, user) {
  const inside = join(dataFolder, 'postgres');
  emptyFolder(inside, user);
  if (canReach(user, inside)) return inside;
  rmSync(inside, { recursive: true });
  const outside = join(sharedFolder, `data-${randomBytes(8).toString('hex')}`);
  try {
    emptyFolder(outside, user);
  } catch {
    throw new Stop(
      `Postgres runs as "${user.name}", who can't enter ${dataFolder}: set FOYER_DATA to a folder that everybody may enter.`,
    );
  }
  say(`Postgres runs as "${user.name}", who can't enter ${dataFolder}: its data is kept in ${outside}.`);
  return outside;
}

function whereItWas(known, dataFolder) {
  if (!known) return null;
  const folder = known.folder ?? join(dataFolder, 'postgres');
  if (!existsSync(join(folder, MADE))) return null;
  const owner = statSync(folder).uid;
  const me = process.getuid?.();
  if (me !== undefined && me !== 0 && me !== owner) {
    throw new Stop(
      `The database in ${folder} belongs to another user: start Foyer as that user, or set FOYER_DATA to another folder.`,
    );
  }
  return { folder, user: postgresUser(owner) };
}

/** `{ folder, user, port }`, the same at every start as long as the port is free. */
export async function postgresPlace(dataFolder) {
  const file = join(dataFolder, 'database.json');
  const known = readJson(file);
  const was = whereItWas(known, dataFolder);
  const user = was ? was.user : postgresUser();
  const folder = was ? was.folder : choose(dataFolder, user);
  const port = known?.port && (await isFree(known.port)) ? known.port : await anyFreePort();
  const inside = folder === join(dataFolder, 'postgres');
  writePrivate(file, `${JSON.stringify(inside ? { port } : { port, folder }, null, 2)}\n`);
  return { folder, user, port };
}
