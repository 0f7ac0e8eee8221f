// Who has signed what: counted by the one rule, listed a page at a time, with nothing of a signature but when and which version.

import type { DocumentSlug } from '@/lib/documents/document-text';
import { documentFile } from '@/lib/documents/documents-for-staff';
import { publishDocument } from '@/lib/documents/publish-document';
import type { Standing } from '@/lib/documents/standing';
import { shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { documentSigners, SIGNERS_A_PAGE } from '@/lib/review/document-signers';
import { expect, type TestDatabase, test } from '../../support/database';
import { anEditor, draftNow, type Editor, writes } from '../documents/made-up-editors';
import { madeUpClient, sign } from '../documents/made-up-people';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

const NAME = 'Marked Madeup';
let [team, editor]: [Team, Editor] = [] as never;
test.beforeAll(async () => {
  team = await theTeam();
  editor = await anEditor();
});
test.afterAll(() => shiftClock(0));

/** Everybody listed, page after page. */
async function everybody(actor: Staff, slug: DocumentSlug, standing?: Standing) {
  const references: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const asked = { ...(standing && { standing }), ...(after && { after }) };
    const { rows, next } = await documentSigners(actor, slug, asked);
    references.push(...rows.map(({ reference }) => reference));
    after = next;
  }
  return references;
}

async function publish(slug: DocumentSlug, changeClass: 'editorial' | 'material' | 'legal') {
  await writes(editor, slug, { summary: [`Of ${newId()}.`] });
  const draft = await draftNow(editor, slug);
  const seen = { slug, draft: draft?.id ?? '', revision: draft?.revision ?? 0, changeClass };
  expect(await publishDocument(editor.actor, { ...seen, code: editor.code() })).toMatchObject({
    ok: true,
  });
}

async function withdraws({ ownerSql: sql }: TestDatabase, { client }: Intake, slug: DocumentSlug) {
  await sql`
    insert into signature select (jsonb_populate_record(s, jsonb_build_object(
      'id', ${newId()}::text, 'kind', 'withdrawal', 'signed_at', s.signed_at + interval '1 minute'))).*
    from signature s where client_id = ${client.id} and slug = ${slug}`;
}

const standingOf = async (slug: DocumentSlug, { reference }: Intake) => {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await documentSigners(team.frontDesk, slug, after ? { after } : {});
    const row = rows.find((each) => each.reference === reference);
    if (row || !next) return row;
    after = next;
  }
};

test('each client stands where the newest versions put them, and the counts say the same', async ({
  database,
}) => {
  const [one, two, gone] = [await anIntake({ B1: NAME }), await anIntake(), await anIntake()];
  expect(await standingOf('fees', one)).toMatchObject({ standing: 'holds', signed: { version: 1 } });
  await withdraws(database, gone, 'fees');
  expect(await standingOf('fees', gone)).toMatchObject({ standing: 'withdrawn' });
  for (const [changeClass, standing] of [
    ['editorial', 'holds-with-notice'],
    ['material', 'again-before-session'],
    ['legal', 'again-first'],
  ] as const) {
    await publish('fees', changeClass);
    expect(await standingOf('fees', one)).toMatchObject({ standing });
    expect(await standingOf('fees', gone)).toMatchObject({ standing: 'withdrawn' });
    expect(await everybody(team.frontDesk, 'fees', standing)).toEqual(
      expect.arrayContaining([one.reference, two.reference]),
    );
  }
  const late = await anIntake();
  expect(await standingOf('fees', late)).toMatchObject({ standing: 'holds', signed: { version: 4 } });
  expect(await standingOf('couples', late)).toMatchObject({ standing: 'unsigned', signed: null });
  const file = await documentFile(team.frontDesk, 'fees');
  expect(file?.counts).toEqual({
    ...{ unsigned: 0, holds: 1, 'holds-with-notice': 0, 'again-before-session': 0 },
    ...{ 'again-first': 2, withdrawn: 1 },
  });
});

test('who has not sent their forms is counted and listed to nobody; who is closed is neither', async ({
  database,
}) => {
  const before = (await documentFile(team.admin, 'agreement'))?.counts.holds ?? 0;
  const unsent = await anIntake({}, { upTo: 'forms' });
  const closed = await anIntake();
  await database.ownerSql`update submission set status = 'closed' where id = ${closed.id}`;
  expect((await documentFile(team.admin, 'agreement'))?.counts.holds).toBe(before + 1);
  for (const actor of Object.values(team)) {
    const listed = await everybody(actor, 'agreement');
    expect(listed).not.toContain(unsent.reference);
    expect(listed).not.toContain(closed.reference);
  }
});

test('the pages of the list hold everybody once, in every filter', async ({ database }) => {
  const { ownerSql: sql } = database;
  const clients: string[] = [];
  while (clients.length < SIGNERS_A_PAGE + 3) {
    const client = await madeUpClient();
    for (const slug of ['electronic-records', 'information'] as const)
      expect(await sign(client, slug)).toMatchObject({ ok: true });
    clients.push(client.id);
  }
  // Sent in the same instant: the place in the list must tell them apart all the same.
  const more = await sql<{ reference: string }[]>`
    update submission set status = 'submitted', submitted_at = '2026-01-02T03:04:05.678Z'
    where client_id in ${sql(clients)} returning reference`;
  for (const standing of [undefined, 'holds'] as const) {
    const listed = await everybody(team.frontDesk, 'information', standing);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toEqual(expect.arrayContaining(more.map(({ reference }) => reference)));
  }
  expect(await everybody(team.frontDesk, 'information', 'unsigned')).toEqual([]);
  for (const after of ['', 'x', "0-'; drop table", '99999999999999999-AAAAAAAAAA', '-1-AAAAAAAAAA'])
    expect((await documentSigners(team.frontDesk, 'information', { after })).rows.length).toBeGreaterThan(0);
});

test('nothing personal of a signature is in the list, and having looked is one line in the record', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  await anIntake({ B1: NAME });
  const [before] = await sql`select count(*)::int from audit_event where event = 'document.signers-listed'`;
  const found = await documentSigners(team.frontDesk, 'agreement', { standing: 'holds' });
  const said = JSON.stringify(found);
  for (const secret of ['192.0.2', 'Made-up browser', 'typedName', 'userAgent', 'personal', 'seal'])
    expect(said).not.toContain(secret);
  expect(Object.keys(found.rows[0]?.signed ?? {}).sort()).toEqual(['at', 'version']);
  const lines =
    await sql`select * from audit_event where event = 'document.signers-listed' order by at desc, seq desc`;
  expect(lines.length).toBe((before?.count ?? 0) + 1);
  expect(lines[0]).toMatchObject({ subject: 'clinic', actor_id: team.frontDesk.id });
  expect(JSON.parse(lines[0]?.detail)).toMatchObject({ document: 'agreement', standing: 'holds' });
  expect(JSON.parse(lines[0]?.detail).submissions).toHaveLength(found.rows.length);
});
