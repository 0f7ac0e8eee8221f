// What is dear to make is made once a run: by the worker that wants it first, while the others wait for it.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readNote, runFolder, writeNote } from './run-folder';

const PATIENCE_MS = 400_000;

/** What `make` gave, which must be fit for JSON. Where it failed, everybody who waits fails with its words. */
export async function onceARun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const first = await mkdir(join(runFolder(), `${name}.making`)).then(
    () => true,
    () => false,
  );
  if (first) {
    try {
      writeNote(`${name}.json`, await make());
    } catch (error) {
      writeNote(`${name}-failed.json`, String(error));
      throw error;
    }
  }
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(200)) {
    const made = readNote<T>(`${name}.json`);
    if (made) return made;
    const failed = readNote<string>(`${name}-failed.json`);
    if (failed) throw new Error(failed);
  }
  throw new Error(`Nobody made ${name}.`);
}
