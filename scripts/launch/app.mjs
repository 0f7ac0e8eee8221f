// The site itself: started as a child, started again when it falls, a bounded number of times.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from './data-folder.mjs';
import { inProject, projectFolder } from './paths.mjs';
import { endGroup, markOf } from './processes.mjs';
import { Stop, say, step } from './say.mjs';

const FALLS_A_MINUTE = 5;
const READY_WITHIN = 60_000;

/** What the site is told: the shell's environment without the owner's address, and what the launcher decided. */
export function siteEnvironment(settings, dataFolder, database) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|DATABASE_URL$|OWNER_DATABASE_URL$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    ...database.keys,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: settings.publicUrl,
    NEXTAUTH_SECRET: database.keys.AUTH_SECRET,
    APP_DATABASE_URL: database.addresses.app,
    DEMO: settings.demo ? 'on' : 'off',
    EMBEDDED: settings.databaseUrl ? '0' : '1',
    FOYER_DATA: dataFolder,
  };
}

/** Answers when it is ready to be visited. */
export async function startApp(house, settings, env) {
  const log = openLog(house.dataFolder, 'app');
  const args = [inProject('scripts/serve.mjs')];
  let child = null;
  let stopping = false;
  let falls = [];

  const launch = () => {
    child = spawn(process.execPath, args, {
      cwd: projectFolder,
      env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    house.claim.started('site', child.pid);
    child.once('error', () => {});
    child.once('exit', (code, signal) => void fell(signal ?? `code ${code}`));
  };

  const fell = async (how) => {
    if (stopping) return;
    falls = [...falls.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (falls.length > FALLS_A_MINUTE) {
      stopping = true;
      return house.giveUp(`The site does not stay up (${how}): ${log.path} says why.`);
    }
    say(`The site ended (${how}; ${log.path} says more): starting it again.`);
    await pause(falls.length * 300);
    if (!stopping) launch();
  };

  house.add({
    async stop() {
      stopping = true;
      if (child?.pid) await endGroup(markOf(child.pid), ['SIGTERM', 'SIGKILL'], 10_000);
      house.claim.started('site', null);
    },
  });
  await step('6/6 Opening the site', async () => {
    launch();
    const host = settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host;
    for (const until = Date.now() + READY_WITHIN; Date.now() < until && !stopping; await pause(100)) {
      const answer = await fetch(`http://${host}:${settings.port}/api/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Stop(`The site did not become ready: ${log.path} says why.`);
  });
}
