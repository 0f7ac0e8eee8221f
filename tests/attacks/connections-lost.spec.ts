// A connection that breaks in the middle costs the work it was at, and nothing after it.
import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@/tests/support/database';

const project = resolve(import.meta.dirname, '../..');

// In a process of its own: the driver's fault is thrown where nobody can catch it, and a test's process would fall.
test('connections broken at every point of a transaction leave the door open for the next', ({
  database,
}) => {
  const said = execFileSync(
    process.execPath,
    ['--import', 'tsx', resolve(import.meta.dirname, 'break-connections.ts')],
    {
      cwd: project,
      encoding: 'utf8',
      env: {
        ...process.env,
        TSX_TSCONFIG_PATH: resolve(project, 'tests/tsconfig.json'),
        SUPERUSER_URL: database.superuserUrl,
      },
    },
  );
  expect(JSON.parse(said)).toEqual({ broken: 40, answered: 30, inTime: true });
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
