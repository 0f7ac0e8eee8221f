// The demo clinic: made-up people, once, in an embedded database that is still empty.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asking } from './asking.mjs';
import { readJson, writePrivate } from './data-folder.mjs';
import { migrate } from './database.mjs';
import { inProject } from './paths.mjs';
import { makeOwnDatabase } from './roles.mjs';
import { runScript } from './run.mjs';
import { say, step } from './say.mjs';
import { embeddedSecrets } from './secrets.mjs';

const SCRIPT = 'scripts/seed.ts';

/** As many questions as there are made-up days in the demo: each is planned once a connection, not six times. */
function plannedOnce(address) {
  const url = new URL(address);
  url.searchParams.set('plan_cache_mode', 'force_generic_plan');
  return url.href;
}

const isEmpty = ({ addresses }) =>
  asking(addresses.owner, async (sql) => (await sql`select from account limit 1`).length === 0);

/** A demo that was cut short while it was made, and so never served, is made from the beginning. */
async function emptyAgain(house, database) {
  await asking(database.addresses.superuser, async (sql) => {
    await sql.unsafe('DROP DATABASE IF EXISTS foyer WITH (FORCE)');
    await makeOwnDatabase(sql, embeddedSecrets(house.dataFolder).passwords);
  });
  await migrate(house, database);
}

export async function makeDemo(house, database, env) {
  const file = join(house.dataFolder, 'demo.json');
  const state = readJson(file);
  if (state?.made || !existsSync(inProject(SCRIPT))) return;
  if (state?.begun) await emptyAgain(house, database);
  else if (!(await isEmpty(database)))
    return say('The database is in use already, so no demo clinic is put into it.');
  writePrivate(file, JSON.stringify({ begun: true }));
  await step('5/6 Making a demo clinic with made-up people', () =>
    runScript(house, 'demo', SCRIPT, {
      env: {
        ...env,
        APP_DATABASE_URL: plannedOnce(database.addresses.app),
        OWNER_DATABASE_URL: database.addresses.owner,
      },
      otherwise: 'The demo clinic could not be made',
    }),
  );
  writePrivate(file, JSON.stringify({ made: true }));
}
