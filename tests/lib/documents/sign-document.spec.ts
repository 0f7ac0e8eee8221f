// A signature is one record, made by the client alone, bound to the text they saw, and nobody can change it after.
import { as } from '@/db/client';
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { documentToSign } from '@/lib/documents/document-to-sign';
import { sha256OfText } from '@/lib/documents/published-text';
import { signaturesOf } from '@/lib/documents/signatures';
import { signedCopy } from '@/lib/documents/signed-copy';
import { verifySeal } from '@/lib/documents/verify-seal';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { atOnce } from '../../support/at-once';
import { expect, test } from '../../support/database';
import { erase } from '../../support/evidence';
import { admin, evidence, madeUpClient, openClinic, publishAnother, sign } from './made-up-people';

// Of its own: what has changed in a text is told against a clinic whose facts nobody else has set.
test.beforeAll(openClinic);

const signed = (actor: { kind: 'client'; id: string }) => as(actor, (tx) => signaturesOf(tx, actor.id));

test('a clinic that starts has its eight documents, once', async ({ database }) => {
  expect(await openClinic()).toBe(0);
  const versions = await database.ownerSql`select * from document_version where version = 1`;
  expect(versions.map(({ slug }) => slug).sort()).toEqual([...DOCUMENT_SLUGS].sort());
  for (const { parts, body, sha256 } of versions) expect(sha256OfText({ parts, body })).toBe(sha256);
});

test('signing writes one record that holds everything, and verifies from its row alone', async ({
  database,
}) => {
  const client = await madeUpClient();
  const result = await sign(client, 'electronic-records', { typedName: ' sám ', sampleWord: ' Lantern' });
  if (!result.ok) throw new Error(result.reason);

  const [row, ...more] = await database.ownerSql`select * from signature where client_id = ${client.id}`;
  if (!row) throw new Error('no row');
  expect(more).toEqual([]);
  const verdict = verifySeal(
    { record: row.record, seal: row.seal, keyId: row.key_id },
    settings.signingKey.publicKey,
  );
  const [version] =
    await database.ownerSql`select * from document_version where id = ${row.document_version_id}`;
  expect(verdict).toMatchObject({
    ok: true,
    record: {
      id: result.signatureId,
      kind: 'signature',
      account: client.id,
      signedIn: { by: 'code', at: '2026-01-02T03:04:05.678Z' },
      document: { slug: 'electronic-records', version: 1, locale: 'en', sha256: version?.sha256 },
      boxesTicked: ['agree'],
      sampleOpened: true,
      signedAt: row.signed_at.toISOString(),
    },
  });
  for (const personal of ['sám', evidence.ip, evidence.userAgent]) {
    expect(JSON.stringify(row)).not.toContain(personal);
  }

  const copy = await as(client, (tx) => signedCopy(tx, client.id, 'electronic-records'));
  expect(copy).toMatchObject({
    holds: true,
    personal: { typedName: 'sám', ip: evidence.ip, userAgent: evidence.userAgent },
    version: { body: version?.body },
  });
  const [event] = await database.ownerSql`
    select * from audit_event where subject = ${client.id} and event = 'document.signed'`;
  expect(event?.detail).not.toContain('sám');
});

test('the record says that a second key was given, and nothing where there was none', async () => {
  const by = async (secondKey?: string) => {
    const client = await madeUpClient();
    const result = await sign(client, 'electronic-records', secondKey ? { secondKey } : {});
    if (!result.ok) throw new Error(result.reason);
    const copy = await as(client, (tx) => signedCopy(tx, client.id, 'electronic-records'));
    expect(copy?.holds).toBe(true);
    return copy?.record.signedIn;
  };
  expect(await by('passkey')).toMatchObject({ by: 'code', secondKey: 'passkey' });
  expect(Object.keys((await by()) ?? {}).sort()).toEqual(['at', 'by']);
});

test('fifty posts of one form make one record: the first', async ({ database }) => {
  const client = await madeUpClient();
  const results = await atOnce(50, () => sign(client, 'electronic-records'));
  const ids = new Set(results.map((result) => result.ok && result.signatureId));
  expect(ids.size).toBe(1);
  expect(ids.has(false)).toBe(false);
  const again = await sign(client, 'electronic-records', { typedName: 'Somebody else' });
  expect(again).toEqual(results[0]);
  const [{ count } = { count: 0 }] = await database.ownerSql`
    select count(*)::int from signature where client_id = ${client.id}`;
  expect(count).toBe(1);
  const [{ events } = { events: 0 }] = await database.ownerSql`
    select count(*)::int as events from audit_event where subject = ${client.id} and event = 'document.signed'`;
  expect(events).toBe(1);
});

test('nothing opens before the first questions, and nothing but electronic documents before those', async () => {
  const early = await madeUpClient({}, { confirmed: false });
  for (const slug of DOCUMENT_SLUGS)
    expect(await sign(early, slug)).toEqual({ ok: false, reason: 'not-open-yet' });
  const client = await madeUpClient();
  expect(await sign(client, 'agreement')).toEqual({ ok: false, reason: 'not-open-yet' });
  expect(await sign(client, 'information')).toEqual({ ok: false, reason: 'not-open-yet' });
  await sign(client, 'electronic-records');
  for (const slug of ['privacy', 'information', 'agreement', 'video', 'messages', 'fees'] as const) {
    expect((await sign(client, slug)).ok, slug).toBe(true);
  }
  expect(await sign(client, 'couples')).toEqual({ ok: false, reason: 'does-not-apply' });
  expect((await signed(client)).every(({ standing }) => standing === 'holds')).toBe(true);
});

test('the legal name signs as well; another name, no name, or somebody else’s page does not', async () => {
  const client = await madeUpClient();
  const other = await madeUpClient({ B1: 'Sam' });
  for (const typedName of ['Alex', 'Samantha']) {
    expect(await sign(client, 'electronic-records', { typedName })).toMatchObject({
      reason: 'name-does-not-match',
    });
  }
  expect(await sign(client, 'electronic-records', { typedName: ' ' })).toMatchObject({
    reason: 'name-missing',
  });
  expect(await sign(client, 'electronic-records', { account: other.id })).toEqual({
    ok: false,
    reason: 'not-yours',
  });
  expect(await signed(client)).toEqual([]);
  expect((await sign(client, 'electronic-records', { typedName: 'SAMANTHA  made-up' })).ok).toBe(true);
});

test('a box left empty, a box that isn’t there and a wrong sample word are refused, each named', async () => {
  const client = await madeUpClient();
  expect(await sign(client, 'electronic-records', { boxes: [], sampleWord: 'lamp', typedName: '' })).toEqual({
    ok: false,
    reason: 'sample-word-wrong',
    faults: [
      { field: 'sample-word', reason: 'sample-word-wrong' },
      { field: 'box-agree', reason: 'box-not-ticked' },
      { field: 'name', reason: 'name-missing' },
    ],
  });
  await sign(client, 'electronic-records');
  expect(await sign(client, 'agreement', { boxes: ['agree'] })).toMatchObject({ reason: 'box-not-ticked' });
  const forged = ['agree', 'talk-only', 'admin'];
  expect(await sign(client, 'agreement', { boxes: forged })).toMatchObject({ reason: 'box-not-known' });
  expect((await signed(client)).map(({ slug }) => slug)).toEqual(['electronic-records']);
});

test('a permission is given box by box, and none is needed', async () => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  expect((await sign(client, 'messages', { boxes: ['call'] })).ok).toBe(true);
  const copy = await as(client, (tx) => signedCopy(tx, client.id, 'messages'));
  expect(copy?.record.boxesTicked).toEqual(['call']);
  const silent = await madeUpClient();
  await sign(silent, 'electronic-records');
  expect((await sign(silent, 'messages', { boxes: [] })).ok).toBe(true);
});

test('an acknowledgement needs no name and keeps none', async () => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  expect((await sign(client, 'information', { typedName: 'Anything' })).ok).toBe(true);
  const copy = await as(client, (tx) => signedCopy(tx, client.id, 'information'));
  expect(copy).toMatchObject({ holds: true, record: { kind: 'acknowledgement' } });
  expect(copy?.personal?.typedName).toBeUndefined();
});

test('a text that changed while it was open is not signed, and the new one is signed again', async () => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  const before = await documentToSign(client, 'fees');
  await sign(client, 'fees');

  await publishAnother('fees', 'editorial', `${defaultTexts.fees.body}\n\nA comma moved.`);
  expect((await signed(client)).find(({ slug }) => slug === 'fees')?.standing).toBe('holds-with-notice');

  await publishAnother('fees', 'material', `${defaultTexts.fees.body}\n\n## New\n\nSessions are longer.`);
  expect((await signed(client)).find(({ slug }) => slug === 'fees')?.standing).toBe('again-before-session');
  // Against what was signed, not against the version between.
  expect((await documentToSign(client, 'fees'))?.changes).toEqual([
    { place: 'body', heading: 'New', kind: 'new', pieces: [{ kind: 'added', text: 'New' }] },
    { place: 'body', heading: 'New', kind: 'new', pieces: [{ kind: 'added', text: 'Sessions are longer.' }] },
  ]);

  const late = await madeUpClient();
  await sign(late, 'electronic-records');
  const sha256 = before?.version.sha256;
  expect(await sign(late, 'fees', { sha256 })).toEqual({ ok: false, reason: 'document-changed' });

  expect((await sign(client, 'fees')).ok).toBe(true);
  expect((await signed(client)).find(({ slug }) => slug === 'fees')).toMatchObject({
    version: 3,
    standing: 'holds',
  });
});

test('the app can neither change nor delete a signature or a published text', async ({ database }) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  for (const table of ['signature', 'document_version']) {
    for (const statement of [
      `update ${table} set sha256 = 'x'`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(database.appSql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
    }
    await expect(database.superuserSql.unsafe(`delete from ${table}`)).rejects.toThrow();
  }
});

test('nobody signs for somebody else: not another client, and not staff', async ({ database }) => {
  const client = await madeUpClient();
  const other = await madeUpClient();
  await sign(client, 'electronic-records');
  expect(await as(other, (tx) => signedCopy(tx, client.id, 'electronic-records'))).toBeNull();
  expect(await as(other, (tx) => signaturesOf(tx, client.id))).toEqual([]);
  const copy = database.appSql.begin(async (sql) => {
    await sql`select set_config('foyer.actor_kind', 'staff', true), set_config('foyer.actor_id', ${other.id}, true),
      set_config('foyer.roles', 'admin,clinician', true)`;
    await sql`insert into signature select gen_random_uuid(), ${other.id}, document_version_id, kind, slug, version,
      sha256, locale, signed_at, personal, record, seal, key_id from signature where client_id = ${client.id}`;
  });
  await expect(copy).rejects.toThrow(/row-level security/);
});

test('a sealed part that was tampered with is told; an erased one leaves the seal good', async ({
  database,
}) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  const copy = () => as(client, (tx) => signedCopy(tx, client.id, 'electronic-records'));
  const { superuserSql } = database;
  await superuserSql`alter table signature disable trigger user`;
  const [row] = await superuserSql`select personal from signature where client_id = ${client.id}`;
  await superuserSql`update signature set personal = personal || 'x' where client_id = ${client.id}`;
  expect(await copy()).toMatchObject({ holds: false, personal: null });
  await superuserSql`update signature set personal = ${row?.personal}, record = replace(record, 'agree', 'Agree')
    where client_id = ${client.id}`;
  expect(await copy()).toMatchObject({ holds: false });
  await superuserSql`update signature set record = replace(record, 'Agree', 'agree') where client_id = ${client.id}`;
  await superuserSql`alter table signature enable trigger user`;
  expect(await copy()).toMatchObject({ holds: true });
  await erase(superuserSql, client);
  const shown = await as(admin, (tx) => signedCopy(tx, client.id, 'electronic-records'));
  expect(shown).toMatchObject({ holds: true, personal: null });
});

test('the time of signing is the server’s', async () => {
  const client = await madeUpClient();
  const from = clock.now();
  await sign(client, 'electronic-records');
  const [mine] = await signed(client);
  expect(mine?.signedAt.getTime()).toBeGreaterThanOrEqual(from.getTime());
  expect(mine?.signedAt.getTime()).toBeLessThanOrEqual(clock.now().getTime());
});

test('a visitor may read what is published, and sign nothing', async () => {
  expect(await documentToSign(null, 'information')).toMatchObject({ refusal: 'no-account', signed: null });
});
