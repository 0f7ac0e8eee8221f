// The embedded Postgres: made once, started on 127.0.0.1 alone, started again when it dies, and stopped in order.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLog } from './data-folder.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { asUser } from './postgres-user.mjs';
import { commandOf, end, isRunning, markOf } from './processes.mjs';
import { Stop, say } from './say.mjs';

/** Stands in the data of a database whose making was not cut short. */
export const MADE = 'foyer.made';

const READY_WITHIN = 60_000;
const DEATHS_A_MINUTE = 15;

const environment = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };

async function initialise(house, { folder, user }, binaries, log, password) {
  for (const leftover of readdirSync(folder)) rmSync(join(folder, leftover), { recursive: true });
  const passwordFile = `${folder}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const code = await new Promise((answer) => {
    const args = [
      '--encoding=UTF8',
      '--locale=C',
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '-D',
      folder,
    ];
    const made = spawn(join(binaries, 'bin', 'initdb'), args, {
      ...asUser(user),
      cwd: '/',
      env: environment,
      stdio: ['ignore', log.fd, log.fd],
    });
    house.claim.started('initdb', made.pid);
    made.once('error', (error) => answer(error.message));
    made.once('exit', answer);
  });
  house.claim.started('initdb', null);
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Stop(`The embedded Postgres could not be made (${code}): ${log.path} says why.`);
  writeFileSync(join(folder, MADE), '');
}

const lockFile = (folder) => join(folder, 'postmaster.pid');
const lockLines = (folder) =>
  existsSync(lockFile(folder)) ? readFileSync(lockFile(folder), 'utf8').split('\n') : [];

/** Ends a Postgres that an earlier launcher left behind on this data, and clears a lock that belongs to nobody. */
export async function endLeftPostgres(folder) {
  const pid = Number(lockLines(folder)[0]);
  if (!pid) return;
  const mark = markOf(pid);
  if (!isRunning(mark)) return;
  if (!commandOf(pid).includes(folder)) return rmSync(lockFile(folder), { force: true });
  say('Postgres was left running by an earlier start: stopping it.');
  await end(mark, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 15_000);
}

/** Starts it and keeps it running until the house is closed. `options` are more settings, as `name=value`. */
export async function startPostgres(house, { place, password, options = [] }) {
  const { folder, user, port } = place;
  const binaries = postgresBinaries(user);
  const log = openLog(house.dataFolder, 'postgres');
  await endLeftPostgres(folder);
  if (!existsSync(join(folder, MADE))) await initialise(house, place, binaries, log, password);

  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `port=${port}`,
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_parameter_max_length_on_error=0',
    ...options,
  ].flatMap((setting) => ['-c', setting]);
  let child = null;
  let stopping = false;
  let deaths = [];

  const launch = () => {
    const env = environment;
    child = spawn(join(binaries, 'bin', 'postgres'), ['-D', folder, ...settings], {
      ...asUser(user),
      cwd: '/',
      env,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    child.once('error', () => {});
    child.once('exit', (_code, signal) => void died(signal));
  };

  const died = async (signal) => {
    if (stopping) return;
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (deaths.length > DEATHS_A_MINUTE) {
      stopping = true;
      return house.giveUp(`Postgres does not stay up: ${log.path} says why.`);
    }
    if (signal) say(`Postgres was ended by ${signal}: starting it again.`);
    await pause(deaths.length === 1 || signal ? 100 : 1000);
    if (!stopping) launch();
  };

  const pid = () => child?.pid ?? null;
  const isReady = () =>
    child?.exitCode === null &&
    Number(lockLines(folder)[0]) === pid() &&
    lockLines(folder)[7]?.trim() === 'ready';

  house.add({
    /** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
    async stop() {
      stopping = true;
      if (child?.pid) await end(markOf(child.pid), ['SIGINT', 'SIGQUIT', 'SIGKILL'], 20_000);
    },
  });
  launch();
  for (const until = Date.now() + READY_WITHIN; !isReady(); await pause(50)) {
    if (Date.now() > until || stopping)
      throw new Stop(`The embedded Postgres did not start: ${log.path} says why.`);
  }
}
