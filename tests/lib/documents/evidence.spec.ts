// What was signed and what happened can be verified from one file and a public key, long after, and by anybody.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { as, SNAPSHOT } from '@/db/client';
import { signature } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { publicKeysIn, publicKeyText } from '@/lib/documents/public-keys';
import { seal } from '@/lib/documents/seal';
import { keyIdOf } from '@/lib/documents/verify-seal';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { DocumentCheck } from '@/lib/evidence/check-documents';
import { evidenceOf } from '@/lib/evidence/evidence-of';
import { keepCheckpoint } from '@/lib/evidence/keep-checkpoint';
import { type Content, evidenceLine } from '@/lib/evidence/line';
import { writeSealedFile } from '@/lib/evidence/sealed-file';
import { verifyEvidence } from '@/lib/evidence/verify-evidence';
import { handlers } from '@/lib/notices/handlers';
import { sealFor } from '@/lib/vault/keys';
import { expect, test } from '../../support/database';
import { aCheckpoint, anExport, erase, newFile, ourKeys } from '../../support/evidence';
import { aJob } from '../../support/people';
import { evidence, madeUpClient, openClinic, sign } from './made-up-people';

test.beforeAll(async () => {
  // Before the settings are first read: the folder of checkpoints is this file's alone.
  process.env.CHECKPOINT_FOLDER = newFile();
  await openClinic();
});
test.afterEach(() => shiftClock(0));

const linesOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => evidenceLine.parse(JSON.parse(line)));

/** The same file with another text in it. */
function edited(path: string, change: (text: string) => string): string {
  const [text, copy] = [readFileSync(path, 'utf8'), newFile()];
  expect(change(text)).not.toBe(text);
  writeFileSync(copy, change(text));
  return copy;
}

const found = async (path: string, earlier: string[] = []) =>
  (await verifyEvidence(path, ourKeys(), earlier)).findings;

test('an export holds every version, signature and event once, and all of it holds', async ({ database }) => {
  const client = await madeUpClient();
  for (const slug of ['electronic-records', 'information', 'agreement'] as const) await sign(client, slug);
  const path = await anExport();
  const [stored] = await database.ownerSql`
    select (select count(*)::int from document_version) as version, (select count(*)::int from signature) as signature,
      (select count(*)::int from estimate) as estimate,
      (select count(*)::int from audit_event) as event, (select count(*)::int from audit_head) as head`;
  const report = await verifyEvidence(path, ourKeys());
  expect(report).toMatchObject({ counts: { ...stored }, erased: 0, findings: [] });
  expect(report.begin).toMatchObject({ kind: 'export', personal: false });
  expect(linesOf(path).at(-1)).toMatchObject({ line: 'end', counts: { ...stored } });
});

test('it names nobody unless that is asked for, and then the names are verified too', async () => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records', { typedName: 'Samantha Made-Up' });
  const without = readFileSync(await anExport(), 'utf8');
  for (const personal of ['Samantha', evidence.ip, evidence.userAgent])
    expect(without).not.toContain(personal);

  const path = await anExport({ personal: true });
  expect(readFileSync(path, 'utf8')).toContain('Samantha Made-Up');
  expect(await found(path)).toEqual([]);
  const forged = edited(path, (text) => text.replace('Samantha Made-Up', 'Somebody Else'));
  expect(await found(forged)).toMatchObject([
    { about: 'file', why: 'changed' },
    { about: 'signature', account: client.id, why: 'personal-differs' },
  ]);
});

test('that it was made is on the record, and in it', async () => {
  const events = linesOf(await anExport({ personal: true })).filter((line) => line.line === 'event');
  expect(events.findLast(({ subject }) => subject === 'clinic')).toMatchObject({
    event: 'evidence.exported',
    actorKind: 'job',
    detail: '{"personal":true}',
  });
});

test('the signatures of somebody who was erased hold, and it says so', async ({ database }) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  await erase(database.superuserSql, client);
  for (const personal of [false, true]) {
    const path = await anExport({ personal });
    expect(await verifyEvidence(path, ourKeys())).toMatchObject({ erased: 1, findings: [] });
    const [line] = linesOf(path).filter((each) => each.line === 'signature' && each.account === client.id);
    expect(line).toMatchObject({ personal: 'erased' });
  }
});

test('a withdrawal is a record of its own, and holds beside what it takes back', async ({ database }) => {
  const [client, id] = [await madeUpClient(), newId()];
  await sign(client, 'electronic-records');
  const [given] = await database.ownerSql`select * from signature where client_id = ${client.id}`;
  const { format: _, commitments: __, keyId: ___, ...facts } = JSON.parse(given?.record);
  const withdrawn = seal({ ...facts, id, kind: 'withdrawal', boxesTicked: [] }, {}, settings.signingKey);
  await as(client, async (tx) => {
    const { clientId, documentVersionId, slug, version, sha256, locale, signedAt } = signature;
    const [row] = await tx
      .select({ clientId, documentVersionId, slug, version, sha256, locale, signedAt })
      .from(signature)
      .where(eq(signature.clientId, client.id));
    if (!row) throw new Error('no row');
    const { record: sealed, seal: sealText, keyId } = withdrawn;
    const place = { table: 'signature', column: 'personal', row: id };
    const personal = await sealFor(tx, client.id, place, JSON.stringify(withdrawn.personal));
    await tx
      .insert(signature)
      .values({ ...row, id, kind: 'withdrawal', personal, record: sealed, seal: sealText, keyId });
    const detail = { document: row.slug, version: row.version, signature: id };
    await record(tx, { event: 'document.withdrawn', subject: client.id, detail });
  });
  expect(await found(await anExport({ personal: true }))).toEqual([]);
});

test('a version whose publishing does not say when it was is held to when that was written', async () => {
  const lines = linesOf(await anExport());
  const faultsOf = (published: (isoTime: string) => string) => {
    const check = new DocumentCheck(ourKeys());
    for (const line of lines)
      if (line.line === 'version') check.version({ ...line, publishedAt: published(line.publishedAt) });
    for (const line of lines) {
      if (line.line !== 'event' || line.event !== 'document.published') continue;
      const { publishedAt, ...before } = JSON.parse(line.detail);
      expect(publishedAt).toEqual(expect.any(String));
      check.event({ ...line, detail: JSON.stringify(before) });
    }
    check.end(new Set());
    return check.findings;
  };
  expect(faultsOf((time) => time)).toEqual([]);
  expect(faultsOf((time) => time.replace(/^\d+/, (year) => `${Number(year) - 1}`))).toEqual(
    Array(8).fill(expect.objectContaining({ why: 'published-otherwise', fields: ['publishedAt'] })),
  );
});

test('what happens while it is written is not half in it', async () => {
  const [client, path] = [await madeUpClient(), newFile()];
  async function* slowly(lines: AsyncIterable<Content>) {
    let isFirst = true;
    for await (const line of lines) {
      if (isFirst) await sign(client, 'electronic-records');
      isFirst = false;
      yield line;
    }
  }
  const begin = { kind: 'export', madeAt: clock.now().toISOString(), personal: false } as const;
  await as(
    aJob,
    (tx) => writeSealedFile(path, begin, slowly(evidenceOf(tx, { personal: false })), settings.signingKey),
    SNAPSHOT,
  );
  expect(await found(path)).toEqual([]);
  expect(linesOf(path).some((line) => line.line === 'signature' && line.account === client.id)).toBe(false);
});

test.describe('a file that was touched is told', () => {
  test('wherever it was cut short, and what is left of it is verified all the same', async () => {
    const path = await anExport();
    const whole = readFileSync(path);
    const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
    for (const length of [whole.length - 1, whole.length - 20, lastLine, Math.floor(whole.length / 2)]) {
      const copy = newFile();
      writeFileSync(copy, whole.subarray(0, length));
      expect(await found(copy), `${length} of ${whole.length} bytes`).toMatchObject([
        { about: 'file', why: 'cut-short' },
      ]);
    }
  });

  test('one space, a line twice, a line left out, a line added at the end', async () => {
    const client = await madeUpClient();
    await sign(client, 'electronic-records');
    const path = await anExport();
    const changed = expect.objectContaining({ about: 'file', why: 'changed' });
    const lastButOne = (text: string) => text.trimEnd().split('\n').at(-2) ?? '';
    for (const change of [
      (text: string) => text.replace('","', '", "'),
      (text: string) => `${text} `,
      (text: string) => `${text}${lastButOne(text)}\n`,
      (text: string) => text.replace(`${lastButOne(text)}\n`, ''),
      (text: string) => text.replace(lastButOne(text), `${lastButOne(text)}\n${lastButOne(text)}`),
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replace('"personal":false', '"personal":true'),
    ]) {
      expect(await found(edited(path, change))).toContainEqual(changed);
    }
    const signatureLine = readFileSync(path, 'utf8')
      .split('\n')
      .find((line) => line.includes(client.id) && line.startsWith('{"line":"signature"'));
    expect(await found(edited(path, (text) => text.replace(`${signatureLine}\n`, '')))).toMatchObject([
      { about: 'file', why: 'changed' },
      { about: 'signature', account: client.id, why: 'gone' },
    ]);
  });

  test('made whole with a key of somebody else’s', async () => {
    const path = await anExport();
    const [begin, ...rest] = linesOf(path);
    if (begin?.line !== 'begin') throw new Error('no beginning');
    const { kind, madeAt, personal } = begin;
    async function* content() {
      for (const line of rest) if (line.line !== 'end' && line.line !== 'begin') yield line;
    }
    const theirs = generateKeyPairSync('ed25519');
    const forged = newFile();
    await writeSealedFile(forged, { kind, madeAt, personal }, content(), theirs);
    expect(await found(forged)).toEqual([{ about: 'file', why: 'other-key' }]);
    const dressed = edited(forged, (text) => text.replaceAll(keyIdOf(theirs.publicKey), begin.keyId));
    expect(await found(dressed)).toMatchObject([{ about: 'file', why: 'changed' }]);
    const both = new Map([...ourKeys(), [keyIdOf(theirs.publicKey), theirs.publicKey]]);
    expect((await verifyEvidence(forged, both)).findings, 'a clinic that changed its key').toEqual([]);
  });
});

test.describe('a file that is no export is refused', () => {
  test('a checkpoint, another file, a checkpoint that was edited, one from later', async () => {
    const [early, path, late] = [await aCheckpoint(), await anExport(), await aCheckpoint()];
    const other = newFile();
    writeFileSync(other, 'Dear clinic\n');
    await expect(found(early)).rejects.toMatchObject({ reason: 'checkpoint' });
    await expect(found(other)).rejects.toMatchObject({ reason: 'not-evidence' });
    const forged = edited(early, (text) => text.replace('"seq":1', '"seq":2'));
    await expect(found(path, [forged])).rejects.toMatchObject({ path: forged, reason: 'broken-earlier' });
    await expect(found(path, [late])).rejects.toMatchObject({ path: late, reason: 'later' });
    await expect(found(newFile())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a line that has no end fills no memory', async () => {
    const path = newFile();
    writeFileSync(path, Buffer.alloc(40 * 1024 * 1024, 'x'));
    await expect(found(path)).rejects.toThrow(/a line of more than/);
  });
});

test('a file of public keys may hold several and words around them, and never a private one', () => {
  const [one, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const text = `> npm says something\n\n${publicKeyText(one.publicKey)}${publicKeyText(other.publicKey)}`;
  const read = publicKeysIn(text);
  if (!read.ok) throw new Error(read.reason);
  expect([...read.keys.keys()]).toEqual([keyIdOf(one.publicKey), keyIdOf(other.publicKey)]);
  const secret = one.privateKey.export({ type: 'pkcs8', format: 'pem' });
  expect(publicKeysIn(`${text}${secret}`)).toEqual({ ok: false, reason: 'private-key' });
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    type: 'spki',
    format: 'pem',
  });
  for (const none of ['', 'hello', String(p256), text.replace('MCow', 'MCox').slice(0, 120)])
    expect(publicKeysIn(none)).toEqual({ ok: false, reason: 'none' });
});

test('once a day the sweep keeps a checkpoint outside the database', async () => {
  const first = await keepCheckpoint();
  expect(first).toEqual({
    path: `${settings.checkpointFolder}/checkpoint-${clock.now().toISOString().slice(0, 10)}.jsonl`,
    made: true,
  });
  expect(await keepCheckpoint()).toEqual({ ...first, made: false });
  const path = await anExport();
  expect(await verifyEvidence(path, ourKeys(), [first.path])).toMatchObject({
    findings: [],
    checkedAgainst: [expect.any(String)],
  });
  shiftClock(24 * 60 * 60 * 1000);
  await handlers['sweep.hourly']({}, { id: 'made up', lastTry: false });
  const next = await keepCheckpoint();
  expect(next).toMatchObject({ made: false });
  expect(next.path).not.toBe(first.path);
});
