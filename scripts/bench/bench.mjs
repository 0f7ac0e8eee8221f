// Runs the benches against a site of their own: the demo clinic on a throw-away database, which ends with them.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inHouse } from '../launch/house.mjs';
import { anyFreePort } from '../launch/ports.mjs';
import { Stop, say } from '../launch/say.mjs';
import { readLaunchSettings } from '../launch/settings.mjs';
import { openSite } from '../launch/start.mjs';

/**
 * A file each, loaded when it is asked for. Its `run({ house, url })` measures the site at `url`, adds to `house`
 * what has to be ended, and prints a table that holds a baseline measured in the same run.
 */
const BENCHES = {
  pages: () => import('./pages.mjs'),
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

async function runAll(house) {
  const names = asked(process.argv.slice(2));
  const settings = readLaunchSettings({
    FOYER_DATA: house.dataFolder,
    PORT: String(await anyFreePort()),
  });
  const { publicUrl: url } = await openSite(house, settings);
  for (const name of names) {
    say();
    const { run } = await BENCHES[name]();
    await run({ house, url });
  }
  await house.stop();
}

export function bench() {
  for (const name of Object.keys(process.env)) if (!KEPT.test(name)) delete process.env[name];
  const folder = newFolder();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return inHouse(() => folder, runAll);
}
