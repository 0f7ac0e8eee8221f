// Format, lint, types, import rules, build, and every test: each counted, each said when it fails.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../launch/build.mjs';
import { inHouse } from '../launch/house.mjs';
import { install } from '../launch/install.mjs';
import { inProject, projectFolder } from '../launch/paths.mjs';
import { say } from '../launch/say.mjs';
import { findBrowser } from './browser.mjs';

/** Runs one of the installed tools where everybody can see it; throws when it finds fault, or was called off by `signal`. */
async function tool(house, name, script, args, env = {}, signal = undefined) {
  const ended = await new Promise((answer) => {
    const child = spawn(process.execPath, [inProject('node_modules', script), ...args], {
      cwd: projectFolder,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    house.claim.started(name, child.pid);
    // It ends what it started itself, so it is asked, and not killed.
    signal?.addEventListener('abort', () => child.kill('SIGINT'));
    child.once('error', (error) => answer(error.message));
    child.once('exit', (code, signal) => answer(signal ?? code));
  });
  house.claim.started(name, null);
  if (ended !== 0) throw new Error(`${name} ended with ${ended}`);
}

const types = (house) => tool(house, 'tsc', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);

/** With the types of its routes, which a build that is there already may have been made without. */
async function buildWithTypes(house) {
  await tool(house, 'next typegen', 'next/dist/bin/next', ['typegen']);
  await build(house);
}

async function importRules() {
  const { checkImportRules } = await import('./import-rules.mjs');
  await checkImportRules();
}

const BUILD = [['build', buildWithTypes]];
/** No test waits for these. */
const OTHERS = [
  ['format and lint', (house) => tool(house, 'biome', '@biomejs/biome/bin/biome', ['ci', '--colors=off'])],
  ['types', types],
  ['import rules', importRules],
];

/** Those that failed, by name. */
async function runChecks(house, checks) {
  const failed = [];
  for (const [name, check] of checks) {
    say(`── ${name}`);
    const began = Date.now();
    try {
      await check(house);
      say(`   ${name}: holds (${Math.round((Date.now() - began) / 1000)} s)`);
    } catch (error) {
      say(error.message);
      say(`   FAILED: ${name}`);
      failed.push(name);
    }
  }
  return failed;
}

/** Where it is written down, for the tests that wait for it, whether there is a site. */
const builtNote = (house) => join(house.dataFolder, 'built');

/** `{ passed, failed }` of Playwright's tests; a run that broke off counts as a failure. Without a site, those that need none. */
async function runTests(house, hasSite, signal = undefined) {
  say('── tests');
  const counts = join(house.dataFolder, 'counts.json');
  const some = process.argv.slice(2);
  const args = ['test', ...some, ...(hasSite ? [] : ['--project=lib'])];
  const env = {
    FOYER_TEST_COUNTS: counts,
    ...(hasSite && { FOYER_TEST_BUILT: builtNote(house) }),
    ...(hasSite && some.length === 0 && { FOYER_TEST_SITE_SOON: 'yes' }),
  };
  try {
    await tool(house, 'tests', '@playwright/test/cli.js', args, env, signal);
  } catch (error) {
    if (!existsSync(counts)) {
      say(error.message);
      return { passed: 0, failed: 1 };
    }
  }
  return JSON.parse(readFileSync(counts, 'utf8'));
}

/** The tests, which begin while the site is built; where it can't be, those that need none, from the beginning. */
async function runTestsMeanwhile(house, built) {
  const off = new AbortController();
  built.then((holds) => {
    writeFileSync(builtNote(house), holds ? 'yes' : 'no');
    if (!holds) off.abort();
  });
  const tests = await runTests(house, true, off.signal);
  return off.signal.aborted ? runTests(house, false) : tests;
}

async function checkEverything(house) {
  await install(house);
  await findBrowser(house);
  const building = runChecks(house, BUILD);
  const [tests, ...checks] = await Promise.all([
    runTestsMeanwhile(
      house,
      building.then((failed) => failed.length === 0),
    ),
    building,
    building.then(() => runChecks(house, OTHERS)),
  ]);
  const failed = checks.flat();
  const passed = BUILD.length + OTHERS.length - failed.length + tests.passed;
  const wrong = failed.length + tests.failed;
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
  if (wrong === 0) rmSync(house.dataFolder, { recursive: true, force: true });
  else say(`Logs are in ${house.dataFolder}/log`);
  say(`${passed} passed, ${wrong} failed`);
  await house.stop(wrong === 0 ? 0 : 1);
}

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-check-'));
  chmodSync(folder, 0o711);
  return folder;
}

export const test = () => inHouse(newFolder, checkEverything);
