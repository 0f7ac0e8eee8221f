// The database this start runs on: within reach, and migrated.
import { execFile } from 'node:child_process';
import { startEmbeddedDatabase } from './embedded-database.mjs';
import { checkOwnDatabase } from './own-database.mjs';
import { runScript, scriptArguments } from './run.mjs';
import { Stop, step } from './say.mjs';
import { givenKeys } from './secrets.mjs';

/** @returns `{ keys, addresses: { owner, app }, appPassword }`; a password to set only where it is ours to choose. */
export async function openDatabase(house, settings, environment) {
  if (!settings.databaseUrl) return step('2/6 Starting Postgres', () => startEmbeddedDatabase(house, []));
  const keys = givenKeys(environment);
  return step('2/6 Asking the database', async () => ({
    keys,
    ...(await checkOwnDatabase(settings, keys.AUTH_SECRET)),
  }));
}

/** Lets the site check its settings before anything is changed; stops with its own sentence. */
export function checkAppSettings(env) {
  return new Promise((answer, fail) => {
    const { args, env: told } = scriptArguments('scripts/check-settings.ts', env);
    execFile(process.execPath, args, { env: told }, (error, said, complaint) =>
      error ? fail(new Stop(said.trim() || complaint.trim())) : answer(),
    );
  });
}

export function migrate(house, { addresses, appPassword = '' }) {
  const env = { ...process.env, OWNER_DATABASE_URL: addresses.owner, APP_PASSWORD: appPassword };
  return step('4/6 Bringing the database up to date', () =>
    runScript(house, 'migrate', 'scripts/migrate.ts', {
      env,
      otherwise: 'The database could not be brought up to date',
    }),
  );
}
