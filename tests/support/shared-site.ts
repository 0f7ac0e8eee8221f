// The built site that journeys and attacks visit: started once a run, by whoever wants it first, with the demo clinic.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type RunningSite, startSite } from './launcher';
import { readNote, runFolder, writeNote } from './run-folder';

/** The run's one site: the first worker that wants it starts it, the others wait for it. */
export async function sharedSite(): Promise<RunningSite> {
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
    const note = readNote<RunningSite>('site.json');
    if (note) return note;
    const failed = readNote<string>('site-failed.json');
    if (failed) throw new Error(failed);
  }
  throw new Error('The site did not start.');
}
