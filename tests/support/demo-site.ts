// Sites with the demo clinic: its made-up people live through their weeks once a run, and every further site is a copy.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { IN_A_HURRY } from './in-a-hurry';
import { end, type RunningSite, startSite } from './launcher';
import { onceARun } from './once-a-run';
import { readNote, runFolder, writeNote } from './run-folder';

/** The folder of a site that was made whole, and stopped. */
const madeDemo = () =>
  onceARun('demo', async () => {
    const { pid, dataFolder } = await startSite(join(runFolder(), 'demo'));
    await end(pid);
    // Its port is not the copies' port.
    const { port: _, ...database } = readNote<Record<string, unknown>>('demo/database.json') ?? {};
    writeNote('demo/database.json', database);
    return dataFolder;
  });

/**
 * Starts one in that folder of the run's, as `startSite` does. Its Postgres is in a hurry, as the tests’ own,
 * unless it is `asShipped`: where what outlives a crash is asked about.
 */
export async function startDemoSite(
  name: string,
  more: Record<string, string> = {},
  { asShipped = false } = {},
): Promise<RunningSite> {
  const dataFolder = join(runFolder(), name);
  // With its owners: Postgres runs as a user of its own.
  execFileSync('cp', ['-a', await madeDemo(), dataFolder]);
  if (!asShipped) appendFileSync(join(dataFolder, 'postgres/postgresql.conf'), `${IN_A_HURRY.join('\n')}\n`);
  return startSite(dataFolder, more);
}

/** The built site that journeys and attacks visit together. */
export const sharedSite = (): Promise<RunningSite> => onceARun('site', () => startDemoSite('site'));
