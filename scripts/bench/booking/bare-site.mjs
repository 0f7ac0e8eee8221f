// The baseline over HTTP: a Next app of a few routes, built and served by the project's own Next from a folder that goes with the bench.

import { spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from '../../launch/data-folder.mjs';
import { inProject } from '../../launch/paths.mjs';
import { anyFreePort } from '../../launch/ports.mjs';
import { endGroup, markOf } from '../../launch/processes.mjs';
import { run } from '../../launch/run.mjs';
import { Stop } from '../../launch/say.mjs';

const next = inProject('node_modules/next/dist/bin/next');

/** Answers with its address when it is ready. `database` is the address of the clinic's. */
export async function openBareSite(room, { database, connections }) {
  const folder = join(room.dataFolder, 'bare');
  cpSync(join(import.meta.dirname, 'bare-app'), folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'bare-booking.mjs'), join(folder, 'bare-booking.mjs'));
  cpSync(join(import.meta.dirname, '../saving/bare-saving.mjs'), join(folder, 'bare-saving.mjs'));
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE: database,
    CONNECTIONS: String(connections),
  };
  // Webpack: it follows the link to the packages out of the folder.
  await run(room, 'bare-build', process.execPath, [next, 'build', folder, '--webpack'], {
    env,
    otherwise: 'The bare site could not be built',
  });
  const port = await anyFreePort();
  const log = openLog(room.dataFolder, 'bare');
  const args = [next, 'start', folder, '--port', String(port), '--hostname', '127.0.0.1'];
  const child = spawn(process.execPath, args, { env, detached: true, stdio: ['ignore', log.fd, log.fd] });
  room.claim.started('bare', child.pid);
  room.add({
    async stop() {
      await endGroup(markOf(child.pid), ['SIGTERM', 'SIGKILL'], 5_000);
      room.claim.started('bare', null);
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    if ((await fetch(`${url}/times`).catch(() => null))?.ok) return url;
  }
  throw new Stop(`The bare site did not open: ${log.path} says why.`);
}
