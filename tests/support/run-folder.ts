// The folder of one test run, and the notes that the run's processes leave each other there.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Set for every worker before it starts. */
export function runFolder(): string {
  const folder = process.env.FOYER_TEST_RUN;
  if (!folder) throw new Error('Start the tests with: npx playwright test');
  return folder;
}

export function readNote<T>(name: string): T | null {
  const file = join(runFolder(), name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** Written whole, so that nobody reads half of it. */
export function writeNote(name: string, content: unknown) {
  const file = join(runFolder(), name);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}
