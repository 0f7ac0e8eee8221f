// Installs what package-lock.json names, when what is there differs from it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn } from './in-turn.mjs';
import { projectFolder } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

const packagesIn = (file) =>
  Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages).filter(([path]) => path !== '');

/** npm writes down what it installed when it is done, so an install that was cut short is noticed too. */
export function isInstalled(folder = projectFolder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const there = Object.fromEntries(packagesIn(record));
  return packagesIn(join(folder, 'package-lock.json')).every(([path, wanted]) => {
    const found = there[path];
    return found
      ? found.integrity === wanted.integrity && found.version === wanted.version
      : wanted.optional || wanted.peer;
  });
}

/** No package's install script is needed: the one that matters, Postgres' links, we do ourselves. */
export function installPackages(house, folder = projectFolder) {
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (folder !== projectFolder) args.push('--prefix', folder);
  const npm = process.env.npm_execpath;
  const [program, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  return run(house, 'install', program, [...before, ...args], {
    otherwise: 'The packages could not be installed; is the package registry within reach?',
  });
}

async function installAll(house) {
  if (isInstalled()) return;
  await step('1/6 Installing packages (a minute or two)', () => installPackages(house));
}

export async function install(house) {
  if (!isInstalled()) await inTurn(() => installAll(house));
}
