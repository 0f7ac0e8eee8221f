// The embedded database alone, for `next dev` and for tests: writes what is needed to reach it to dev.env in its folder.
import { join } from 'node:path';
import { writePrivate } from './launch/data-folder.mjs';
import { startEmbeddedDatabase } from './launch/embedded-database.mjs';
import { inHouse } from './launch/house.mjs';
import { say } from './launch/say.mjs';
import { readLaunchSettings } from './launch/settings.mjs';

/** The arguments are more of Postgres' settings, as `name=value`. */
async function open(house, settings) {
  const { keys, addresses } = await startEmbeddedDatabase(house, process.argv.slice(2));
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`;
  const lines = Object.entries({
    ...keys,
    NEXTAUTH_SECRET: keys.AUTH_SECRET,
    NEXTAUTH_URL: publicUrl,
    PUBLIC_URL: publicUrl,
    PORT: String(settings.port),
    APP_DATABASE_URL: addresses.app,
    OWNER_DATABASE_URL: addresses.owner,
    SUPERUSER_DATABASE_URL: addresses.superuser,
    FOYER_DATA: house.dataFolder,
    EMBEDDED: '1',
    DEMO: settings.demo ? 'on' : 'off',
  }).map(([name, value]) => `${name}='${value}'\n`);
  const file = join(house.dataFolder, 'dev.env');
  writePrivate(file, lines.join(''));
  say(`Postgres is running; ${file} says how to reach it. Ctrl-C stops it.`);
}

const settings = () =>
  readLaunchSettings({ FOYER_DATA: '.data/dev', ...process.env, DATABASE_URL: '', APP_DATABASE_URL: '' });

await inHouse(
  () => settings().dataFolder,
  (house) => open(house, settings()),
);
