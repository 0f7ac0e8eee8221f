// Runs the benches, each on a site of its own where it needs one: a throw-away database, which ends with it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inHouse } from '../launch/house.mjs';
import { Stop, say } from '../launch/say.mjs';
import { roomIn } from './site.mjs';

/**
 * A file each, loaded when it is asked for. Its `run(room)` opens what it needs in that part of the house, measures,
 * and prints a table that holds a baseline measured in the same run.
 */
const BENCHES = {
  availability: () => import('./availability.mjs'),
  booking: () => import('./booking/booking.mjs'),
  messages: () => import('./messages.mjs'),
  pages: () => import('./pages.mjs'),
  queue: () => import('./queue/queue.mjs'),
  saving: () => import('./saving/saving.mjs'),
};

/** What the shell may keep: a bench sends no mail through anybody and touches no other database. */
const KEPT = /^(PATH|HOME|TMPDIR|LANG|CHROME_PATH|npm_.*)$/;

function asked(names) {
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
  if (unknown.length > 0)
    throw new Stop(`There is no bench "${unknown[0]}": there is ${Object.keys(BENCHES).join(', ')}.`);
  return names.length > 0 ? names : Object.keys(BENCHES);
}

/** Postgres' own user passes through it. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  chmodSync(folder, 0o711);
  return folder;
}

async function runAll(house, names) {
  for (const name of names) {
    say(`── ${name}`);
    const { run } = await BENCHES[name]();
    const room = roomIn(house, name);
    await run(room);
    await room.end();
    say();
  }
  await house.stop();
}

export function bench() {
  for (const name of Object.keys(process.env)) if (!KEPT.test(name)) delete process.env[name];
  let names;
  const folder = () => {
    names = asked(process.argv.slice(2));
    const made = newFolder();
    // What failed names its log, which then stays.
    process.on('exit', (code) => code === 0 && rmSync(made, { recursive: true, force: true }));
    return made;
  };
  return inHouse(folder, (house) => runAll(house, names));
}
