// One launcher a data folder: says who runs on it, and after a `kill -9` ends exactly what that launcher had started.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './data-folder.mjs';
import { endGroup, isRunning, markOf } from './processes.mjs';
import { Stop, say } from './say.mjs';

async function clearUp(file) {
  const left = readJson(file);
  if (isRunning(left?.launcher)) {
    const where = left.url ? ` at ${left.url}` : '';
    throw new Stop(
      `Foyer already runs on this data${where} (process ${left.launcher.pid}): stop it first, or set FOYER_DATA to another folder.`,
    );
  }
  for (const [what, mark] of Object.entries(left?.started ?? {})) {
    if (!isRunning(mark)) continue;
    say(`An earlier start left its ${what} running: stopping it.`);
    await endGroup(mark, ['SIGTERM', 'SIGKILL'], 5_000);
  }
  rmSync(file, { force: true });
}

/** Takes the folder, or stops with a sentence. `started` writes down each process that must not outlive this one. */
export async function claim(dataFolder) {
  const file = join(dataFolder, 'running.json');
  const note = { launcher: markOf(process.pid), url: null, started: {} };
  const text = () => `${JSON.stringify(note, null, 2)}\n`;
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, text(), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST' || tries > 3) throw error;
      await clearUp(file);
    }
  }
  return {
    started(what, pid) {
      if (pid) note.started[what] = markOf(pid);
      else delete note.started[what];
      writePrivate(file, text());
    },
    servesAt(url) {
      note.url = url;
      writePrivate(file, text());
    },
    /** Ends the steps that were under way, and lets go of the folder. */
    async stop() {
      const signals = ['SIGINT', 'SIGTERM', 'SIGKILL'];
      for (const mark of Object.values(note.started)) await endGroup(mark, signals);
      rmSync(file, { force: true });
    },
  };
}
