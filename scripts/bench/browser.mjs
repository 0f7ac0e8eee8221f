// The browser a bench looks with: alone, without a head, asking nobody anything by itself.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import { findBrowser } from '../checks/browser.mjs';

const QUIET = [
  '--headless=new',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Opens it, found as the tests find theirs; the house ends it. Returns the port that steers it. */
export async function openBrowser(house) {
  await findBrowser(house);
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  const userDataDir = join(house.dataFolder, 'browser');
  mkdirSync(userDataDir);
  const browser = await launch({
    // Without a path it looks for the system's.
    ...(existsSync(own) && { chromePath: own }),
    chromeFlags: process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
    userDataDir,
    handleSIGINT: false,
    logLevel: 'silent',
  });
  house.claim.started('browser', browser.pid);
  return browser.port;
}
