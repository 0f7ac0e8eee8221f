// Verifies an export from its file, the clinic's public keys and what was kept of earlier: no database, no secret, no network.
import { createHash } from 'node:crypto';
import { isErasure } from '@/lib/audit/erasure';
import { Chain, type Point } from '@/lib/audit/verify-chain';
import type { PublicKeys } from '@/lib/documents/public-keys';
import { DocumentCheck } from '@/lib/evidence/check-documents';
import { EstimateCheck } from '@/lib/evidence/check-estimates';
import type { Finding, Report } from '@/lib/evidence/findings';
import { type EvidenceLine, evidenceLine, type LineOf, noCounts } from '@/lib/evidence/line';
import { endHolds, linesOfFile } from '@/lib/evidence/sealed-file';

/**
 * Why a file can't be used at all. `not-evidence`: Foyer wrote no such file. `checkpoint`: there is nothing in it to
 * verify. `broken-earlier`: a checkpoint that doesn't hold proves nothing. `later`: it is newer than the export.
 */
export class Unusable extends Error {
  override name = 'Unusable';

  constructor(
    readonly path: string,
    readonly reason: 'not-evidence' | 'checkpoint' | 'broken-earlier' | 'later',
  ) {
    super(`${path}: ${reason}`);
  }
}

/** What is done with the lines of one file as they come by, after its first. */
type Reader = (line: EvidenceLine) => void;

/**
 * `path`: an export. `earlier`: checkpoints or exports that were made before it. Finds everything that doesn't hold,
 * by name; when the file itself was sealed with none of `keys`, nothing else in it is judged. Throws `Unusable`, and
 * what the system throws when a file can't be read.
 */
export async function verifyEvidence(
  path: string,
  keys: PublicKeys,
  earlier: readonly string[] = [],
): Promise<Report> {
  const begin = await beginningOf(path);
  if (begin.kind === 'checkpoint') throw new Unusable(path, 'checkpoint');
  const report: Report = { begin, counts: noCounts(), erased: 0, checkedAgainst: [], findings: [] };
  if (!keys.has(begin.keyId)) {
    report.findings.push({ about: 'file', why: 'other-key' });
    return report;
  }
  const points = new Map<string, Point[]>();
  for (const file of earlier) report.checkedAgainst.push(await pointsOf(file, keys, begin.madeAt, points));
  await verifyContent(path, keys, points, report);
  return report;
}

async function verifyContent(path: string, keys: PublicKeys, points: Map<string, Point[]>, report: Report) {
  const heads = new Map<string, Point>();
  const chains = new Map<string, Chain>();
  const chainOf = (subject: string) => {
    const chain = chains.get(subject) ?? new Chain(subject, heads.get(subject), points.get(subject));
    chains.set(subject, chain);
    return chain;
  };
  const documents = new DocumentCheck(keys);
  const estimates = new EstimateCheck(keys);
  const judgesEstimates = report.begin.format !== 'foyer-evidence/1';
  const erased = new Set<string>();
  const faults = await readSealed(path, keys, (line) => {
    if (line.line === 'begin' || line.line === 'end') return;
    report.counts[line.line] += 1;
    if (line.line === 'version') documents.version(line);
    else if (line.line === 'signature') documents.signature(line);
    else if (line.line === 'estimate') estimates.estimate(line);
    else if (line.line === 'head') heads.set(line.subject, { seq: line.seq, hash: line.hash });
    else {
      chainOf(line.subject).add(line);
      documents.event(line);
      if (judgesEstimates) estimates.event(line);
      if (isErasure(line)) erased.add(line.subject);
    }
  });
  // Of a file that was cut short, what is missing is no news.
  const isCut = faults.some(({ why }) => why === 'cut-short');
  if (!isCut) for (const check of [documents, estimates]) check.end(erased);
  // A chain of which nothing is left is known by its head, or from earlier, alone.
  for (const subject of [...heads.keys(), ...points.keys()]) chainOf(subject);
  const broken = [...chains.values()].flatMap((chain) => (isCut ? chain.soFar : chain.end()) ?? []);
  report.erased = documents.erased;
  report.findings = [
    ...faults,
    ...documents.findings,
    ...estimates.findings,
    ...broken.map((one) => ({ about: 'chain' as const, ...one })),
  ];
}

/** Adds the heads of an earlier file, which must hold itself, to `points`; gives when it was made. */
async function pointsOf(path: string, keys: PublicKeys, before: string, points: Map<string, Point[]>) {
  const { madeAt } = await beginningOf(path);
  if (madeAt > before) throw new Unusable(path, 'later');
  const faults = await readSealed(path, keys, (line) => {
    if (line.line !== 'head') return;
    const known = points.get(line.subject) ?? [];
    points.set(line.subject, [...known, { seq: line.seq, hash: line.hash }]);
  });
  if (faults.length > 0) throw new Unusable(path, 'broken-earlier');
  return madeAt;
}

async function beginningOf(path: string): Promise<LineOf<'begin'>> {
  for await (const { bytes } of linesOfFile(path)) {
    const line = read(bytes);
    if (line?.line === 'begin') return line;
    break;
  }
  throw new Unusable(path, 'not-evidence');
}

/** Gives each line to `reader`, and what doesn't hold about the file as a whole. */
async function readSealed(path: string, keys: PublicKeys, reader: Reader): Promise<Finding[]> {
  const findings: Finding[] = [];
  const hash = createHash('sha256');
  let end: LineOf<'end'> | null = null;
  let number = 0;
  let after = false;
  for await (const { bytes, whole } of linesOfFile(path)) {
    number += 1;
    after ||= end !== null || !whole;
    // Half a line is told by what follows from it: the last one, which seals the file, isn't there.
    if (!whole) break;
    const line = read(bytes);
    if (!line || (line.line === 'begin') !== (number === 1))
      findings.push({ about: 'line', number, why: 'unreadable' });
    else if (line.line === 'end') end ??= line;
    else reader(line);
    if (!end) hash.update(bytes).update('\n');
  }
  if (!end) return [{ about: 'file', why: 'cut-short' }, ...findings];
  const key = keys.get(end.keyId);
  const holds = key && endHolds(end, key) && end.sha256 === hash.digest('hex') && !after;
  return holds ? findings : [{ about: 'file', why: 'changed' }, ...findings];
}

function read(bytes: Buffer): EvidenceLine | null {
  try {
    return evidenceLine.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
