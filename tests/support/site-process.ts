// The built site that journeys and attacks visit: started once a run by the launcher, as a newcomer would, with the demo clinic.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readNote, runFolder, writeNote } from './run-folder';

const project = resolve(import.meta.dirname, '../..');

export type SiteNote = { pid: number; url: string; dataFolder: string };

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

const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Only what a newcomer's shell would hold, so that a worker's own database isn't taken for the site's. */
export function newcomersEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (!['PATH', 'HOME', 'TMPDIR'].includes(name)) delete environment[name];
  }
  return Object.assign(environment, more);
}

/** Starts a site of its own in that folder and waits until it is ready; for tests that break it. */
export async function startSite(dataFolder: string, more: Record<string, string> = {}): Promise<SiteNote> {
  const port = more.PORT ?? String(await freePort());
  const log = `${dataFolder}.log`;
  const out = openSync(log, 'a');
  const child = spawn(process.execPath, [join(project, 'scripts/start.mjs')], {
    cwd: project,
    env: newcomersEnvironment({ FOYER_DATA: dataFolder, PORT: port, ...more }),
    stdio: ['ignore', out, out],
  });
  child.unref();
  const pid = child.pid ?? 0;
  const url = more.PUBLIC_URL ?? `http://localhost:${port}`;
  for (const until = Date.now() + 300_000; Date.now() < until; await pause(200)) {
    if (child.exitCode !== null) break;
    const ready = await fetch(`http://127.0.0.1:${port}/api/readyz`).catch(() => null);
    if (ready?.ok) return { pid, url, dataFolder };
  }
  if (child.exitCode === null) await end(pid);
  throw new Error(`The site did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** Asks a launcher to stop everything that it started, and waits until it has. */
export async function end(pid: number) {
  if (!lives(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + 40_000; lives(pid) && Date.now() < until; await pause(50));
  if (lives(pid)) throw new Error(`The site (process ${pid}) did not stop.`);
}

/** The run's one site: the first worker that wants it starts it, the others wait for it. */
export async function sharedSite(): Promise<SiteNote> {
  const first = await mkdir(join(runFolder(), 'site.starting')).then(
    () => true,
    () => false,
  );
  if (first) {
    try {
      writeNote('site.json', await startSite(join(runFolder(), 'site')));
    } catch (error) {
      writeNote('site-failed.json', String(error));
      throw error;
    }
  }
  for (const until = Date.now() + 320_000; Date.now() < until; await pause(200)) {
    const note = readNote<SiteNote>('site.json');
    if (note) return note;
    const failed = readNote<string>('site-failed.json');
    if (failed) throw new Error(failed);
  }
  throw new Error('The site did not start.');
}

export async function stopSite() {
  const folder = process.env.FOYER_TEST_RUN;
  if (!folder || !existsSync(join(folder, 'site.json'))) return;
  const note = readNote<SiteNote>('site.json');
  if (note) await end(note.pid);
}
