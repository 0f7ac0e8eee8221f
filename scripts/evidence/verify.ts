// Verifies an export by the clinic's public key: 0 when everything holds, 1 when something does not, 2 when a file can't be used.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { publicKeysIn } from '@/lib/documents/public-keys';
import { Unusable, verifyEvidence } from '@/lib/evidence/verify-evidence';
import { reportInWords } from './in-words';

const USAGE = `npm run verify -- EXPORT KEY [EARLIER …]
  EXPORT   what "npm run evidence" wrote
  KEY      the clinic's public key, as "npm run public-key" printed it; from the clinic, not from whoever gave you the export
  EARLIER  checkpoints, or exports, that were kept from before`;

const KEY_FAULTS = {
  'private-key': 'holds a private key. Verifying needs the public one: keep the private one to yourself',
  none: 'holds no public key of the kind that Foyer seals with: it is what "npm run public-key" prints',
};

const UNUSABLE = {
  'not-evidence': 'is no file that Foyer wrote, or its beginning is gone',
  checkpoint: 'is a checkpoint: give an export first, and this after the key',
  'broken-earlier':
    'does not hold itself, or was sealed with a key that is not in your key file: nothing can be compared with it',
  later: 'is newer than the export: only earlier files can be compared with it',
};

/** A file that can't be used, said in a sentence. */
class Refused extends Error {}

async function keysIn(path: string) {
  const read = publicKeysIn(await readFile(path, 'utf8'));
  if (read.ok) return read.keys;
  throw new Refused(`${path} ${KEY_FAULTS[read.reason]}.`);
}

function refusalOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof Unusable) return `${error.path} ${UNUSABLE[error.reason]}.`;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EISDIR') return 'One of these is a folder: give files.';
  return `${path ?? 'A file'} can't be read: ${message}.`;
}

/** npm changes the folder; the paths are meant from where they were typed. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

// Whoever listened may have left (`npm run verify | head`): that is no reason to fall.
process.stdout.on('error', () => {});

try {
  const [file, keyFile, ...earlier] = process.argv.slice(2).map(fromHere);
  if (!file || !keyFile) throw new Refused(USAGE);
  const report = await verifyEvidence(file, await keysIn(keyFile), earlier);
  process.stdout.write(`${reportInWords(report).join('\n')}\n`);
  process.exitCode = report.findings.length > 0 ? 1 : 0;
} catch (error) {
  console.log(refusalOf(error));
  process.exitCode = 2;
}
