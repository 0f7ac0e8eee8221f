// The embedded database alone, for `next dev` and for tests: writes what is needed to reach it to dev.env in its folder.
import { join } from 'node:path';
import { openDataFolder, writePrivate } from './launch/data-folder.mjs';
import { startEmbeddedDatabase } from './launch/embedded-database.mjs';
import { inProject } from './launch/paths.mjs';
import { Stop, say } from './launch/say.mjs';

const quoted = (text) => `'${text}'`;

try {
  const dataFolder = openDataFolder(inProject(process.env.FOYER_DATA || '.data/dev'));
  const port = process.env.PORT || '3000';
  const options = process.argv.slice(2);
  const fail = (sentence) => {
    say(sentence);
    process.exit(1);
  };
  const { keys, addresses, postgres } = await startEmbeddedDatabase({ dataFolder, options, gaveUp: fail });
  const publicUrl = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const settings = {
    ...keys,
    NEXTAUTH_SECRET: keys.AUTH_SECRET,
    NEXTAUTH_URL: publicUrl,
    PUBLIC_URL: publicUrl,
    PORT: port,
    APP_DATABASE_URL: addresses.app,
    OWNER_DATABASE_URL: addresses.owner,
    SUPERUSER_DATABASE_URL: addresses.superuser,
    FOYER_DATA: dataFolder,
    EMBEDDED: '1',
    DEMO: process.env.DEMO || 'on',
  };
  const file = join(dataFolder, 'dev.env');
  writePrivate(
    file,
    `${Object.entries(settings)
      .map(([name, value]) => `${name}=${quoted(value)}`)
      .join('\n')}\n`,
  );
  say(`Postgres is running on port ${postgres.port}; ${file} says how to reach it. Ctrl-C stops it.`);
  const stop = async () => {
    await postgres.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('SIGHUP', stop);
  setInterval(() => {}, 1 << 30);
} catch (error) {
  say(error instanceof Stop ? error.message : error.stack);
  process.exit(1);
}
