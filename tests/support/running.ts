// Which processes a running site has, as its launcher wrote them down.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Mark = { pid: number; since: string };
type Note = { launcher: Mark; started: Record<string, Mark> };

export function processesOf(dataFolder: string): Note {
  return JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as Note;
}

export const sitePid = (dataFolder: string) => processesOf(dataFolder).started.site?.pid ?? 0;

/** 0 while there is none. */
export function postgresPid(dataFolder: string): number {
  const file = join(dataFolder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** Whether it runs: one that has ended and only waits to be counted out does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = `/proc/${pid}/stat`;
    return pid > 0 && !(existsSync(stat) && /\) [ZX] /.test(readFileSync(stat, 'utf8')));
  } catch {
    return false;
  }
}
