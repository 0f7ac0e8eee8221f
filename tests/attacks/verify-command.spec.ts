// The commands by which a clinic writes evidence, and by which anybody verifies it, on a machine that knows nothing of the clinic.
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { madeUpClient, openClinic, sign } from '../lib/documents/made-up-people';
import { clusterSettings } from '../support/cluster';
import { expect, test } from '../support/database';
import { sharedSite } from '../support/demo-site';
import { newcomersEnvironment } from '../support/launcher';

const project = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'foyer-command-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** As npm runs it from that folder: the working folder is the project's, and INIT_CWD says where it was typed. */
function command(script: string, args: string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number; said: string }>((answer) => {
    execFile(
      process.execPath,
      [join(project, 'scripts', script), ...args],
      { cwd: project, env: newcomersEnvironment({ INIT_CWD: folder, ...env }) },
      (error, said, complaint) =>
        answer({ code: typeof error?.code === 'number' ? error.code : 0, said: said + complaint }),
    );
  });
}

const verify = (...files: string[]) => command('verify.mjs', files);

/** What a clinic with a database of its own has in its settings. */
function ofTheClinic(database: { ownerUrl: string; appUrl: string }) {
  const { AUTH_SECRET, MASTER_KEYS, INDEX_KEY, SIGNING_KEY } = clusterSettings();
  const keys = { AUTH_SECRET, MASTER_KEYS, INDEX_KEY, SIGNING_KEY } as Record<string, string>;
  return { ...keys, DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, FOYER_DATA: folder };
}

test.beforeAll(async ({ database }) => {
  await openClinic();
  const clinic = ofTheClinic(database);
  const key = await command('evidence.mjs', ['public-key'], clinic);
  writeFileSync(join(folder, 'key.pem'), key.said);
  expect(key.said).not.toContain('PRIVATE');
  expect(await command('evidence.mjs', ['checkpoint', 'before.jsonl'], clinic)).toMatchObject({ code: 0 });
});

test('what a clinic wrote verifies elsewhere, with its public key alone; what was touched does not', async ({
  database,
}) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  const clinic = ofTheClinic(database);
  const written = await command('evidence.mjs', ['export', 'evidence.jsonl'], clinic);
  expect(written, written.said).toMatchObject({ code: 0 });
  expect(written.said).toMatch(
    /evidence\.jsonl\nholds 8 document versions, 1 signature, 0 estimates, and \d+ events in \d+ chains\.\nIt names nobody/,
  );
  expect(statSync(join(folder, 'evidence.jsonl')).mode & 0o777).toBe(0o600);

  const holds = await verify('evidence.jsonl', 'key.pem', 'before.jsonl');
  expect(holds, holds.said).toMatchObject({
    code: 0,
    said: expect.stringMatching(/\nEverything holds\.\n$/),
  });
  expect((await verify('evidence.jsonl', 'key.pem')).said).toContain('Compared with no earlier file');

  const text = readFileSync(join(folder, 'evidence.jsonl'), 'utf8');
  writeFileSync(
    join(folder, 'edited.jsonl'),
    text.replace(
      '"kind":"signature","slug":"electronic-records","version":1,"round":0,"sha256"',
      '"kind":"receipt","slug":"electronic-records","version":1,"round":0,"sha256"',
    ),
  );
  expect(readFileSync(join(folder, 'edited.jsonl'), 'utf8'), 'something was edited').not.toBe(text);
  const edited = await verify('edited.jsonl', 'key.pem');
  expect(edited, edited.said).toMatchObject({ code: 1 });
  expect(edited.said).toMatch(/3 things do not hold:\n- The file was changed after it was made/);
  expect(edited.said).toContain(
    `by ${client.id}: its row was changed, and says something else than what was sealed (kind).`,
  );

  const { publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'other.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  const other = await verify('evidence.jsonl', 'other.pem');
  expect(other.code).toBe(1);
  expect(other.said).toMatch(
    /^Export of [^:]+:\d\d UTC, sealed with key \w{16}\.\nThe file was sealed with a key that is not in your key file\./,
  );

  const again = await command('evidence.mjs', ['export', 'evidence.jsonl'], clinic);
  expect(again).toEqual({
    code: 1,
    said: 'Nothing was written: there is a file of that name already: name another.\n',
  });
});

test('a file that can’t be used is refused in a sentence', async () => {
  writeFileSync(join(folder, 'letter.txt'), 'Dear clinic\n');
  writeFileSync(
    join(folder, 'secret.pem'),
    '-----BEGIN PRIVATE KEY-----\nmade up\n-----END PRIVATE KEY-----\n',
  );
  for (const [files, sentence] of [
    [[], /^npm run verify -- EXPORT KEY/],
    [['letter.txt', 'nowhere.pem'], /^There is no file .*nowhere\.pem\.\n$/],
    [['letter.txt', 'letter.txt'], /letter\.txt holds no public key/],
    [['letter.txt', 'secret.pem'], /secret\.pem holds a private key/],
    [['letter.txt', 'key.pem'], /letter\.txt is no file that Foyer wrote/],
    [['before.jsonl', 'key.pem'], /before\.jsonl is a checkpoint: give an export first/],
  ] as const) {
    const { code, said } = await verify(...files);
    expect(said).toMatch(sentence);
    expect(code, said).toBe(2);
  }
});

test('a clinic that can’t be reached writes nothing, and says why', async ({ database }) => {
  const clinic = ofTheClinic(database);
  const nowhere = { ...clinic, DATABASE_URL: 'postgres://a@127.0.0.1:9/b', APP_DATABASE_URL: '' };
  expect(await command('evidence.mjs', ['export', 'never.jsonl'], nowhere)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^DATABASE_URL can't be used: nothing answers there/),
  });
  expect(await command('evidence.mjs', ['export'], { FOYER_DATA: folder })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^There is no clinic in /),
  });
  expect(await command('evidence.mjs', ['export', '--everything'], clinic)).toEqual({
    code: 1,
    said: 'Nothing was written: there is no --everything; there is --personal.\n',
  });
});

test('what a running site did, with everything that was tried on it, holds', async () => {
  const running = { FOYER_DATA: (await sharedSite()).dataFolder };
  writeFileSync(join(folder, 'site.pem'), (await command('evidence.mjs', ['public-key'], running)).said);
  const written = await command('evidence.mjs', ['export', 'site.jsonl'], running);
  expect(written, written.said).toMatchObject({ code: 0 });
  const { said } = await verify('site.jsonl', 'site.pem');
  expect(said).toMatch(
    /^Export of .*: \d+ document versions, [\d,]{2,} signatures, \d+ estimates?, and [\d,]+ events/,
  );
  // Texts may have been published as no clinic could, straight into the table; whatever else holds.
  expect(
    said.split('\n').filter((line) => /^- (Signature|Estimate|Record|The file|Line)/.test(line)),
  ).toEqual([]);
});
