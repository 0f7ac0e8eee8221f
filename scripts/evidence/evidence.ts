// Writes an export or a checkpoint from the database, or the public key that verifies them.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isBusy } from '@/db/busy';
import { publicKeyText } from '@/lib/documents/public-keys';
import { settings } from '@/lib/env/settings';
import { exportEvidence } from '@/lib/evidence/export-evidence';
import { writeCheckpoint } from '@/lib/evidence/keep-checkpoint';
import { countsInWords } from './in-words';

/** What stops the command, said in a sentence. */
const REASONS: Record<string, string> = {
  EEXIST: 'there is a file of that name already: name another',
  EACCES: 'you may not write there',
  ENOSPC: 'the disk is full',
  '42P01': 'the database is older than this program: start Foyer once, and it is brought up to date',
  '42703': 'the database is older than this program: start Foyer once, and it is brought up to date',
};

/** npm changes the folder; the path is meant from where it was typed. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const stamp = () => new Date().toISOString().slice(0, 19).replaceAll(':', '-');

const COMMANDS: Record<string, (given: { path?: string; personal: boolean }) => Promise<void>> = {
  async export({ path, personal }) {
    const file = path ? fromHere(path) : join(settings.dataFolder, 'evidence', `evidence-${stamp()}.jsonl`);
    const counts = await exportEvidence(file, { personal });
    console.log(`${file}\nholds ${countsInWords(counts)}.`);
    console.log(
      personal
        ? 'Names, network addresses and browsers of those who signed are in it in plain: keep it as you keep a client’s file.'
        : 'It names nobody, and says what happened and when: keep it as you keep a client’s file.',
    );
  },
  async checkpoint({ path }) {
    const file = path ? fromHere(path) : join(settings.checkpointFolder, `checkpoint-${stamp()}.jsonl`);
    const chains = await writeCheckpoint(file);
    console.log(
      `${file}\nholds how far ${chains} chains had come. Keep it where nobody who can change the database can change it.`,
    );
  },
  async 'public-key'() {
    const key = Buffer.from(process.env.SIGNING_KEY ?? '', 'base64');
    const publicKey = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
    process.stdout.write(publicKeyText(publicKey));
  },
};

const options = { personal: { type: 'boolean', default: false } } as const;

async function run() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: false });
  const [command = '', path, ...more] = positionals;
  const unknown = Object.keys(values).find((name) => !Object.hasOwn(options, name));
  if (unknown) throw new Error(`there is no --${unknown}; there is --personal`);
  const write = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!write || more.length > 0) throw new Error('give one file at most');
  await write({ path, personal: values.personal === true });
}

try {
  await run();
} catch (error) {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  const reason = REASONS[code ?? cause?.code ?? ''];
  const message = error instanceof Error ? error.message : String(error);
  if (isBusy(error)) console.log('The database does not answer: try again, or see that Postgres runs.');
  else console.log(`Nothing was written: ${reason ?? message}.`);
  process.exitCode = 1;
}
process.exit();
