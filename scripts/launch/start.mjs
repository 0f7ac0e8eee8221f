// The whole way from a clone to a running site.
import { siteEnvironment, startApp } from './app.mjs';
import { build } from './build.mjs';
import { inHouse } from './house.mjs';
import { install } from './install.mjs';
import { choosePort } from './ports.mjs';
import { say } from './say.mjs';
import { readLaunchSettings } from './settings.mjs';
import { welcome } from './welcome.mjs';

/** A site in that house, ready to be visited; returns its settings, with the port and address it was given. */
export async function openSite(house, asked) {
  // Before minutes are spent on the rest.
  const port = await choosePort(asked, say);
  await install(house);
  // Not before the packages are there, which it needs.
  const { checkAppSettings, migrate, openDatabase } = await import('./database.mjs');
  const { makeDemo } = await import('./demo.mjs');
  const database = await openDatabase(house, asked, process.env);
  const settings = { ...asked, port, publicUrl: asked.publicUrl ?? `http://localhost:${port}` };
  const env = siteEnvironment(settings, house.dataFolder, database);
  await checkAppSettings(env);
  await build(house);
  await migrate(house, database);
  if (settings.demo && !settings.databaseUrl) await makeDemo(house, database, env);
  await startApp(house, settings, env);
  house.claim.servesAt(settings.publicUrl);
  return settings;
}

async function serve(house, asked) {
  const settings = await openSite(house, asked);
  welcome(settings, house.dataFolder);
}

export function start() {
  let asked;
  const folder = () => {
    asked = readLaunchSettings(process.env);
    return asked.dataFolder;
  };
  return inHouse(folder, (house) => serve(house, asked));
}
