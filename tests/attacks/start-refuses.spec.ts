// A wrong setting stops the start with one sentence that says what to do, before anything is built or changed.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import postgres from 'postgres';
import { clusterSettings, databaseUrl } from '@/tests/support/cluster';
import { freePort, refusedStart } from '@/tests/support/launcher';

const WRONG: [string, Record<string, string>, RegExp][] = [
  ['a port that is no number', { PORT: 'http' }, /^PORT is "http": set it to a number from 1 to 65535/],
  ['a port that is too high', { PORT: '70000' }, /^PORT is "70000": set it/],
  [
    'a public address that is none',
    { PUBLIC_URL: 'intake.example.org' },
    /^PUBLIC_URL is "intake.example.org": set it to the address/,
  ],
  [
    'a public address with a path',
    { PUBLIC_URL: 'https://example.org/intake' },
    /leave out everything after the name and port/,
  ],
  [
    'a public address without https',
    { PUBLIC_URL: 'http://intake.example.org' },
    /set it to the https:\/\/ address/,
  ],
  ['a demo that is neither on nor off', { DEMO: 'maybe' }, /^DEMO is "maybe": set it to on or off/],
  [
    'a data folder that can’t be',
    { FOYER_DATA: '/proc/foyer' },
    /^FOYER_DATA is \/proc\/foyer, which can't be written: set FOYER_DATA/,
  ],
  [
    'a database that is no Postgres',
    { DATABASE_URL: 'mysql://db.example.org/foyer' },
    /^DATABASE_URL is not the address of a Postgres/,
  ],
  [
    'the app’s database alone',
    { APP_DATABASE_URL: 'postgres://a@127.0.0.1/b' },
    /^APP_DATABASE_URL is set and DATABASE_URL is not: set/,
  ],
  [
    'a database without its keys',
    { DATABASE_URL: 'postgres://a@127.0.0.1/b' },
    /AUTH_SECRET, MASTER_KEYS, INDEX_KEY, SIGNING_KEY must be set too: make them once with "node scripts\/new-keys.mjs"/,
  ],
];

const KEYS = {
  AUTH_SECRET: 'x'.repeat(44),
  MASTER_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};

const project = resolve(import.meta.dirname, '../..');

let folder = '';

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-refused-'));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every start has a port of its own, so that nothing else is the reason. */
async function refused(settings: Record<string, string>) {
  const { code, said } = await refusedStart(join(folder, 'data'), {
    PORT: String(await freePort()),
    ...settings,
  });
  expect(code, said).toBe(1);
  return said.trim().split('\n').at(-1) ?? '';
}

/** What the launcher asks before it changes anything: the site's own check of its settings. */
const settingsRefused = (env: Record<string, string>) =>
  new Promise<string>((answer) => {
    const args = ['--import', 'tsx', join(project, 'scripts/check-settings.ts')];
    const tsconfig = join(project, 'scripts/tsconfig.json');
    const given = { ...process.env, ...env, TSX_TSCONFIG_PATH: tsconfig };
    execFile(process.execPath, args, { cwd: project, env: given }, (error, said) =>
      answer(error?.code === 1 ? said : `taken: ${said}`),
    );
  });

for (const [what, settings, sentence] of WRONG) {
  test(`a start is refused for ${what}`, async () => {
    expect(await refused(settings)).toMatch(sentence);
  });
}

test('a port that was asked for and is taken stops the start', async () => {
  const server = createServer();
  const port = await new Promise<number>((answer) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      answer(typeof address === 'object' && address ? address.port : 0);
    });
  });
  expect(await refused({ PORT: String(port) })).toBe(
    `Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
  );
  server.close();
});

test('a database out of reach is told with the reason, and without its password', async () => {
  const settings = { ...KEYS, SIGNING_KEY: clusterSettings().SIGNING_KEY ?? '' };
  const gone = `postgres://somebody:hush-hush@127.0.0.1:${await freePort()}/foyer`;
  const sentence = await refused({ ...settings, DATABASE_URL: gone });
  expect(sentence).toMatch(/^DATABASE_URL can't be used: nothing answers there\. Check the address/);
  expect(sentence).not.toContain('hush-hush');
});

test.describe('a database of the clinic’s own', () => {
  const cluster = () => clusterSettings();
  const keys = () => ({ ...KEYS, SIGNING_KEY: cluster().SIGNING_KEY ?? '' });
  const as = (role: string, database: string) => databaseUrl(cluster()[role] ?? '', database);

  async function asSuperuser(...statements: string[]) {
    const sql = postgres(cluster().SUPERUSER_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
    for (const statement of statements) await sql.unsafe(statement);
    await sql.end();
  }

  test.beforeAll(() =>
    asSuperuser(
      'CREATE DATABASE foyer_ascii OWNER foyer_owner ENCODING SQL_ASCII TEMPLATE template0',
      'CREATE DATABASE foyer_given OWNER foyer_owner',
      "CREATE ROLE foyer_modest LOGIN PASSWORD 'modest'",
      'CREATE DATABASE foyer_modest OWNER foyer_modest',
    ),
  );

  test.afterAll(() =>
    asSuperuser(
      'DROP DATABASE foyer_ascii',
      'DROP DATABASE foyer_given',
      'DROP DATABASE foyer_modest',
      'DROP ROLE foyer_modest',
    ),
  );

  test('is refused when it holds no Unicode', async () => {
    const sentence = await refused({ ...keys(), DATABASE_URL: as('OWNER_DATABASE_URL', 'foyer_ascii') });
    expect(sentence).toBe("The database of DATABASE_URL is in SQL_ASCII: make one with ENCODING 'UTF8'.");
  });

  test('is refused when its user may not make the app’s role, and says how to', async () => {
    const modest = new URL(as('OWNER_DATABASE_URL', 'foyer_modest'));
    modest.username = 'foyer_modest';
    modest.password = 'modest';
    expect(await refused({ ...keys(), DATABASE_URL: modest.href })).toMatch(
      /run CREATE ROLE foyer_app LOGIN PASSWORD/,
    );
  });

  test('is refused when the app would come as somebody whom no policy holds', async () => {
    const settings = { ...keys(), DATABASE_URL: as('OWNER_DATABASE_URL', 'foyer_given') };
    for (const role of ['SUPERUSER_DATABASE_URL', 'OWNER_DATABASE_URL']) {
      const sentence = await refused({ ...settings, APP_DATABASE_URL: as(role, 'foyer_given') });
      expect(sentence).toMatch(/whom row-level security doesn't hold: give the app a role of its own/);
    }
  });

  test('is left untouched when a setting of the site is wrong', async () => {
    const given = {
      DATABASE_URL: as('OWNER_DATABASE_URL', 'foyer_given'),
      APP_DATABASE_URL: as('APP_DATABASE_URL', 'foyer_given'),
    };
    const sentence = await refused({ ...keys(), ...given, MASTER_KEYS: '1:short' });
    expect(sentence).toMatch(/MASTER_KEYS must be written 1:KEY/);
    const sql = postgres(given.DATABASE_URL, { max: 1 });
    expect(await sql`select from pg_tables where schemaname = 'public'`).toHaveLength(0);
    await sql.end();
  });
});

/** What is wrong with how mail is sent, and what the sentence says to do about it. */
const WRONG_MAIL: [Record<string, string>, RegExp][] = [
  [
    { RESEND_API_KEY: 'not a key' },
    /RESEND_API_KEY must be a key of Resend’s, which begins with re_: copy it/,
  ],
  [{ RESEND_API_KEY: 're_made_up' }, /MAIL_FROM must be the address mail comes from, such as/],
  [
    { RESEND_API_KEY: 're_made_up', MAIL_FROM: 'Bay Sex Therapy <a@made-up.example>' },
    /MAIL_FROM must have a neutral name/,
  ],
  [
    { RESEND_API_KEY: 're_made_up', SMTP_URL: 'smtps://u:hush-hush@mail.example' },
    /RESEND_API_KEY and SMTP_URL are both set: keep the one/,
  ],
  [{ RESEND_BASE_URL: 'http://127.0.0.1:9' }, /RESEND_BASE_URL is set and RESEND_API_KEY is not: set it too/],
  [
    { RESEND_API_KEY: 're_made_up', RESEND_BASE_URL: 'ftp://mail.example' },
    /RESEND_BASE_URL must be a web address; leave it out/,
  ],
  [
    { SMTP_URL: 'mailto:hush-hush@made-up.example' },
    /SMTP_URL must look like smtps:\/\/user:password@host:465/,
  ],
  [
    { RESEND_API_KEY: 're_made_up', RESEND_WEBHOOK_SECRET: 'hush-hush' },
    /RESEND_WEBHOOK_SECRET must be the signing secret of the webhook, which begins with whsec_: copy it/,
  ],
];

test('wrong mail settings stop the start, each with what to do, and without the secrets in them', async () => {
  const env = { ...clusterSettings(), WORKER: 'off' };
  for (const [settings, sentence] of WRONG_MAIL) {
    const said = await settingsRefused({ ...env, ...settings });
    expect(said, JSON.stringify(settings)).toMatch(sentence);
    expect(said).not.toContain('hush-hush');
  }
});

test('keys that were lost stop the start: the database beside them can’t be opened', async () => {
  const data = mkdtempSync(join(folder, 'lost-'));
  writeFileSync(join(data, 'database.json'), '{ "port": 1, "made": true }');
  expect(await refused({ FOYER_DATA: data })).toMatch(
    /secrets\.json is gone, .* put it back, or delete .* to begin again/,
  );
});
