// Workers that are killed while a provider has their mail in hand, before it took it in and after, until nothing is left to send.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import type { Sql } from 'postgres';
import { openResendStandIn, type StandIn } from './resend-stand-in';

const project = resolve(import.meta.dirname, '../../..');

export type Worker = {
  child: ChildProcess;
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>;
};

let made: string | undefined;

/** The worker's program in one file: reading its hundreds of modules each time is most of what a start costs. */
function inOneFile(): string {
  if (made) return made;
  const file = join(project, `node_modules/.cache/foyer-worker-${process.pid}.mjs`);
  buildSync({
    entryPoints: [join(project, 'scripts/worker/until-stopped.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: join(project, 'scripts/tsconfig.json'),
    jsx: 'automatic',
    external: ['react-dom/server*'],
    banner: { js: `import{createRequire}from'node:module';const require=createRequire(import.meta.url);` },
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(file, { force: true }));
  made = file;
  return file;
}

/** `npm run worker` without its launcher, on the database of this process' settings; ready when it says so. */
export async function startWorker(env: Record<string, string>): Promise<Worker> {
  const child = spawn(process.execPath, [inOneFile()], {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const runs = new Promise<void>((answer) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
        if (said.includes('The worker runs')) answer();
      });
  });
  const fell = ended.then((code) => {
    throw new Error(`The worker ended (${code}): ${said}`);
  });
  fell.catch(() => {});
  await Promise.race([runs, fell]);
  return { child, ended };
}

/** Mail through a stand-in for Resend. */
export const throughResend = (url: string) => ({
  RESEND_API_KEY: 're_made_up',
  RESEND_BASE_URL: url,
  MAIL_FROM: 'Made-up Practice <hello@made-up.example>',
});

export type Kills = { before: number; after: number };
type Side = keyof Kills;

/**
 * Each kill is a `kill -9` while the worker waits for the provider's answer. The job is then given back as the queue's
 * own upkeep would within a minute (`helpAlong` does at once what it does), and the next worker goes on. `sql`: as the
 * owner. `left`: how many are still to be sent.
 */
export async function killWorkers(
  sql: Sql,
  wanted: Kills,
  left: () => Promise<number>,
): Promise<{ kills: Kills; provider: StandIn }> {
  const kills = { before: 0, after: 0 };
  let worker: Worker | undefined;
  const provider = await openResendStandIn(async () => {
    const open = (['before', 'after'] as Side[]).filter((side) => kills[side] < wanted[side]);
    const side = open[(kills.before + kills.after) % Math.max(1, open.length)];
    if (!side || !worker) return 'take';
    kills[side] += 1;
    worker.child.kill('SIGKILL');
    await worker.ended;
    return side === 'before' ? 'close' : 'take-and-close';
  });
  try {
    while ((await left()) > 0) {
      worker = await startWorker(throughResend(provider.url));
      await Promise.race([worker.ended, untilNone(left)]);
      worker.child.kill('SIGKILL');
      await worker.ended;
      await helpAlong(sql);
    }
  } finally {
    worker?.child.kill('SIGKILL');
    await provider.close();
  }
  return { kills, provider };
}

export async function untilNone(left: () => Promise<number>) {
  while ((await left()) > 0) await pause(200);
}

/** What pg-boss does with jobs whose worker is gone, without the wait for it. */
export const helpAlong = (sql: Sql) =>
  sql`update pgboss.job set state = 'retry', retry_count = retry_count + 1, start_after = now()
    where name = 'notice.send' and state = 'active'`;
