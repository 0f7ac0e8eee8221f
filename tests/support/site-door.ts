// `test` on a site of its own, whose database this process opens with its keys: for made-up people who need no way through the forms, and whose signatures are made up too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { closeTheDoor } from './database';
import { startDemoSite } from './demo-site';
import { test as onSite } from './site';

export { expect } from './site';

type Secrets = { keys: Record<string, string>; passwords: { app: string; owner: string } };

/** `ownerSql` as the owner, whom every row is open to. */
export const test = onSite.extend<
  object,
  { ownerSql: postgres.Sql; site: { url: string; dataFolder: string } }
>({
  site: [
    async ({ givenSite }, use, info) =>
      use(
        givenSite
          ? { url: givenSite, dataFolder: process.env.FOYER_TEST_DATA ?? '' }
          : await startDemoSite(`site-door-${info.workerIndex}`),
      ),
    { scope: 'worker', timeout: 400_000 },
  ],
  ownerSql: [
    async ({ site }, use) => {
      const read = (file: string) => JSON.parse(readFileSync(join(site.dataFolder, file), 'utf8'));
      const { keys, passwords }: Secrets = read('secrets.json');
      const { port }: { port: number } = read('database.json');
      const as = (role: string, password: string) =>
        `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/foyer`;
      // The settings are read at their first use, which is in a test: here is early enough.
      Object.assign(process.env, keys, {
        ...{ APP_DATABASE_URL: as('foyer_app', passwords.app), PUBLIC_URL: site.url, DEMO: 'on' },
        OWNER_DATABASE_URL: as('foyer_owner', passwords.owner),
      });
      const sql = postgres(as('foyer_owner', passwords.owner), { max: 2, onnotice: () => {} });
      await use(sql);
      await closeTheDoor();
      await sql.end({ timeout: 2 });
    },
    { scope: 'worker', auto: true },
  ],
});
