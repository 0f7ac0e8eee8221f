// What the booking bench asks and who asks: a site without its demo, the bare site beside it on the same database, and people who may book.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../../launch/data-folder.mjs';
import { runScript } from '../../launch/run.mjs';
import { step } from '../../launch/say.mjs';
import { openBenchSite } from '../site.mjs';
import { openBareSite } from './bare-site.mjs';
import { startOnTheDatabase } from './on-the-database.mjs';
import { hangUp } from './over-http.mjs';

export const CONNECTIONS = 10;
const PEOPLE = 400;

function addressesIn(folder) {
  const { keys, passwords } = readJson(join(folder, 'secrets.json'));
  const { port } = readJson(join(folder, 'database.json'));
  const as = (role, password) => `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/foyer`;
  return { keys, owner: as('foyer_owner', passwords.owner), app: as('foyer_app', passwords.app) };
}

async function makePeople(room, env) {
  const file = join(room.dataFolder, 'people.json');
  await step(`Making ${PEOPLE} made-up clients who may book`, () =>
    runScript(room, 'people', 'scripts/bench/booking/people.ts', {
      args: [file, String(PEOPLE)],
      env,
      otherwise: 'The made-up clients could not be made',
    }),
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * `{ url, bareUrl, sql, onTheDatabase, people, slots }`; `sql` is the owner's. `script`: what works on the database alone. The
 * room ends it all.
 */
export async function openClinic(room, script = 'scripts/bench/booking/on-the-database.ts') {
  const url = await openBenchSite(room, {
    demo: false,
    // Mails are another process's work where it matters; here they would only blur the figures.
    env: { WORKER: 'off', DATABASE_CONNECTIONS: String(CONNECTIONS) },
  });
  const { keys, owner, app } = addressesIn(room.dataFolder);
  const env = {
    ...{ ...process.env, ...keys, NODE_ENV: 'production', PUBLIC_URL: url },
    ...{ APP_DATABASE_URL: app, OWNER_DATABASE_URL: owner, DATABASE_CONNECTIONS: String(CONNECTIONS) },
  };
  const { people, slots } = await makePeople(room, env);
  const bareUrl = await step('Building the bare site', () =>
    openBareSite(room, { database: owner, connections: CONNECTIONS }),
  );
  const { default: postgres } = await import('postgres');
  const sql = postgres(owner, { max: 1, onnotice: () => {} });
  room.add({
    async stop() {
      hangUp();
      await sql.end({ timeout: 2 });
    },
  });
  return { url, bareUrl, sql, onTheDatabase: await startOnTheDatabase(room, env, script), people, slots };
}
