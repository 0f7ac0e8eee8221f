// The database and its two roles: the owner, who migrates, and the app, who owns nothing and passes by no policy.
import { createHmac } from 'node:crypto';

/** Password of the app's role on a database that isn't ours, from AUTH_SECRET: the same at every start, stored nowhere. */
export const appPassword = (authSecret) =>
  createHmac('sha256', authSecret).update('foyer_app database password').digest('base64url');

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Makes the app's role or sets it right. Asks for a connection that may make roles. */
export async function makeAppRole(sql, password) {
  const rights = `LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD ${quoted(password)}`;
  const [known] = await sql`select rolsuper, rolbypassrls from pg_roles where rolname = 'foyer_app'`;
  await sql.unsafe(`${known ? 'ALTER' : 'CREATE'} ROLE foyer_app ${rights}`);
}

/** Makes the owner and the database, as the superuser of a Postgres of our own. */
export async function makeOwnDatabase(sql, passwords) {
  const [owner] = await sql`select 1 from pg_roles where rolname = 'foyer_owner'`;
  await sql.unsafe(
    `${owner ? 'ALTER' : 'CREATE'} ROLE foyer_owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE NOCREATEDB PASSWORD ${quoted(passwords.owner)}`,
  );
  await makeAppRole(sql, passwords.app);
  const [database] = await sql`select 1 from pg_database where datname = 'foyer'`;
  if (!database) await sql.unsafe('CREATE DATABASE foyer OWNER foyer_owner');
  await sql.unsafe('REVOKE ALL ON DATABASE foyer FROM PUBLIC');
  await sql.unsafe('GRANT CONNECT ON DATABASE foyer TO foyer_app');
}
