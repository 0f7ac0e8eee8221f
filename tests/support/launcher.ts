// Starts Foyer as a newcomer would, waits until it is ready or says why not, and stops it.
import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readNote, runFolder, writeNote } from './run-folder';
import { isAlive, postgresPid, processesOf, sitePid } from './running';

const project = resolve(import.meta.dirname, '../..');

export type RunningSite = { pid: number; url: string; dataFolder: string };

export function freePort(): Promise<number> {
  return new Promise((answer, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => answer(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Only what a newcomer's shell would hold, so that a worker's own database isn't taken for the site's. */
export function newcomersEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (!['PATH', 'HOME', 'TMPDIR'].includes(name)) delete environment[name];
  }
  return Object.assign(environment, more);
}

/** What the launcher of that site printed. */
export const logOf = (dataFolder: string) => `${dataFolder}.log`;

const launcher = join(project, 'scripts/start.mjs');

/** A start that is expected to stop by itself: with which code, and what it said. */
export function refusedStart(
  dataFolder: string,
  more: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const env = newcomersEnvironment({ FOYER_DATA: dataFolder, ...more });
  return new Promise((answer) => {
    execFile(process.execPath, [launcher], { cwd: project, env, timeout: 180_000 }, (error, said) =>
      answer({ code: typeof error?.code === 'number' ? error.code : 0, said }),
    );
  });
}

const said = (dataFolder: string) => readFileSync(logOf(dataFolder), 'utf8');

/** `npm test` builds the site while the first tests run: waits until it is there, or says that it can't be built. */
async function untilBuilt() {
  const note = process.env.FOYER_TEST_BUILT;
  while (note && !existsSync(note)) await pause(200);
  if (note && readFileSync(note, 'utf8') === 'no') throw new Error('The site could not be built.');
}

/** Starts a site of its own in that folder, on a free port unless `more` has one ('' for none asked), until it says that it is ready. */
export async function startSite(dataFolder: string, more: Record<string, string> = {}): Promise<RunningSite> {
  await untilBuilt();
  const PORT = more.PORT ?? String(await freePort());
  const out = openSync(logOf(dataFolder), 'w');
  const child = spawn(process.execPath, [launcher], {
    cwd: project,
    env: newcomersEnvironment({ FOYER_DATA: dataFolder, ...more, PORT }),
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  child.unref();
  const pid = child.pid ?? 0;
  writeNote(`started-${pid}.json`, { pid, dataFolder });
  for (const until = Date.now() + 300_000; Date.now() < until && child.exitCode === null; await pause(100)) {
    const url = said(dataFolder).match(/^Foyer is ready: (\S+)/m)?.[1];
    if (url) return { pid, url, dataFolder };
  }
  await end(pid);
  throw new Error(`The site did not start:\n${said(dataFolder).slice(-2000)}`);
}

/** Asks a launcher to stop everything that it started, and waits until it has. */
export async function end(pid: number) {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + 40_000; isAlive(pid) && Date.now() < until; await pause(50));
  if (isAlive(pid)) throw new Error(`The site (process ${pid}) did not stop.`);
}

/** Whatever is left of the run's sites, also where a test failed half-way: each process by its own number. */
export async function endAllSites() {
  const notes = readdirSync(runFolder()).filter((name) => /^started-\d+\.json$/.test(name));
  for (const note of notes) {
    const { pid, dataFolder } = readNote<RunningSite>(note) ?? { pid: 0, dataFolder: '' };
    await end(pid);
    // Written down only while it runs; a killed launcher could not take it back.
    if (!existsSync(join(dataFolder, 'running.json'))) continue;
    if (isAlive(processesOf(dataFolder).launcher.pid)) continue;
    for (const left of [sitePid(dataFolder), postgresPid(dataFolder)])
      if (isAlive(left)) process.kill(left, 'SIGINT');
  }
}
