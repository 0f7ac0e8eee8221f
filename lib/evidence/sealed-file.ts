// A file of evidence is sealed as a whole: its last line signs a hash of all before it, so that nothing can be cut off, added or changed unseen.
import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson } from '@/lib/documents/canonical-json';
import type { SigningKey } from '@/lib/documents/seal';
import { keyIdOf } from '@/lib/documents/verify-seal';
import { type Content, type Counts, FORMAT, type LineOf, noCounts } from '@/lib/evidence/line';

/** What the seal covers. Its format sets it apart from a signature's record, which the same key seals. */
const endText = ({ counts, sha256, keyId }: Pick<LineOf<'end'>, 'counts' | 'sha256' | 'keyId'>) =>
  Buffer.from(canonicalJson({ format: 'foyer-evidence-end/1', counts, sha256, keyId }), 'utf8');

export const endHolds = (end: LineOf<'end'>, publicKey: KeyObject) =>
  verify(null, endText(end), publicKey, Buffer.from(end.seal, 'base64'));

type Written = { counts: Counts; sha256: string };

/**
 * Writes the file whole or not at all, readable by its owner alone, a line at a time. `begin` lacks what follows from
 * the key. Throws when there is a file of that name already.
 */
export async function writeSealedFile(
  path: string,
  begin: Omit<LineOf<'begin'>, 'line' | 'format' | 'keyId'>,
  content: AsyncIterable<Content>,
  { privateKey, publicKey }: SigningKey,
): Promise<Written> {
  const counts = noCounts();
  const hash = createHash('sha256');
  const keyId = keyIdOf(publicKey);
  const written = { counts, sha256: '' };
  const put = (line: object) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text, 'utf8');
    return text;
  };
  async function* lines() {
    yield put({ line: 'begin', format: FORMAT, ...begin, keyId });
    for await (const line of content) {
      counts[line.line] += 1;
      yield put(line);
    }
    written.sha256 = hash.digest('hex');
    const seal = sign(null, endText({ ...written, keyId }), privateKey).toString('base64');
    yield `${JSON.stringify({ line: 'end', ...written, keyId, seal })}\n`;
  }
  await keepWhole(path, lines());
  return written;
}

async function keepWhole(path: string, lines: AsyncIterable<string>) {
  const there = await stat(path).catch(() => null);
  if (there) throw Object.assign(new Error(`${path} is there already.`), { code: 'EEXIST' });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${process.pid}`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(half, { mode: 0o600, flush: true }));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

/** No line that Foyer writes comes near it, and no file may fill the memory. */
const LONGEST = 16 * 1024 * 1024;

/** The file's lines as bytes, each without its line feed; `whole` is false for a last one that has none. */
export async function* linesOfFile(path: string): AsyncGenerator<{ bytes: Buffer; whole: boolean }> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    let from = 0;
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...rest, chunk.subarray(from, to)]), whole: true };
      [rest, length, from] = [[], 0, to + 1];
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST) throw new Error(`a line of more than ${LONGEST} bytes`);
  }
  if (length > 0) yield { bytes: Buffer.concat(rest), whole: false };
}
