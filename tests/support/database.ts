// `test` with a fresh database a worker: migrated, empty, reached through the same door as in the clinic.
import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { clusterSettings, databaseUrl, TEMPLATE } from './cluster';

export { expect } from '@playwright/test';

export type TestDatabase = {
  /** As the owner, whom every row is open to: for asserting what is stored. */
  ownerSql: postgres.Sql;
  /** As the app's role, with no actor: for asserting what is refused. */
  appSql: postgres.Sql;
  /** As the superuser, whom no policy holds: for tampering and `COPY`. */
  superuserSql: postgres.Sql;
  /** The app's address of it, which is APP_DATABASE_URL too, here and in child processes. */
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
};

type House = { pool: { end: () => Promise<void> } };

/** Ends the pool that `db/client.ts` opened in this process, if it did. */
export async function closeTheDoor() {
  const kept = globalThis as typeof globalThis & { foyerHouse?: House };
  await kept.foyerHouse?.pool.end();
  delete kept.foyerHouse;
}

const open = (url: string) => postgres(url, { max: 4, onnotice: () => {} });

/** Makes a database of that name, points this process's settings at it, and gives it to `use`. */
export async function withDatabase(name: string, use: (database: TestDatabase) => Promise<void>) {
  const settings = clusterSettings();
  const url = (role: string) => databaseUrl(settings[role] ?? '', name);
  const server = open(settings.SUPERUSER_DATABASE_URL ?? '');
  await server.unsafe(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER foyer_owner`);
  const database: TestDatabase = {
    ownerSql: open(url('OWNER_DATABASE_URL')),
    appSql: open(url('APP_DATABASE_URL')),
    superuserSql: open(url('SUPERUSER_DATABASE_URL')),
    appUrl: url('APP_DATABASE_URL'),
    ownerUrl: url('OWNER_DATABASE_URL'),
    superuserUrl: url('SUPERUSER_DATABASE_URL'),
  };
  // The settings are read at their first use, which is in a test: here is early enough.
  Object.assign(process.env, settings, {
    APP_DATABASE_URL: database.appUrl,
    OWNER_DATABASE_URL: database.ownerUrl,
  });
  try {
    await use(database);
  } finally {
    await closeTheDoor();
    for (const sql of [database.ownerSql, database.appSql, database.superuserSql])
      await sql.end({ timeout: 2 });
    await server.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.end({ timeout: 2 });
  }
}

export const test = base.extend<object, { databasePrefix: string; database: TestDatabase }>({
  databasePrefix: ['foyer_test', { scope: 'worker', option: true }],
  database: [
    async ({ databasePrefix }, use, worker) => withDatabase(`${databasePrefix}_${worker.workerIndex}`, use),
    { scope: 'worker', auto: true },
  ],
});
