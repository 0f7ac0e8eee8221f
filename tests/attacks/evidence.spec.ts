// Whoever owns the database can change every row of it, and an export names each (P-06, P-07).
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { seal } from '@/lib/documents/seal';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { evidenceOf } from '@/lib/evidence/evidence-of';
import type { Content } from '@/lib/evidence/line';
import { writeSealedFile } from '@/lib/evidence/sealed-file';
import { verifyEvidence } from '@/lib/evidence/verify-evidence';
import { sealFor } from '@/lib/vault/keys';
import { madeUpClient, openClinic, sign } from '../lib/documents/made-up-people';
import { expect, test } from '../support/database';
import {
  aCheckpoint,
  anExport,
  behindTheBack,
  erase,
  foundAbout,
  newFile,
  ourKeys,
  rewriteChain,
} from '../support/evidence';
import { aJob } from '../support/people';

// Of its own: every row in it is broken sooner or later.
test.beforeAll(openClinic);

/** A client with one signature; the id of that, and how long their chain is. */
async function whoSigned() {
  const client = await madeUpClient();
  const result = await sign(client, 'electronic-records');
  if (!result.ok) throw new Error(result.reason);
  return { ...client, signatureId: result.signatureId };
}

/** The same with a chain of six links. */
async function withAChain() {
  const client = await whoSigned();
  for (let more = 0; more < 4; more += 1)
    await as(client, (tx) =>
      record(tx, { event: 'answer.saved', subject: client.id, detail: { page: more } }),
    );
  return client;
}

test('P-07 signatures and chains that nobody touched hold, from the export alone', async () => {
  const client = await withAChain();
  expect(await foundAbout(client)).toEqual([]);
  expect(await foundAbout(client, { personal: true, earlier: [await aCheckpoint()] })).toEqual([]);
});

test.describe('a signature changed behind the app’s back is named', () => {
  for (const [column, change, found] of [
    [
      'record',
      `record = replace(record, '"version":1', '"version":2')`,
      [{ why: 'seal-broken' }, { why: 'chain-differs', fields: ['record'] }],
    ],
    [
      'record’s spelling',
      `record = record || ' '`,
      [{ why: 'seal-broken' }, { why: 'chain-differs', fields: ['record'] }],
    ],
    ['seal', `seal = 'AA' || substr(seal, 3)`, [{ why: 'seal-broken' }]],
    ['seal, emptied', `seal = ''`, [{ why: 'seal-broken' }]],
    ['key id', `key_id = '0000000000000000'`, [{ why: 'other-key' }]],
    ['text’s hash', `sha256 = repeat('0', 64)`, [{ why: 'row-differs', fields: ['sha256'] }]],
    ['time', `signed_at = signed_at - interval '1 day'`, [{ why: 'row-differs', fields: ['signedAt'] }]],
    ['round', `round = 7`, [{ why: 'row-differs', fields: ['round'] }]],
    [
      'kind',
      `kind = 'receipt'`,
      [
        { why: 'row-differs', fields: ['kind'] },
        { why: 'chain-differs', fields: ['kind'] },
      ],
    ],
    [
      'document',
      `slug = 'agreement'`,
      [
        { why: 'row-differs', fields: ['slug'] },
        { why: 'chain-differs', fields: ['slug'] },
      ],
    ],
    [
      'version',
      'version = 7',
      [
        { why: 'row-differs', fields: ['version'] },
        { why: 'chain-differs', fields: ['version'] },
      ],
    ],
    ['locale', `locale = 'fr'`, [{ why: 'row-differs', fields: ['locale'] }]],
    [
      'reference to the text',
      `document_version_id = (select id from document_version where slug = 'fees' limit 1)`,
      [{ why: 'row-differs', fields: ['versionId'] }, { why: 'version-gone' }],
    ],
    ['sealed personal part, emptied', `personal = ''`, [{ why: 'personal-differs' }]],
    [
      'sealed personal part',
      `personal = overlay(personal placing 'AAAA' from length(personal) - 40)`,
      [{ why: 'personal-differs' }],
    ],
  ] as const) {
    test(`its ${column}`, async ({ database }) => {
      const client = await whoSigned();
      const touched = await behindTheBack(database.superuserSql, (tx) =>
        tx.unsafe(`update signature set ${change} where id = $1 returning id`, [client.signatureId]),
      );
      expect(touched).toHaveLength(1);
      expect(await foundAbout(client)).toEqual(
        found.map((one) => expect.objectContaining({ about: 'signature', id: client.signatureId, ...one })),
      );
    });
  }

  test('its account: passed off as somebody else’s', async ({ database }) => {
    const [client, other] = [await whoSigned(), await madeUpClient()];
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`update signature set client_id = ${other.id} where id = ${client.signatureId}`,
    );
    expect(await foundAbout(other)).toMatchObject(
      [
        { why: 'row-differs', fields: ['account'] },
        { why: 'personal-differs' },
        { why: 'chain-differs', fields: ['account'] },
      ].map((one) => ({ id: client.signatureId, ...one })),
    );
  });

  test('its number', async ({ database }) => {
    const client = await whoSigned();
    const id = newId();
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`update signature set id = ${id} where id = ${client.signatureId}`,
    );
    expect(await foundAbout(client)).toMatchObject([
      { id, why: 'row-differs', fields: ['id'] },
      { id, why: 'personal-differs' },
      { id: client.signatureId, why: 'gone' },
      { id, why: 'not-in-chain' },
    ]);
  });

  for (const personal of [false, true]) {
    test(`the typed name, sealed anew by somebody with the clinic’s keys; ${personal ? 'with' : 'without'} personal parts`, async ({
      database,
    }) => {
      const client = await whoSigned();
      const place = { table: 'signature', column: 'personal', row: client.signatureId };
      const forged = JSON.stringify({ values: { typedName: 'Somebody Else' }, salts: { typedName: 'AA==' } });
      const sealed = await as(aJob, (tx) => sealFor(tx, client.id, place, forged));
      await behindTheBack(
        database.superuserSql,
        (tx) => tx`update signature set personal = ${sealed} where id = ${client.signatureId}`,
      );
      expect(await foundAbout(client, { personal })).toMatchObject([
        { id: client.signatureId, why: 'personal-differs' },
      ]);
    });
  }
});

test.describe('a signature that was taken away, put in or put in another’s place is named', () => {
  test('the row deleted: the record of what happened still knows it', async ({ database }) => {
    const client = await whoSigned();
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`delete from signature where id = ${client.signatureId}`,
    );
    expect(await foundAbout(client)).toMatchObject([
      { about: 'signature', id: client.signatureId, slug: 'electronic-records', version: 1, why: 'gone' },
    ]);
  });

  test('the row and its event deleted: the chain lacks a link', async ({ database }) => {
    const client = await withAChain();
    await behindTheBack(database.superuserSql, async (tx) => {
      await tx`delete from signature where id = ${client.signatureId}`;
      await tx`delete from audit_event where subject = ${client.id} and event = 'document.signed'`;
    });
    expect(await foundAbout(client)).toMatchObject([{ about: 'chain', why: 'missing', seq: 2 }]);
  });

  test('the row and its event deleted and the chain linked anew: a checkpoint knows better', async ({
    database,
  }) => {
    const client = await withAChain();
    const checkpoint = await aCheckpoint();
    await behindTheBack(database.superuserSql, async (tx) => {
      await tx`delete from signature where id = ${client.signatureId}`;
      await rewriteChain(tx, client.id, ({ event }) => event !== 'document.signed');
    });
    expect(await foundAbout(client), 'nothing in the database contradicts it').toEqual([]);
    expect(await foundAbout(client, { earlier: [checkpoint] })).toMatchObject([
      { about: 'chain', why: 'cut-short', seq: 6, id: null },
    ]);
  });

  test('sealed anew with the clinic’s own key: the chain knows the record that was given', async ({
    database,
  }) => {
    const client = await whoSigned();
    const [row] = await database.ownerSql`select record from signature where id = ${client.signatureId}`;
    const { format: _, commitments: __, keyId: ___, ...facts } = JSON.parse(row?.record);
    const forged = seal({ ...facts, boxesTicked: [] }, {}, settings.signingKey);
    await behindTheBack(
      database.superuserSql,
      (tx) =>
        tx`update signature set record = ${forged.record}, seal = ${forged.seal}, personal = '' where id = ${client.signatureId}`,
    );
    expect(await foundAbout(client)).toMatchObject([
      { id: client.signatureId, why: 'personal-differs' },
      { id: client.signatureId, why: 'chain-differs', fields: ['record'] },
    ]);
  });

  test('one that nobody gave, sealed with the clinic’s own key: no chain knows it', async ({ database }) => {
    const [client, id] = [await whoSigned(), newId()];
    const [row] = await database.ownerSql`select record from signature where id = ${client.signatureId}`;
    const { format: _, commitments: __, keyId: ___, ...facts } = JSON.parse(row?.record);
    const [fees] =
      await database.ownerSql`select id, sha256, title from document_version where slug = 'fees'`;
    const document = {
      versionId: fees?.id,
      slug: 'fees',
      version: 1,
      locale: 'en',
      title: fees?.title,
      sha256: fees?.sha256,
    };
    const forged = seal({ ...facts, id, document }, {}, settings.signingKey);
    await behindTheBack(
      database.superuserSql,
      (
        tx,
      ) => tx`insert into signature (id, client_id, document_version_id, kind, slug, version, sha256, locale, signed_at, personal, record, seal, key_id)
        values (${id}, ${client.id}, ${fees?.id}, 'signature', 'fees', 1, ${fees?.sha256}, 'en', ${facts.signedAt}, '', ${forged.record}, ${forged.seal}, ${forged.keyId})`,
    );
    expect(await foundAbout(client)).toMatchObject([
      { id, why: 'personal-differs' },
      { id, slug: 'fees', why: 'not-in-chain' },
    ]);
  });
});

test.describe('a personal part that is gone is no erasure unless the record says that its key was deleted', () => {
  const deleteKey = (sql: Parameters<typeof erase>[0], { id }: { id: string }) =>
    sql`delete from vault_key where subject_id = ${id}`;
  const forget = (client: { id: string }, keepsAccount: boolean) =>
    as(aJob, (tx) =>
      record(tx, { event: 'account.forgotten', subject: client.id, detail: { keepsAccount } }),
    );

  test('somebody whose key was deleted, as the record says: erased, and it holds', async ({ database }) => {
    const client = await whoSigned();
    await erase(database.superuserSql, client);
    expect(await foundAbout(client)).toEqual([]);
    const { erased } = await verifyEvidence(await anExport(), ourKeys());
    expect(erased).toBeGreaterThan(0);
  });

  test('a key that was deleted, and the record knows nothing', async ({ database }) => {
    const client = await whoSigned();
    await deleteKey(database.superuserSql, client);
    expect(await foundAbout(client)).toMatchObject([{ id: client.signatureId, why: 'personal-differs' }]);
  });

  test('a key that was deleted, of somebody who kept their account', async ({ database }) => {
    const client = await whoSigned();
    await forget(client, true);
    await deleteKey(database.superuserSql, client);
    expect(await foundAbout(client)).toMatchObject([{ id: client.signatureId, why: 'personal-differs' }]);
  });

  test('a personal part that was emptied while the key is there', async ({ database }) => {
    const client = await whoSigned();
    await forget(client, false);
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`update signature set personal = '' where id = ${client.signatureId}`,
    );
    expect(await foundAbout(client)).toMatchObject([{ id: client.signatureId, why: 'personal-differs' }]);
  });

  test('an export that says so of somebody whom the chain knows as they were', async ({ database }) => {
    const client = await whoSigned();
    await erase(database.superuserSql, client);
    await behindTheBack(database.superuserSql, (tx) =>
      rewriteChain(tx, client.id, ({ event }) => event !== 'account.forgotten'),
    );
    // As the exporter of a version before this one wrote it.
    async function* asWritten(lines: AsyncIterable<Content>) {
      for await (const line of lines)
        yield line.line === 'signature' && line.account === client.id
          ? { ...line, personal: 'erased' as const }
          : line;
    }
    const path = newFile();
    const begin = { kind: 'export', madeAt: clock.now().toISOString(), personal: false } as const;
    await as({ kind: 'job', name: 'evidence' }, (tx) =>
      writeSealedFile(path, begin, asWritten(evidenceOf(tx, { personal: false })), settings.signingKey),
    );
    const { findings } = await verifyEvidence(path, ourKeys());
    expect(findings.filter((one) => one.about === 'signature' && one.account === client.id)).toMatchObject([
      { id: client.signatureId, why: 'not-erased' },
    ]);
  });
});

test.describe('a published text changed behind the app’s back is named, and so is each signature of it', () => {
  for (const [what, change, undo, ofVersion, ofSignature] of [
    [
      'its words',
      `body = body || '.'`,
      'body = left(body, -1)',
      [{ why: 'text-differs' }],
      [{ why: 'text-differs' }],
    ],
    [
      'its words and its hash',
      `body = body || '.', sha256 = encode(sha256(convert_to(parts || E'\\n' || body || '.', 'UTF8')), 'hex')`,
      `body = left(body, -1), sha256 = encode(sha256(convert_to(parts || E'\\n' || left(body, -1), 'UTF8')), 'hex')`,
      [{ why: 'published-otherwise', fields: ['sha256'] }],
      [{ why: 'text-differs' }],
    ],
    [
      'its title',
      `title = 'Another'`,
      `title = parts::json->>'title'`,
      [{ why: 'row-differs', fields: ['title'] }],
      [{ why: 'version-differs', fields: ['title'] }],
    ],
    [
      'its number',
      'version = 9',
      'version = 1',
      [{ why: 'published-otherwise', fields: ['version'] }],
      [{ why: 'version-differs', fields: ['version'] }],
    ],
    [
      'its day',
      `published_at = published_at - interval '1 year'`,
      `published_at = published_at + interval '1 year'`,
      [{ why: 'published-otherwise', fields: ['publishedAt'] }],
      [],
    ],
    [
      'who published it',
      `published_by = 'somebody else'`,
      `published_by = (select actor_id from audit_event where subject = document_version.id::text and event = 'document.published')`,
      [{ why: 'published-otherwise', fields: ['publishedBy'] }],
      [],
    ],
    [
      'how much it changes',
      `change_class = 'editorial'`,
      `change_class = 'first'`,
      [{ why: 'published-otherwise', fields: ['changeClass'] }],
      [],
    ],
  ] as const) {
    test(what, async ({ database }) => {
      const client = await whoSigned();
      const where = `where slug = 'electronic-records'`;
      await behindTheBack(database.superuserSql, (tx) =>
        tx.unsafe(`update document_version set ${change} ${where}`),
      );
      try {
        const { findings } = await verifyEvidence(await anExport(), ourKeys());
        expect(findings.filter(({ about }) => about === 'version')).toMatchObject([...ofVersion]);
        expect(
          findings.filter((one) => one.about === 'signature' && one.id === client.signatureId),
        ).toMatchObject([...ofSignature]);
      } finally {
        await behindTheBack(database.superuserSql, (tx) =>
          tx.unsafe(`update document_version set ${undo} ${where}`),
        );
      }
      expect(await foundAbout(client)).toEqual([]);
    });
  }

  test('the whole of it deleted', async ({ database }) => {
    const client = await whoSigned();
    await sign(client, 'privacy');
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`delete from document_version where slug = 'privacy'`,
    );
    const { findings } = await verifyEvidence(await anExport(), ourKeys());
    expect(findings).toContainEqual(
      expect.objectContaining({ about: 'version', slug: 'privacy', why: 'gone' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({
        about: 'signature',
        account: client.id,
        slug: 'privacy',
        why: 'version-gone',
      }),
    );
  });
});

test.describe('P-06 the record of what happened, from the export', () => {
  for (const [what, change, expected] of [
    [
      'edited',
      `update audit_event set detail = '{"page":9}' where subject = $1 and seq = 4`,
      { seq: 4, why: 'changed' },
    ],
    [
      'given to another actor',
      `update audit_event set actor_id = gen_random_uuid()::text where subject = $1 and seq = 4`,
      { seq: 4, why: 'changed' },
    ],
    [
      'dated back',
      `update audit_event set at = at - interval '1 ms' where subject = $1 and seq = 4`,
      { seq: 4, why: 'changed' },
    ],
    ['deleted', 'delete from audit_event where subject = $1 and seq = 4', { seq: 4, why: 'missing' }],
    [
      'inserted',
      `insert into audit_event select gen_random_uuid(), subject, 7, at, actor_kind, actor_id, event, detail, prev_hash, hash
         from audit_event where subject = $1 and seq = 4`,
      { seq: 7, why: 'out-of-order' },
    ],
    [
      'moved',
      'update audit_event set seq = case seq when 4 then 15 when 5 then 4 else seq end where subject = $1 and seq in (4, 5)',
      { seq: 4, why: 'out-of-order' },
    ],
    [
      'cut off at the end',
      'delete from audit_event where subject = $1 and seq > 4',
      { seq: 5, why: 'missing' },
    ],
    ['deprived of its head', 'delete from audit_head where subject = $1', { seq: 6, why: 'head-missing' }],
    [
      'given an older head',
      'update audit_head set seq = 5, hash = (select hash from audit_event where audit_event.subject = $1 and seq = 5) where subject = $1',
      { seq: 6, why: 'beyond-head' },
    ],
    ['emptied', 'delete from audit_event where subject = $1', { seq: 1, why: 'missing' }],
  ] as const) {
    test(`a row ${what} is named`, async ({ database }) => {
      const client = await withAChain();
      await behindTheBack(database.superuserSql, (tx) => tx.unsafe(change, [client.id]));
      const chain = (await foundAbout(client)).filter(({ about }) => about === 'chain');
      expect(chain).toMatchObject([{ subject: client.id, ...expected }]);
    });
  }

  for (const [what, keeps, expected] of [
    ['cut short, its head set back', ({ seq }: { seq: number }) => seq <= 4, { seq: 5, why: 'cut-short' }],
    ['erased whole, its head too', () => false, { seq: 1, why: 'cut-short' }],
    ['linked anew without one row', ({ seq }: { seq: number }) => seq !== 4, { seq: 6, why: 'cut-short' }],
  ] as const) {
    test(`a chain ${what} looks whole, and a checkpoint from before names it`, async ({ database }) => {
      const client = await withAChain();
      const checkpoint = await aCheckpoint();
      const before = await anExport();
      await behindTheBack(database.superuserSql, (tx) => rewriteChain(tx, client.id, keeps));
      const chainOnly = async (earlier: string[]) =>
        (await foundAbout(client, { earlier })).filter(({ about }) => about === 'chain');
      expect(await chainOnly([])).toEqual([]);
      expect(await chainOnly([checkpoint])).toMatchObject([{ subject: client.id, ...expected }]);
      expect(await chainOnly([before]), 'an export from before serves as well').toMatchObject([expected]);
    });
  }

  test('a chain written anew and grown past its checkpoint is named where it left', async ({ database }) => {
    const client = await withAChain();
    const checkpoint = await aCheckpoint();
    await behindTheBack(database.superuserSql, (tx) => rewriteChain(tx, client.id, ({ seq }) => seq !== 4));
    for (const more of [1, 2])
      await as(client, (tx) => record(tx, { event: 'answer.saved', subject: client.id, detail: { more } }));
    expect(await foundAbout(client)).toEqual([]);
    expect(await foundAbout(client, { earlier: [checkpoint] })).toMatchObject([
      { about: 'chain', seq: 6, why: 'rewritten' },
    ]);
  });
});
