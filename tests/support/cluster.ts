// One Postgres for the whole run, on throw-away data: with a migrated database that every worker gets a copy of.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { sharedSite } from './demo-site';
import { IN_A_HURRY } from './in-a-hurry';
import { endAllSites } from './launcher';
import { readNote, writeNote } from './run-folder';

const project = resolve(import.meta.dirname, '../..');

export const TEMPLATE = 'foyer_template';

/** Names and values that a worker puts in its environment: where Postgres is, and the keys. */
export type ClusterSettings = Record<string, string>;

export function databaseUrl(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

export function settingsOf(folder: string): ClusterSettings {
  const lines = readFileSync(join(folder, 'dev.env'), 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => line.match(/^(\w+)='(.*)'$/)?.slice(1) ?? []));
}

/** Starts Postgres and answers when it says that it is there. */
export async function startCluster(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(project, 'scripts/dev-database.mjs'), ...IN_A_HURRY], {
    env: { ...process.env, FOYER_DATA: folder, DEMO: 'on', PUBLIC_URL: 'http://localhost:3000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((answer, fail) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Postgres is running')) answer();
    });
    child.once('exit', () => fail(new Error(`The test database did not start: ${said}`)));
  });
  return child;
}

async function makeTemplate(settings: ClusterSettings) {
  const sql = postgres(settings.SUPERUSER_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  await sql.unsafe(`CREATE DATABASE ${TEMPLATE} OWNER foyer_owner`);
  await sql.end();
  execFileSync(
    process.execPath,
    [
      join(project, 'node_modules/tsx/dist/cli.mjs'),
      '--tsconfig',
      'tests/tsconfig.json',
      'scripts/migrate.ts',
    ],
    {
      cwd: project,
      env: {
        ...process.env,
        ...settings,
        OWNER_DATABASE_URL: databaseUrl(settings.OWNER_DATABASE_URL ?? '', TEMPLATE),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

export async function stopCluster(child: ChildProcess) {
  if (child.exitCode !== null) return;
  const ended = new Promise((answer) => child.once('exit', answer));
  child.kill('SIGTERM');
  await ended;
}

/** Begins the run, and gives back what ends it. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'));
  chmodSync(folder, 0o755);
  process.env.FOYER_TEST_RUN = folder;
  const child = await startCluster(join(folder, 'cluster'));
  const settings = settingsOf(join(folder, 'cluster'));
  writeNote('cluster.json', settings);
  try {
    await makeTemplate(settings);
  } catch (error) {
    await stopCluster(child);
    throw error;
  }
  // Of a whole run: made while the tests run that need none. Whoever wants it then hears why, if it can't be made.
  const site = process.env.FOYER_TEST_SITE_SOON === 'yes' ? sharedSite().catch(() => null) : null;
  return async () => {
    await site;
    await endAllSites();
    await stopCluster(child);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The settings of this run's cluster, for a worker. */
export function clusterSettings(): ClusterSettings {
  const settings = readNote<ClusterSettings>('cluster.json');
  if (!settings) throw new Error('The test database is not there.');
  return settings;
}
