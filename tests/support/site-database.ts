// The running site's database, as its owner: for what only time would bring about, such as a session left alone for an hour.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';

/** Opens a connection, lends it, and closes it. `dataFolder` is the site's. */
export async function asOwner<T>(dataFolder: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const read = (file: string) => JSON.parse(readFileSync(join(dataFolder, file), 'utf8'));
  const { passwords } = read('secrets.json') as { passwords: { owner: string } };
  const { port } = read('database.json') as { port: number };
  const sql = postgres(
    `postgres://foyer_owner:${encodeURIComponent(passwords.owner)}@127.0.0.1:${port}/foyer`,
    { max: 1 },
  );
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
