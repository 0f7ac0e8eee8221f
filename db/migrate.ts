// Brings a database up to this version, as its owner: tables, guards, the job queue, and the app role's password.
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import PgBoss from 'pg-boss';
import postgres from 'postgres';

/** Every queue there is; `lib/jobs` names the jobs that go through them. Seconds, minutes and counts as pg-boss takes them. */
const QUEUES = {
  // Eight seconds are ample for one mail. A mail that was not taken queues its own next try (lib/notices/put-off.ts): what
  // comes again here is the job of a worker that died, or that could not reach the database. However often, it is not lost.
  'notice.send': {
    policy: 'standard',
    retryLimit: 100_000,
    retryDelay: 2,
    retryBackoff: false,
    expireInSeconds: 20,
  },
  'submission.forget': {
    policy: 'standard',
    retryLimit: 12,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 60,
  },
  // Comes again within minutes by itself, so it is not tried for long.
  'waitlist.offer': {
    policy: 'standard',
    retryLimit: 3,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 120,
  },
  'appointment.remind': {
    policy: 'standard',
    retryLimit: 5,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 60,
  },
  // Comes again within minutes by itself.
  'reminders.sweep': {
    policy: 'standard',
    retryLimit: 1,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 300,
  },
  // What it would have told is told by the sweep within minutes, should all its tries fail.
  'flag.escalate': {
    policy: 'standard',
    retryLimit: 6,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 60,
  },
  'flag.sweep': {
    policy: 'standard',
    retryLimit: 3,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 120,
  },
  'sweep.hourly': {
    policy: 'standard',
    retryLimit: 2,
    retryDelay: 60,
    retryBackoff: true,
    expireInSeconds: 120,
  },
};

/**
 * Migrates the database at `ownerUrl`. `migrationsFolder` holds the SQL; `appPassword` becomes the password of
 * the app's role where this clinic doesn't set it by other means. Throws what Postgres throws.
 */
export async function migrate(ownerUrl: string, migrationsFolder: string, appPassword?: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    // Two starts at once take turns.
    await sql`select pg_advisory_lock(7021001)`;
    await runMigrations(drizzle(sql), { migrationsFolder });
    await installJobs(sql);
    if (appPassword !== undefined) {
      // A role's password can't be a parameter; the server quotes it for us.
      const [quoted] = await sql<{ words: string }[]>`
        select format('alter role foyer_app password %L', ${appPassword}::text) as words`;
      if (quoted) await sql.unsafe(quoted.words);
    }
  } finally {
    await sql.end();
  }
}

async function installJobs(sql: postgres.Sql) {
  const [there] = await sql`select 1 from pg_namespace where nspname = 'pgboss'`;
  if (!there) await sql.unsafe(PgBoss.getConstructionPlans('pgboss')).simple();
  for (const [name, options] of Object.entries(QUEUES)) {
    await sql`select pgboss.create_queue(${name}, ${JSON.stringify(options)}::text::json)`;
    // One that is there already is left as it was made.
    const { retryLimit, retryDelay, retryBackoff, expireInSeconds } = options;
    await sql`update pgboss.queue set retry_limit = ${retryLimit}, retry_delay = ${retryDelay},
      retry_backoff = ${retryBackoff}, expire_seconds = ${expireInSeconds} where name = ${name}`;
  }
  await sql
    .unsafe(`
    grant usage on schema pgboss to foyer_app;
    grant select, insert, update, delete on all tables in schema pgboss to foyer_app;
    grant execute on all functions in schema pgboss to foyer_app;
    revoke execute on function pgboss.create_queue, pgboss.delete_queue from public, foyer_app;`)
    .simple();
}
