// The embedded database, ready to be migrated: Postgres running, roles and database made, and the addresses to reach it by.
import { join } from 'node:path';
import { readJson } from './data-folder.mjs';
import { endLeftPostgres, startPostgres } from './postgres.mjs';
import { postgresPlace } from './postgres-place.mjs';
import { makeOwnDatabase } from './roles.mjs';
import { embeddedSecrets } from './secrets.mjs';

const address = (role, password, port, database) =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** Ends the Postgres that a killed launcher left on this data, so that its port is free again. */
async function clearUp(dataFolder) {
  const known = readJson(join(dataFolder, 'database.json'));
  if (known) await endLeftPostgres(known.folder ?? join(dataFolder, 'postgres'));
}

/** @returns `{ keys, addresses: { superuser, owner, app }, postgres }` */
export async function startEmbeddedDatabase({ dataFolder, options, gaveUp }) {
  const { keys, passwords } = embeddedSecrets(dataFolder);
  await clearUp(dataFolder);
  const place = await postgresPlace(dataFolder);
  const postgres = await startPostgres({ dataFolder, place, password: passwords.postgres, options, gaveUp });
  const addresses = {
    superuser: address('postgres', passwords.postgres, place.port, 'postgres'),
    owner: address('foyer_owner', passwords.owner, place.port, 'foyer'),
    app: address('foyer_app', passwords.app, place.port, 'foyer'),
  };
  const { default: connect } = await import('postgres');
  const sql = connect(addresses.superuser, { max: 1, onnotice: () => {} });
  try {
    await makeOwnDatabase(sql, passwords);
  } catch (error) {
    await postgres.stop();
    throw error;
  } finally {
    await sql.end();
  }
  return { keys, addresses, postgres };
}
