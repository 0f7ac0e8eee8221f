// How the tests run: `lib` without a browser on real Postgres, `attacks` and `journeys` against the built site.
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { systemBrowser } from './tests/support/browser';

const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** One more than the machine has cores: much of a test is waiting, for a mail, a lock or a process. */
const WORKERS = Math.min(4, availableParallelism() + 1);

export default defineConfig({
  testDir: 'tests',
  tsconfig: 'tests/tsconfig.json',
  globalSetup: './tests/support/cluster.ts',
  fullyParallel: false,
  workers: Number(process.env.FOYER_TEST_WORKERS || WORKERS),
  forbidOnly: Boolean(process.env.CI),
  // These end what hangs, and nothing else: on a busy machine a good test may take many times as long as on an idle one.
  timeout: 400_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['./tests/support/count-reporter.ts']],
  outputDir: 'test-results',
  use: {
    actionTimeout: 30_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath: systemBrowser() ?? undefined,
      args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
    },
  },
  // In this order: while `lib` runs the site is made. Of each, files that need the same are run one after another, those of the
  // first name first: `attacks` begins with the long ones (`a-start`) and ends with the shortest, so that no worker is left alone.
  projects: [
    { name: 'lib', testDir: 'tests/lib' },
    { name: 'journeys', testDir: 'tests/journeys' },
    { name: 'attacks', testDir: 'tests/attacks' },
  ],
});
