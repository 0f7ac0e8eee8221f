// A database that the clinic brings itself: within reach, new enough, and with an app's role that no policy lets by.
import { asking } from './asking.mjs';
import { appPassword } from './roles.mjs';
import { Stop } from './say.mjs';

const OLDEST = 150_000;

const REASONS = {
  '28P01': 'the password is wrong',
  28000: 'that user may not sign in',
  '3D000': 'there is no such database',
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  CONNECT_TIMEOUT: 'nothing answered within 10 seconds',
};

async function ask(name, url, questions) {
  try {
    return await asking(url, questions);
  } catch (error) {
    if (error instanceof Stop) throw error;
    const why = REASONS[error.code] ?? error.message ?? error.code;
    throw new Stop(`${name} can't be used: ${why}. Check the address, and that Postgres runs there.`);
  }
}

async function checkOwner(sql, appDatabaseUrl) {
  const [facts] = await sql`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as words,
      pg_encoding_to_char(d.encoding) as encoding, r.rolcreaterole or r.rolsuper as may_make_roles,
      has_database_privilege(d.datname, 'CREATE') as may_create,
      exists (select from pg_roles where rolname = 'foyer_app') as has_app_role
    from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user`;
  if (facts.version < OLDEST)
    throw new Stop(`DATABASE_URL is a Postgres ${facts.words}: Foyer needs 15 or later.`);
  if (facts.encoding !== 'UTF8')
    throw new Stop(`The database of DATABASE_URL is in ${facts.encoding}: make one with ENCODING 'UTF8'.`);
  if (!facts.may_create)
    throw new Stop(
      'The user of DATABASE_URL may not create anything in it: make that user the owner of the database.',
    );
  if (facts.may_make_roles || (facts.has_app_role && appDatabaseUrl)) return;
  throw new Stop(
    "The user of DATABASE_URL may not make roles: as an administrator run CREATE ROLE foyer_app LOGIN PASSWORD '…', and set APP_DATABASE_URL to the same database as foyer_app.",
  );
}

async function checkApp(sql, owner) {
  const [me] =
    await sql`select rolname, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`;
  if (!me.passes && me.rolname !== owner) return;
  throw new Stop(
    `APP_DATABASE_URL is for "${me.rolname}", whom row-level security doesn't hold: give the app a role of its own, such as foyer_app.`,
  );
}

/** @returns `{ addresses: { owner, app }, appPassword }`; the password is for the migration to set, if it is ours to choose. */
export async function checkOwnDatabase({ databaseUrl, appDatabaseUrl }, authSecret) {
  await ask('DATABASE_URL', databaseUrl, (sql) => checkOwner(sql, appDatabaseUrl));
  if (appDatabaseUrl) {
    await ask('APP_DATABASE_URL', appDatabaseUrl, (sql) => checkApp(sql, new URL(databaseUrl).username));
    return { addresses: { owner: databaseUrl, app: appDatabaseUrl } };
  }
  const password = appPassword(authSecret);
  const app = new URL(databaseUrl);
  app.username = 'foyer_app';
  app.password = password;
  return { addresses: { owner: databaseUrl, app: app.href }, appPassword: password };
}
