// Finds the clinic's database and keys as its site does, and works in this process until it is told to stop.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteEnvironment } from '../launch/app.mjs';
import { readJson } from '../launch/data-folder.mjs';
import { appAddress } from '../launch/embedded-database.mjs';
import { inProject } from '../launch/paths.mjs';
import { isRunning } from '../launch/processes.mjs';
import { Stop, say } from '../launch/say.mjs';
import { embeddedSecrets, givenKeys } from '../launch/secrets.mjs';
import { readLaunchSettings } from '../launch/settings.mjs';

async function onOwnDatabase(asked) {
  if (!asked.publicUrl)
    throw new Stop('PUBLIC_URL must be set as it is for the site: the links in mails begin with it.');
  const keys = givenKeys(process.env);
  const { checkOwnDatabase } = await import('../launch/own-database.mjs');
  const database = { keys, ...(await checkOwnDatabase(asked, keys.AUTH_SECRET)) };
  return siteEnvironment(asked, asked.dataFolder, database);
}

/** The embedded database runs as long as its site does. */
function besideTheSite(asked) {
  const { dataFolder } = asked;
  const site = readJson(join(dataFolder, 'running.json'));
  if (!isRunning(site?.launcher) || !site.url)
    throw new Stop(`No site runs on ${dataFolder}: start it first, with "WORKER=off npm start".`);
  const { keys, passwords } = embeddedSecrets(dataFolder);
  const { port } = readJson(join(dataFolder, 'database.json'));
  const database = { keys, addresses: { app: appAddress(passwords, port) } };
  return siteEnvironment({ ...asked, publicUrl: site.url }, dataFolder, database);
}

/** In this process, so that a signal reaches whoever holds a job. */
async function program(env) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env, { TSX_TSCONFIG_PATH: inProject('scripts/tsconfig.json') });
  await import(pathToFileURL(inProject('node_modules/tsx/dist/loader.mjs')).href);
  await import(pathToFileURL(inProject('scripts/worker/until-stopped.ts')).href);
}

export async function work() {
  try {
    if (!existsSync(inProject('node_modules/tsx')))
      throw new Stop('The packages are not installed: run "npm ci" first.');
    const asked = readLaunchSettings(process.env);
    const env = asked.databaseUrl ? await onOwnDatabase(asked) : besideTheSite(asked);
    const { checkAppSettings } = await import('../launch/database.mjs');
    await checkAppSettings(env);
    await program(env);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exit(1);
  }
}
