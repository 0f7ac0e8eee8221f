// What a start promises: warm the second time, nothing left running afterwards, and recovery from `kill -9`.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import postgres from 'postgres';
import { clusterSettings, settingsOf, startCluster, stopCluster } from '@/tests/support/cluster';
import { end, logOf, type RunningSite, refusedStart, startSite } from '@/tests/support/launcher';
import { runFolder } from '@/tests/support/run-folder';
import { isAlive, postgresPid, processesOf, sitePid } from '@/tests/support/running';

test.describe.configure({ mode: 'serial' });

const folder = (name: string) => join(runFolder(), name);
const said = (dataFolder: string) => readFileSync(logOf(dataFolder), 'utf8');
const everyProcess = (dataFolder: string) => [
  processesOf(dataFolder).launcher.pid,
  sitePid(dataFolder),
  postgresPid(dataFolder),
];

/** A start without the demo: the same way, and quicker. */
const start = (dataFolder: string, more: Record<string, string> = {}) =>
  startSite(dataFolder, { DEMO: 'off', ...more });

/** Milliseconds it took, and what it gave. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = Date.now();
  const given = await work();
  return [Date.now() - began, given];
}

/** What runs between two tests: each leaves the site to the next as it found it, or ended. */
let site: RunningSite;

test('the second start is warm: nothing is installed, built or made again', async () => {
  const data = folder('warm');
  const [first] = await timed(async () => end((await start(data)).pid));
  const [second, running] = await timed(() => start(data));
  site = running;
  expect(said(data)).not.toMatch(/Installing|Building|Making/);
  // As slow as the first, at most, where the machine has much else to do.
  expect(second).toBeLessThan(Math.max(20_000, first));
});

test('two starts on the same data: the second says where the first is, and changes nothing', async () => {
  const data = folder('warm');
  const running = everyProcess(data);
  const { code, said: sentence } = await refusedStart(data, { DEMO: 'off' });
  expect(code).toBe(1);
  expect(sentence).toContain(`Foyer already runs on this data at ${site.url} (process ${site.pid})`);
  expect(everyProcess(data)).toEqual(running);
});

test('a site that is killed is started again', async () => {
  const data = folder('warm');
  const before = sitePid(data);
  process.kill(before, 'SIGKILL');
  await expect
    .poll(async () => (await fetch(`${site.url}/api/readyz`).catch(() => null))?.ok ?? false, {
      timeout: 60_000,
    })
    .toBe(true);
  expect(sitePid(data)).not.toBe(before);
});

test('after `kill -9` of the launcher the next start ends what was left, and recovers', async () => {
  const data = folder('warm');
  const left = everyProcess(data);
  process.kill(site.pid, 'SIGKILL');
  await expect.poll(() => isAlive(site.pid)).toBe(false);
  expect(left.slice(1).every(isAlive)).toBe(true);
  // On the same port, which the old site still holds.
  site = await start(data, { PORT: new URL(site.url).port });
  expect(left.filter(isAlive)).toEqual([]);
});

test('SIGTERM leaves nothing running, and the database is closed in order', async () => {
  const data = folder('warm');
  const running = everyProcess(data);
  expect(running.every(isAlive)).toBe(true);
  await end(site.pid);
  expect(running.filter(isAlive)).toEqual([]);
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  expect(readFileSync(join(data, 'log/postgres.log'), 'utf8').trim()).toMatch(
    /database system is shut down$/,
  );
});

test('a port that nobody asked for moves on when it is taken, and says so', async () => {
  const taken = createServer();
  const ours = await new Promise<boolean>((answer) => {
    taken.once('error', () => answer(false));
    taken.listen(3000, '127.0.0.1', () => answer(true));
  });
  const data = folder('warm');
  site = await start(data, { PORT: '' });
  expect(said(data)).toMatch(/Port 3000 is taken by another program: using 30\d\d\./);
  expect(new URL(site.url).port).not.toBe('3000');
  await end(site.pid);
  if (ours) taken.close();
});

test('a database of the clinic’s own is migrated and served, with no demo and no mailbox, and is left running', async () => {
  const server = await startCluster(folder('own-server'));
  const { SUPERUSER_DATABASE_URL = '', OWNER_DATABASE_URL = '' } = settingsOf(folder('own-server'));
  const sql = postgres(SUPERUSER_DATABASE_URL, { max: 1 });
  // As an administrator leaves it: an owner who may make roles, an empty database, and nothing more.
  for (const words of [
    'DROP DATABASE foyer',
    'DROP ROLE foyer_app',
    'CREATE DATABASE foyer OWNER foyer_owner',
  ])
    await sql.unsafe(words);
  const { AUTH_SECRET = '', MASTER_KEYS = '', INDEX_KEY = '', SIGNING_KEY = '' } = clusterSettings();
  site = await startSite(folder('own'), {
    DATABASE_URL: OWNER_DATABASE_URL,
    AUTH_SECRET,
    MASTER_KEYS,
    INDEX_KEY,
    SIGNING_KEY,
  });
  expect((await fetch(`${site.url}/mailbox`)).status).toBe(404);
  expect(existsSync(join(folder('own'), 'secrets.json'))).toBe(false);
  await end(site.pid);
  const [app] =
    await sql`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'foyer_app'`;
  expect(app).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  await sql.end();
  await stopCluster(server);
});
