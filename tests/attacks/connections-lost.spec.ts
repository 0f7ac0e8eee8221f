// A connection that breaks in the middle costs the work it was at, and nothing after it.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { expect, test } from '@/tests/support/database';

const actor = { kind: 'job', name: 'test' } as const;

const backendOf = async (tx: Tx) =>
  (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;

test('connections broken at every point of a transaction leave the door open for the next', async ({
  database,
}) => {
  const breakAt = (pid: number) => database.superuserSql`select pg_terminate_backend(${pid})`;
  // Far more often than there are connections, so that one left useless each time would be noticed.
  for (let round = 0; round < 40; round++) {
    const broken = as(actor, async (tx) => {
      const pid = await backendOf(tx);
      const asked = round % 2 ? tx.execute(sql`select pg_sleep(1)`) : Promise.resolve();
      await Promise.all([asked, breakAt(pid)]);
      await tx.execute(sql`select 1`);
    });
    await expect(broken).rejects.toThrow();
  }
  const began = Date.now();
  const rest = Array.from({ length: 30 }, () => as(actor, backendOf));
  expect((await Promise.all(rest)).every((pid) => pid > 0)).toBe(true);
  expect(Date.now() - began).toBeLessThan(2_000);
});

/** What becomes of a process that has the guard and throws this where nobody can catch it. */
function processThatThrows(words: string) {
  const guard = JSON.stringify(pathToFileURL(resolve('db/survive-postgres.ts')).href);
  const script = `await import(${guard}); setTimeout(() => { ${words} }); setTimeout(() => console.log('alive'), 200);`;
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
}

const fault = (message: string, file: string) =>
  `const e = new TypeError(${JSON.stringify(message)}); e.stack = e.message + '\\n    at nextWrite (${file}:255:22)'; throw e;`;

const WRITE = "Cannot read properties of null (reading 'write')";

test('the driver’s own fault, and no other, is outlived', () => {
  expect(
    processThatThrows(fault(WRITE, '/app/node_modules/postgres/cjs/src/connection.js')).stdout,
  ).toContain('alive');
  for (const other of [
    fault(WRITE, '/app/lib/notices/send-notice.ts'),
    fault("Cannot read properties of null (reading 'name')", '/app/node_modules/postgres/src/connection.js'),
    "throw new Error('a bug of ours')",
  ]) {
    const { status, stdout } = processThatThrows(other);
    expect(status).toBe(1);
    expect(stdout).not.toContain('alive');
  }
});
