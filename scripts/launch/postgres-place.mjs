// Where the embedded database lives: inside FOYER_DATA, or, when its user can't get there, in a folder of its own.
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson, writePrivate } from './data-folder.mjs';
import { anyFreePort, isFree } from './ports.mjs';
import { MADE } from './postgres.mjs';
import { openSharedFolder, sharedFolder } from './postgres-binaries.mjs';
import { canReach, postgresUser } from './postgres-user.mjs';
import { Stop, say } from './say.mjs';

function emptyFolder(path, user) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}

/** As root only: a folder of our own, under one that everybody may enter. */
function folderOutside(dataFolder, user) {
  const folder = join(sharedFolder, `data-${randomBytes(8).toString('hex')}`);
  openSharedFolder(user);
  emptyFolder(folder, user);
  writeFileSync(`${folder}.for`, dataFolder);
  say(`Postgres runs as "${user.name}", who can't enter ${dataFolder}: its data is kept in ${folder}.`);
  return folder;
}

function choose(dataFolder, user) {
  const inside = join(dataFolder, 'postgres');
  emptyFolder(inside, user);
  if (canReach(user, inside)) return inside;
  rmSync(inside, { recursive: true });
  sweepThrownAway();
  return folderOutside(dataFolder, user);
}

/** Clones that were tried in the temporary folder and deleted leave no database behind. */
function sweepThrownAway() {
  if (!existsSync(sharedFolder)) return;
  for (const name of readdirSync(sharedFolder).filter((each) => each.endsWith('.for'))) {
    const note = join(sharedFolder, name);
    const owner = readFileSync(note, 'utf8');
    if (!owner.startsWith(`${realpathSync(tmpdir())}/`) || existsSync(owner)) continue;
    rmSync(note.slice(0, -'.for'.length), { recursive: true, force: true });
    rmSync(note);
  }
}

function whereItWas(known, dataFolder) {
  if (!known) return null;
  const folder = known.folder ?? join(dataFolder, 'postgres');
  if (!existsSync(join(folder, MADE))) {
    if (!known.made) return null;
    throw new Stop(
      `The database in ${folder} is gone: put it back, or delete ${dataFolder} to begin again with an empty clinic.`,
    );
  }
  const owner = statSync(folder).uid;
  const me = process.getuid?.();
  if (me !== undefined && me !== 0 && me !== owner) {
    throw new Stop(
      `The database in ${folder} belongs to another user: start Foyer as that user, or set FOYER_DATA to another folder.`,
    );
  }
  return { folder, user: postgresUser(owner) };
}

const noteIn = (dataFolder) => join(dataFolder, 'database.json');

function keepNote(dataFolder, { folder, port, made }) {
  const inside = folder === join(dataFolder, 'postgres');
  writePrivate(
    noteIn(dataFolder),
    `${JSON.stringify({ port, made, folder: inside ? undefined : folder }, null, 2)}\n`,
  );
}

/** `{ folder, user, port, made }`, the same at every start as long as the port is free. */
export async function postgresPlace(dataFolder) {
  const known = readJson(noteIn(dataFolder));
  const was = whereItWas(known, dataFolder);
  const user = was ? was.user : postgresUser();
  const folder = was ? was.folder : choose(dataFolder, user);
  const port = known?.port && (await isFree(known.port)) ? known.port : await anyFreePort();
  const place = { folder, user, port, made: known?.made ?? false };
  keepNote(dataFolder, place);
  return place;
}

/** From now on, a missing database is a loss that is told. */
export function placeIsMade(dataFolder, place) {
  if (!place.made) keepNote(dataFolder, { ...place, made: true });
}
