// The launcher's own settings, each checked before anything is done; the app checks its own when it starts.
import { inProject } from './paths.mjs';
import { Stop } from './say.mjs';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

function readPort(text) {
  if (text === undefined) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`PORT is "${text}": set it to a number from 1 to 65535, or leave it out for 3000.`);
}

function readPublicUrl(text) {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const example = 'such as https://intake.example.org';
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Stop(`PUBLIC_URL is "${text}": set it to the address people use, ${example}.`);
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Stop(`PUBLIC_URL is "${text}": leave out everything after the name and port, ${example}.`);
  }
  if (url.protocol === 'http:' && !LOCAL.includes(url.hostname)) {
    throw new Stop(
      `PUBLIC_URL is "${text}": set it to the https:// address people use, since only this machine may be reached without https.`,
    );
  }
  return url.origin;
}

function readDemo(text) {
  if (text === undefined || text === 'on' || text === '1') return true;
  if (text === 'off' || text === '0') return false;
  throw new Stop(`DEMO is "${text}": set it to on or off.`);
}

function readDatabaseUrl(name, text) {
  if (text === undefined) return null;
  const example = 'such as postgres://foyer_owner:password@db.example.org:5432/foyer';
  if (!URL.canParse(text) || !/^postgres(ql)?:$/.test(new URL(text).protocol)) {
    throw new Stop(`${name} is not the address of a Postgres: write it as one, ${example}.`);
  }
  return text;
}

/** What was asked for in the environment. `publicUrl` is null when it follows from the port. */
export function readLaunchSettings(environment) {
  const given = (name) => environment[name]?.trim() || undefined;
  const databaseUrl = readDatabaseUrl('DATABASE_URL', given('DATABASE_URL'));
  const appDatabaseUrl = readDatabaseUrl('APP_DATABASE_URL', given('APP_DATABASE_URL'));
  if (appDatabaseUrl && !databaseUrl) {
    throw new Stop(
      'APP_DATABASE_URL is set and DATABASE_URL is not: set DATABASE_URL to the same database as its owner, or leave both out.',
    );
  }
  const publicUrl = readPublicUrl(given('PUBLIC_URL'));
  const port = readPort(given('PORT'));
  const isLocal = !publicUrl || LOCAL.includes(new URL(publicUrl).hostname);
  return {
    port,
    mayMove: given('PORT') === undefined && publicUrl === null,
    publicUrl,
    // A demo on this machine is nobody else's business; a site with a name of its own is reached from outside.
    host: given('HOST') ?? (isLocal ? '127.0.0.1' : '0.0.0.0'),
    dataFolder: inProject(given('FOYER_DATA') ?? '.data'),
    demo: readDemo(given('DEMO')),
    databaseUrl,
    appDatabaseUrl,
  };
}
