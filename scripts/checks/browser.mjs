// A browser to test with: the one that is there, else Playwright's, else the distribution's.
import { inProject } from '../launch/paths.mjs';
import { run, runScript } from '../launch/run.mjs';
import { Stop, say } from '../launch/say.mjs';

/** What installs Chromium as root, by the program that must be there for it. */
const WAYS = [
  [
    'apt-get',
    'apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium',
  ],
  ['dnf', 'dnf install -y chromium'],
  ['apk', 'apk add chromium'],
];

async function works(work) {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Stop) return false;
    throw error;
  }
}

const hasBrowser = (house) =>
  works(() =>
    runScript(house, 'browser', 'scripts/checks/has-browser.ts', {
      env: process.env,
      otherwise: 'No browser',
    }),
  );

export async function findBrowser(house) {
  if (await hasBrowser(house)) return;
  say('No browser to test with: fetching Chromium …');
  const playwright = [inProject('node_modules/@playwright/test/cli.js'), 'install', 'chromium'];
  const ways = [[process.execPath, playwright]];
  if (process.getuid?.() === 0) {
    ways.push(...WAYS.map(([tool, command]) => ['/bin/sh', ['-c', `command -v ${tool} && ${command}`]]));
  }
  for (const [program, args] of ways) {
    await works(() => run(house, 'browser', program, args, { otherwise: 'No browser' }));
    if (await hasBrowser(house)) return;
  }
  throw new Stop(
    `No browser could be installed: install Chromium; ${house.dataFolder}/log/browser.log says what was tried.`,
  );
}
