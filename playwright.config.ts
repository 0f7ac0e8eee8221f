// How the tests run: `lib` without a browser on real Postgres, `attacks` and `journeys` against the built site.
import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';

const ownBrowser = existsSync(chromium.executablePath());
const systemBrowser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'tests',
  tsconfig: 'tests/tsconfig.json',
  globalSetup: './tests/support/cluster.ts',
  fullyParallel: false,
  workers: Number(process.env.FOYER_TEST_WORKERS || 2),
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tests/support/count-reporter.ts']],
  outputDir: 'test-results',
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      ...(ownBrowser || !systemBrowser ? {} : { executablePath: systemBrowser }),
      args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
    },
  },
  projects: [
    { name: 'lib', testDir: 'tests/lib' },
    { name: 'attacks', testDir: 'tests/attacks' },
    { name: 'journeys', testDir: 'tests/journeys' },
  ],
});
