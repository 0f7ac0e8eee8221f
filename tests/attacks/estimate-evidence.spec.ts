// Whoever owns the database can change every estimate in it; its client, staff and an export each say so.
import { sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { as } from '@/db/client';
import { estimateDiagnosis } from '@/db/schema';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { sha256Of } from '@/lib/documents/verify-seal';
import { newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { readEstimates } from '@/lib/estimates/estimate-file';
import { ownEstimates } from '@/lib/estimates/given-estimates';
import { verifyEvidence } from '@/lib/evidence/verify-evidence';
import { give } from '../lib/estimates/made-up-estimates';
import { anIntake, type Intake, type Team, theTeam } from '../lib/review/made-up-intakes';
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

// Of its own: every estimate in it is changed sooner or later.

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const CODE = 'F52.2';

/** Somebody with one estimate, for an appointment; with a diagnosis code when a clinician gave it. */
async function given(by: keyof Team = 'clinician') {
  const intake = await anIntake({}, { upTo: 'booked', days: 10 });
  const diagnosis = by === 'clinician' ? CODE : null;
  const gave = await give(team[by], intake.reference, { diagnosis });
  if (!gave.ok) throw new Error(gave.reason);
  return { ...intake, estimate: await newestOf(intake) };
}

async function newestOf(intake: Intake) {
  const [newest] = await ownEstimates(intake.client);
  if (!newest) throw new Error('none was given');
  return newest;
}

const sayAll = async (intake: Intake, reference = intake.reference) => [
  (await newestOf(intake)).holds,
  (await readEstimates(team.clinician, reference))?.given[0]?.holds,
];

test('estimates that nobody touched hold, from the export alone, with a code and without', async () => {
  for (const by of ['clinician', 'frontDesk'] as const) {
    const { client, estimate } = await given(by);
    expect(estimate).toMatchObject({ holds: true, diagnosis: by === 'clinician' ? CODE : null });
    expect(await foundAbout(client, { earlier: [await aCheckpoint()] })).toEqual([]);
  }
  const { counts } = await verifyEvidence(await anExport(), ourKeys());
  expect(counts.estimate).toBeGreaterThanOrEqual(2);
});

test('an export of before estimates were in it holds, and none of them is missed in it', async () => {
  await given();
  const lines = readFileSync(await anExport(), 'utf8')
    .trimEnd()
    .split('\n');
  const content = lines
    .slice(0, -1)
    .filter((line) => !line.startsWith('{"line":"estimate"'))
    .map((line) => `${line.replace('foyer-evidence/3', 'foyer-evidence/1')}\n`)
    .join('');
  expect(content.split('\n').length, 'there were some').toBeLessThan(lines.length);
  const { counts: all, keyId } = JSON.parse(lines.at(-1) ?? '');
  const { estimate: _, ...counts } = all;
  const covered = { format: 'foyer-evidence-end/1', counts, sha256: sha256Of(content), keyId };
  const seal = sign(null, Buffer.from(canonicalJson(covered)), settings.signingKey.privateKey);
  const path = newFile();
  const { format: __, ...end } = covered;
  writeFileSync(
    path,
    `${content}${JSON.stringify({ line: 'end', ...end, seal: seal.toString('base64') })}\n`,
  );
  expect((await verifyEvidence(path, ourKeys())).findings).toEqual([]);
  const { findings } = await verifyEvidence(await anExport(), ourKeys(), [path]);
  expect(findings, 'and a later one can be held against it').toEqual([]);
});

test.describe('an estimate changed behind the app’s back is named, and says so itself', () => {
  for (const [column, change, found] of [
    [
      'time, two months earlier',
      `given_at = given_at - interval '60 days'`,
      [{ why: 'row-differs', fields: ['givenAt'] }],
    ],
    [
      'giver',
      'given_by = $2',
      [
        { why: 'row-differs', fields: ['givenBy'] },
        { why: 'chain-differs', fields: ['givenBy'] },
      ],
    ],
    ['appointment', 'appointment_id = null', [{ why: 'row-differs', fields: ['appointment'] }]],
    ['hash', `sha256 = repeat('0', 64)`, [{ why: 'row-differs', fields: ['sha256'] }]],
    [
      'number',
      'number = 7',
      [
        { why: 'row-differs', fields: ['number'] },
        { why: 'chain-differs', fields: ['number'] },
      ],
    ],
    [
      'record',
      `record = replace(record, '"number":1', '"number":2')`,
      [{ why: 'seal-broken' }, { why: 'chain-differs', fields: ['record'] }],
    ],
    ['seal', `seal = 'AA' || substr(seal, 3)`, [{ why: 'seal-broken' }]],
    ['key id', `key_id = '0000000000000000'`, [{ why: 'other-key' }]],
    [
      'contents',
      `contents = overlay(contents placing 'AAAA' from length(contents) - 40)`,
      [{ why: 'contents-differ' }],
    ],
    ['contents, emptied', `contents = ''`, [{ why: 'contents-differ' }]],
  ] as const) {
    test(`its ${column}`, async ({ database }) => {
      const intake = await given('frontDesk');
      const { id } = intake.estimate;
      const touched = await behindTheBack(database.superuserSql, (tx) =>
        tx.unsafe(`update estimate set ${change} where id = $1 and $2::uuid is not null returning id`, [
          id,
          team.admin.id,
        ]),
      );
      expect(touched).toHaveLength(1);
      expect(await sayAll(intake)).toEqual([false, false]);
      expect(await foundAbout(intake.client)).toEqual(
        found.map((one) => expect.objectContaining({ about: 'estimate', id, ...one })),
      );
    });
  }

  test('when it was given and by whom are shown as they were sealed, whatever the row says', async ({
    database,
  }) => {
    const intake = await given('frontDesk');
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`update estimate set given_at = given_at - interval '60 days', given_by = ${team.admin.id},
        appointment_id = null where id = ${intake.estimate.id}`,
    );
    expect(await newestOf(intake)).toEqual({ ...intake.estimate, holds: false });
  });

  test('its client: passed off as somebody else’s', async ({ database }) => {
    const [intake, other] = [await given('frontDesk'), await anIntake({}, { upTo: 'booked', days: 10 })];
    const { id } = intake.estimate;
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`update estimate set client_id = ${other.client.id} where id = ${id}`,
    );
    expect(await newestOf(other)).toMatchObject({ holds: false, contents: null });
    expect(await foundAbout(other.client)).toMatchObject(
      [
        { why: 'row-differs', fields: ['account'] },
        { why: 'contents-differ' },
        { why: 'chain-differs', fields: ['account'] },
      ].map((one) => ({ id, ...one })),
    );
  });

  test('two of one client, swapped', async ({ database }) => {
    const intake = await given('frontDesk');
    await give(team.frontDesk, intake.reference, { months: 3 });
    const swap = (column: string) =>
      behindTheBack(database.superuserSql, (tx) =>
        tx.unsafe(
          `update estimate one set ${column} = other.${column} from estimate other
            where one.client_id = $1 and other.client_id = $1 and one.id <> other.id`,
          [intake.client.id],
        ),
      );
    for (const column of ['record', 'seal', 'contents']) await swap(column);
    expect((await ownEstimates(intake.client)).map(({ holds }) => holds)).toEqual([false, false]);
    const found = await foundAbout(intake.client);
    for (const { id } of await ownEstimates(intake.client))
      expect(found.filter((one) => 'id' in one && one.id === id).map(({ why }) => why)).toEqual(
        expect.arrayContaining(['row-differs', 'contents-differ', 'chain-differs']),
      );
  });
});

test.describe('a diagnosis code that was changed behind the app’s back is missed by whoever may read it', () => {
  for (const [what, change] of [
    ['taken away', 'delete from estimate_diagnosis where estimate_id = $1'],
    ['emptied', `update estimate_diagnosis set code = '' where estimate_id = $1`],
    [
      'given to another client',
      'update estimate_diagnosis set client_id = gen_random_uuid() where estimate_id = $1',
    ],
  ] as const) {
    test(what, async ({ database }) => {
      const intake = await given();
      const { id } = intake.estimate;
      await behindTheBack(database.superuserSql, (tx) => tx.unsafe(change, [id]));
      expect(await newestOf(intake)).toMatchObject({ holds: false, diagnosis: null });
      expect(await sayAll(intake)).toEqual([false, false]);
      expect(await foundAbout(intake.client)).toEqual([
        expect.objectContaining({ about: 'estimate', id, why: 'code-differs' }),
      ]);
      const seen = await readEstimates(team.frontDesk, intake.reference);
      expect(seen?.given[0], 'who may not read it need not check it').toMatchObject({ holds: true });
    });
  }

  test('put in where there was none', async ({ database }) => {
    const [intake, other] = [await given('frontDesk'), await given()];
    const [row] = await as(other.client, (tx) => tx.select().from(estimateDiagnosis));
    await behindTheBack(
      database.superuserSql,
      (tx) => tx`insert into estimate_diagnosis (estimate_id, client_id, code)
        values (${intake.estimate.id}, ${intake.client.id}, ${row?.code ?? ''})`,
    );
    expect(await newestOf(intake)).toMatchObject({ holds: false, diagnosis: null });
    expect(await foundAbout(intake.client)).toMatchObject([{ why: 'code-differs' }]);
  });

  test('no other job than the one that writes evidence opens a code', async () => {
    await given();
    const codes = (name: string) => as({ kind: 'job', name }, (tx) => tx.select().from(estimateDiagnosis));
    expect((await codes('evidence')).length).toBeGreaterThan(0);
    expect(await codes('notice.send')).toEqual([]);
  });
});

test.describe('an estimate that was taken away or put in is named', () => {
  test('the row deleted: the record of what happened still knows it', async ({ database }) => {
    const intake = await given();
    const { id } = intake.estimate;
    await behindTheBack(database.superuserSql, async (tx) => {
      await tx`delete from estimate_diagnosis where estimate_id = ${id}`;
      await tx`delete from estimate where id = ${id}`;
    });
    expect(await foundAbout(intake.client)).toEqual([
      { about: 'estimate', id, account: intake.client.id, number: 1, why: 'gone' },
    ]);
  });

  test('the row and its event deleted and the chain linked anew: a checkpoint knows better', async ({
    database,
  }) => {
    const intake = await given('frontDesk');
    const checkpoint = await aCheckpoint();
    await behindTheBack(database.superuserSql, async (tx) => {
      await tx`delete from estimate where id = ${intake.estimate.id}`;
      await rewriteChain(tx, intake.client.id, ({ event }) => event !== 'estimate.given');
    });
    expect(await foundAbout(intake.client, { earlier: [checkpoint] })).toMatchObject([
      { about: 'chain', why: 'cut-short' },
    ]);
  });

  test('a copy of one with another number: it is not what was sealed, and no chain knows it', async ({
    database,
  }) => {
    const [intake, id] = [await given('frontDesk'), newId()];
    await behindTheBack(
      database.superuserSql,
      (
        tx,
      ) => tx`insert into estimate (id, client_id, number, appointment_id, given_at, given_by, contents, sha256, record, seal, key_id)
        select ${id}, client_id, 2, appointment_id, given_at, given_by, contents, sha256, record, seal, key_id
        from estimate where id = ${intake.estimate.id}`,
    );
    expect(await newestOf(intake)).toMatchObject({ holds: false });
    expect(await foundAbout(intake.client)).toMatchObject(
      [
        { why: 'row-differs', fields: ['id', 'number'] },
        { why: 'contents-differ' },
        { why: 'not-in-chain' },
      ].map((one) => ({ id, ...one })),
    );
  });
});

test.describe('once its client was erased', () => {
  test('it holds, and what was changed of it then is named all the same', async ({ database }) => {
    const intake = await given();
    const { id } = intake.estimate;
    await erase(database.superuserSql, intake.client);
    expect(await foundAbout(intake.client)).toEqual([]);
    const change = (sql: string) => behindTheBack(database.superuserSql, (tx) => tx.unsafe(sql, [id]));
    await change(`update estimate set given_at = given_at - interval '60 days' where id = $1`);
    expect(await foundAbout(intake.client)).toMatchObject([{ why: 'row-differs', fields: ['givenAt'] }]);
    await change(`update estimate set given_at = given_at + interval '60 days' where id = $1`);
    await change('delete from estimate_diagnosis where estimate_id = $1');
    expect(await foundAbout(intake.client)).toMatchObject([{ why: 'code-differs' }]);
    await change('delete from estimate where id = $1');
    expect(await foundAbout(intake.client)).toMatchObject([{ id, why: 'gone' }]);
  });

  test('a key that was deleted without a word in the record erases nobody', async ({ database }) => {
    const intake = await given();
    await database.superuserSql`delete from vault_key where subject_id = ${intake.client.id}`;
    const found = await foundAbout(intake.client);
    expect(found.filter(({ about }) => about === 'estimate').map(({ why }) => why)).toEqual([
      'contents-differ',
      'code-differs',
    ]);
  });
});
