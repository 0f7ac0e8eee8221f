// How the tests run: `lib` without a browser on real Postgres, `attacks` and `journeys` against the built site.
import { defineConfig } from '@playwright/test';
import { systemBrowser } from './tests/support/browser';

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
    actionTimeout: 10_000,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      executablePath: systemBrowser() ?? undefined,
      args: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
    },
  },
  projects: [
    { name: 'lib', testDir: 'tests/lib' },
    { name: 'attacks', testDir: 'tests/attacks' },
    { name: 'journeys', testDir: 'tests/journeys' },
  ],
});
