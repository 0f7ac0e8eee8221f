// Finds the clinic's database and keys, starting Postgres where nobody has, and writes from them what was asked for.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../launch/data-folder.mjs';
import { appAddress, startEmbeddedDatabase } from '../launch/embedded-database.mjs';
import { inHouse } from '../launch/house.mjs';
import { isRunning } from '../launch/processes.mjs';
import { Stop, say } from '../launch/say.mjs';
import { embeddedSecrets, givenKeys } from '../launch/secrets.mjs';
import { readLaunchSettings } from '../launch/settings.mjs';
import { runHere } from './run-here.mjs';

const PROGRAM = 'scripts/evidence/evidence.ts';

/** What the program is told: the shell's environment without the owner's address, the keys, and the app's own address. */
function told(settings, keys, address) {
  const { DATABASE_URL: _, OWNER_DATABASE_URL: __, ...kept } = process.env;
  return { ...kept, ...keys, FOYER_DATA: settings.dataFolder, APP_DATABASE_URL: address };
}

async function onOwnDatabase(program, settings, args) {
  const keys = givenKeys(process.env);
  const { checkOwnDatabase } = await import('../launch/own-database.mjs');
  const { addresses } = await checkOwnDatabase(settings, keys.AUTH_SECRET);
  return runHere(program, args, told(settings, keys, addresses.app));
}

function onRunningSite(program, settings, args) {
  const { keys, passwords } = embeddedSecrets(settings.dataFolder);
  const { port } = readJson(join(settings.dataFolder, 'database.json'));
  return runHere(program, args, told(settings, keys, appAddress(passwords, port)));
}

/** Nobody has the database open: it is opened for this, and closed. Does not come back. */
function onStoppedSite(program, settings, args) {
  const work = async (house) => {
    const { keys, addresses } = await startEmbeddedDatabase(house, []);
    await house.stop(await runHere(program, args, told(settings, keys, addresses.app)));
  };
  return inHouse(() => settings.dataFolder, work);
}

function onEmbeddedDatabase(program, settings, args) {
  if (!existsSync(join(settings.dataFolder, 'database.json')))
    throw new Stop(
      `There is no clinic in ${settings.dataFolder}: set FOYER_DATA to its folder, or DATABASE_URL.`,
    );
  const runs = isRunning(readJson(join(settings.dataFolder, 'running.json'))?.launcher);
  // The key is read from a file beside the database: nothing has to run for it.
  return runs || args[0] === 'public-key'
    ? onRunningSite(program, settings, args)
    : onStoppedSite(program, settings, args);
}

export const evidence = (args) => onClinic(PROGRAM, args);

/** Runs one of our programs with the clinic's database and keys. */
export async function onClinic(program, args) {
  try {
    const settings = readLaunchSettings(process.env);
    process.exitCode = settings.databaseUrl
      ? await onOwnDatabase(program, settings, args)
      : await onEmbeddedDatabase(program, settings, args);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
