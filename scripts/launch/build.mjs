// Builds the site when its sources differ from those that were built last.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn } from './in-turn.mjs';
import { inProject, projectFolder } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

/** What stands in the project's folder and is no part of the site. */
const ASIDE =
  /^(\..*|node_modules|tests|test-results|playwright-report|scripts|docs|.*\.md|LICENSE|biome\.json|playwright\.config\.ts|drizzle\.config\.ts|next-env\.d\.ts|.*\.tsbuildinfo)$/;

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  )) {
    if (folder === projectFolder && ASIDE.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (entry.isFile()) yield path;
  }
}

function fingerprint(dataFolder) {
  const hash = createHash('sha256');
  for (const path of filesIn(projectFolder)) {
    if (!path.startsWith(`${dataFolder}/`))
      hash
        .update(`${path.slice(projectFolder.length)}\0`)
        .update(readFileSync(path))
        .update('\0');
  }
  return hash.digest('hex');
}

const stamp = inProject('.next/foyer-build');

const isFresh = (wanted) =>
  existsSync(stamp) && existsSync(inProject('.next/BUILD_ID')) && readFileSync(stamp, 'utf8') === wanted;

async function buildAll(house, wanted) {
  if (isFresh(wanted)) return;
  await step('3/6 Building the site (about a minute)', async () => {
    rmSync(stamp, { force: true });
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
    const next = inProject('node_modules/next/dist/bin/next');
    await run(house, 'build', process.execPath, [next, 'build'], {
      env,
      otherwise: 'The site could not be built',
    });
    writeFileSync(stamp, wanted);
  });
}

export async function build(house) {
  const wanted = fingerprint(house.dataFolder);
  if (!isFresh(wanted)) await inTurn(() => buildAll(house, wanted));
}
