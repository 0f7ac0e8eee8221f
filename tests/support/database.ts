// `test` with a fresh database a file: migrated, empty, reached through the same door as in the clinic.
import { test as base } from '@playwright/test';
import postgres from 'postgres';
import { shiftClock } from '@/lib/env/clock';
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

/** `emptyFor` makes it anew, at the same address, unless it was made for that file. */
type Held = { database: TestDatabase; emptyFor: (file: string) => Promise<void> };

/** Lends a database of that name, at which this process's settings point. */
async function withDatabase(name: string, use: (held: Held) => Promise<void>) {
  const settings = clusterSettings();
  const url = (role: string) => databaseUrl(settings[role] ?? '', name);
  const server = open(settings.SUPERUSER_DATABASE_URL ?? '');
  const database = {
    appUrl: url('APP_DATABASE_URL'),
    ownerUrl: url('OWNER_DATABASE_URL'),
    superuserUrl: url('SUPERUSER_DATABASE_URL'),
  } as TestDatabase;
  // The settings are read at their first use, which is in a test: here is early enough.
  Object.assign(process.env, settings, {
    APP_DATABASE_URL: database.appUrl,
    OWNER_DATABASE_URL: database.ownerUrl,
  });
  const leave = async () => {
    await closeTheDoor();
    for (const sql of [database.ownerSql, database.appSql, database.superuserSql])
      await sql?.end({ timeout: 2 });
    await server.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  let madeFor = '';
  const emptyFor = async (file: string) => {
    if (madeFor === file) return;
    madeFor = file;
    shiftClock(0);
    await leave();
    await server.unsafe(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER foyer_owner`);
    database.ownerSql = open(database.ownerUrl);
    database.appSql = open(database.appUrl);
    database.superuserSql = open(database.superuserUrl);
  };
  try {
    await use({ database, emptyFor });
  } finally {
    await leave();
    await server.end({ timeout: 2 });
  }
}

/** Before everything in a file, its `beforeAll` too; it is how Playwright's own fixtures say so, and its types don't know it. */
const FIRST_OF_ALL = 'all-hooks-included' as unknown as true;

/**
 * No file finds what another left, neither rows nor a moved clock; and they go on in one process, as a new one takes longer
 * to load than most files take to run.
 */
export const test = base.extend<{ ofThisFile: null }, { held: Held; database: TestDatabase }>({
  held: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads there what it needs, which is nothing.
    async ({}, use, worker) => withDatabase(`foyer_test_${worker.workerIndex}`, use),
    { scope: 'worker' },
  ],
  database: [async ({ held }, use) => use(held.database), { scope: 'worker' }],
  ofThisFile: [
    async ({ held }, use, info) => {
      await held.emptyFor(info.file);
      await use(null);
    },
    { auto: FIRST_OF_ALL },
  ],
});
