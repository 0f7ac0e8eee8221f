// The embedded database, ready to be migrated: Postgres running, roles and database made, and the addresses to reach it by.
import { join } from 'node:path';
import { asking } from './asking.mjs';
import { readJson } from './data-folder.mjs';
import { endLeftPostgres, startPostgres } from './postgres.mjs';
import { placeIsMade, postgresPlace } from './postgres-place.mjs';
import { makeOwnDatabase } from './roles.mjs';
import { embeddedSecrets } from './secrets.mjs';

const address = (role, password, port, database) =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Where the app's role finds it. */
export const appAddress = (passwords, port) => address('foyer_app', passwords.app, port, 'foyer');

/** Ends the Postgres that a killed launcher left on this data, so that its port is free again. */
async function clearUp(dataFolder) {
  const known = readJson(join(dataFolder, 'database.json'));
  if (known) await endLeftPostgres(known.folder ?? join(dataFolder, 'postgres'));
}

/** `options` are more of Postgres' settings. @returns `{ keys, addresses: { superuser, owner, app } }` */
export async function startEmbeddedDatabase(house, options) {
  const { keys, passwords } = embeddedSecrets(house.dataFolder);
  await clearUp(house.dataFolder);
  const place = await postgresPlace(house.dataFolder);
  await startPostgres(house, { place, password: passwords.postgres, options });
  const addresses = {
    superuser: address('postgres', passwords.postgres, place.port, 'postgres'),
    owner: address('foyer_owner', passwords.owner, place.port, 'foyer'),
    app: appAddress(passwords, place.port),
  };
  await asking(addresses.superuser, (sql) => makeOwnDatabase(sql, passwords));
  placeIsMade(house.dataFolder, place);
  return { keys, addresses };
}
