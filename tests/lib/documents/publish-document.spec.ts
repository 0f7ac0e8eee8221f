// A draft is its admins' alone, two who write lose nothing, and what is published is published once, by who they are, for good.
import { type Actor, as, visitor } from '@/db/client';
import { documentDraft, documentVersion } from '@/db/schema';
import { carryOnDraft } from '@/lib/documents/carry-on-draft';
import { currentVersion } from '@/lib/documents/current-version';
import { defaultTexts } from '@/lib/documents/default-texts';
import { discardDraft } from '@/lib/documents/discard-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { documentFile, documentsForStaff } from '@/lib/documents/documents-for-staff';
import { draftToWrite } from '@/lib/documents/draft-to-write';
import { editedPart } from '@/lib/documents/edited-text';
import { publishDocument } from '@/lib/documents/publish-document';
import { sha256OfText } from '@/lib/documents/published-text';
import { saveDraft } from '@/lib/documents/save-draft';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { aStaffMember } from '@/tests/support/people';
import { expect, test } from '../../support/database';
import { anEditor, draftNow, type Editor, publishes, wordsNow, writes } from './made-up-editors';
import { madeUpClient, openClinic } from './made-up-people';

/** What Postgres answers to what a policy or a grant doesn't let through. */
const FORBIDDEN = { code: '42501' };

let editor: Editor;
test.beforeAll(async () => {
  await openClinic();
  editor = await anEditor();
});
test.afterAll(() => shiftClock(0));

const versionNow = (slug: DocumentSlug) => as(editor.actor, (tx) => currentVersion(tx, slug));
const newWords = (word: string) => ({ body: `## New\n\nWords of ${word}, call {{clinicPhone}}.` });

test('a draft keeps what was written, with its gaps, and clients read the version that counts', async () => {
  const before = await versionNow('privacy');
  expect(await writes(editor, 'privacy', newWords('a draft'))).toEqual({ ok: true, revision: 1 });
  expect(await writes(editor, 'privacy', { title: 'Your privacy' })).toEqual({ ok: true, revision: 2 });
  const draft = await draftNow(editor, 'privacy');
  expect(draft).toMatchObject({ baseVersion: 1, revision: 2, changedBy: editor.actor.id });
  expect(draft?.text).toMatchObject({ title: 'Your privacy', body: newWords('a draft').body });
  expect(await versionNow('privacy')).toEqual(before);
});

test('it begins with the words of the version, gaps and all', async () => {
  for (const slug of ['fees', 'agreement'] as const) {
    const writing = await draftToWrite(editor.actor, slug);
    expect(writing?.text).toEqual(editedPart(defaultTexts[slug]));
    expect(writing?.comparable(writing.text)?.sha256, 'nothing differs').toBe(writing?.current.sha256);
  }
});

test('of two who write at once the later is told, and neither text is lost', async () => {
  const text = await wordsNow(editor, 'information');
  const [one, two] = [await anEditor(), await anEditor()];
  const save = (who: Editor, title: string, revision: number) =>
    saveDraft(who.actor, { slug: 'information', base: 1, revision, text: { ...text, title } });
  const begun = await Promise.all([save(one, 'Of one', 0), save(two, 'Of two', 0)]);
  expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
  expect(begun.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'edited-meanwhile' });
  const later = await Promise.all([save(one, 'One again', 1), save(two, 'Two again', 1)]);
  expect(later.filter(({ ok }) => ok)).toHaveLength(1);
  const won = later[0]?.ok ? 'One again' : 'Two again';
  expect((await draftNow(editor, 'information'))?.text.title).toBe(won);
  expect(await save(one, won, 1), 'the same words twice are saved').toEqual({ ok: true, revision: 2 });
  expect(await save(two, 'Seen both', 2), 'who has seen the newer may replace it').toMatchObject({
    ok: true,
  });
  expect(await save(two, 'Of nothing', 9)).toMatchObject({ reason: 'edited-meanwhile' });
});

test('publishing writes the next version whole, and the draft is gone', async ({ database }) => {
  await writes(editor, 'video', { ...newWords('publishing'), summary: ['Call {{clinicPhone}}.'] });
  const draft = await draftNow(editor, 'video');
  expect(await publishes(editor, 'video', { changeClass: 'legal' })).toEqual({ ok: true, version: 2 });
  const version = await versionNow('video');
  expect(version).toMatchObject({
    ...{ id: draft?.id, version: 2, changeClass: 'legal', publishedBy: editor.actor.id, kind: 'signature' },
    body: '## New\n\nWords of publishing, call 555 0100.',
    source: draft?.text,
  });
  expect(version?.sha256).toBe(sha256OfText({ parts: version?.parts ?? '', body: version?.body ?? '' }));
  expect(await draftNow(editor, 'video')).toBeNull();
  const [line] = await database.ownerSql`
    select * from audit_event where subject = ${draft?.id ?? ''} and event = 'document.published'`;
  expect(line).toMatchObject({ actor_kind: 'staff', actor_id: editor.actor.id });
  expect(JSON.parse(line?.detail)).toMatchObject({
    ...{ slug: 'video', version: 2, changeClass: 'legal', sha256: version?.sha256 },
  });
  expect((await wordsNow(editor, 'video')).body, 'the next begins with the gaps').toContain(
    '{{clinicPhone}}',
  );
});

test('pressed twenty times it is published once, with one code', async ({ database }) => {
  await writes(editor, 'couples', newWords('many presses'));
  const draft = await draftNow(editor, 'couples');
  const seen = { slug: 'couples' as const, draft: draft?.id ?? '', revision: 1 };
  const pressed = { ...seen, changeClass: 'material' as const, code: editor.code() };
  const answers = await Promise.all(Array.from({ length: 20 }, () => publishDocument(editor.actor, pressed)));
  expect(answers).toEqual(Array(20).fill({ ok: true, version: 2 }));
  const rows = await database.ownerSql`select version from document_version where slug = 'couples'`;
  expect(rows.map(({ version }) => version).sort()).toEqual([1, 2]);
});

test('each refusal is named, changes nothing, and costs no code', async () => {
  const editor = await anEditor();
  const untouched = async () => ({
    version: await versionNow('fees'),
    draft: await draftNow(editor, 'fees'),
  });
  expect(await publishes(editor, 'fees')).toEqual({ ok: false, reason: 'gone' });
  expect(await publishes(editor, 'fees', { draft: 'no id at all' })).toEqual({ ok: false, reason: 'gone' });

  await writes(editor, 'fees', {});
  expect(await publishes(editor, 'fees')).toEqual({ ok: false, reason: 'nothing-changed' });
  await writes(editor, 'fees', newWords('refusals'));
  const before = await untouched();
  const colleague = await anEditor();
  for (const wrong of ['000000', '', 'x'.repeat(40), colleague.code()])
    expect(await publishes(editor, 'fees', { code: wrong })).toEqual({ ok: false, reason: 'wrong' });
  const code = editor.code();
  const stale = await publishes(editor, 'fees', { revision: 1, code });
  expect(stale).toEqual({ ok: false, reason: 'edited-meanwhile' });
  expect(await untouched()).toEqual(before);
  expect(await publishes(editor, 'fees', { code })).toEqual({ ok: true, version: 2 });
  await writes(editor, 'fees', newWords('a used code'));
  expect(await publishes(editor, 'fees', { code }), 'each is good once').toMatchObject({ reason: 'wrong' });
});

test('a draft older than the current version waits until somebody has compared the two', async () => {
  const text = await wordsNow(editor, 'messages');
  const save = { slug: 'messages' as const, base: 1, revision: 0, text: { ...text, title: 'First' } };
  await saveDraft(editor.actor, save);
  expect(await publishes(editor, 'messages')).toMatchObject({ ok: true, version: 2 });
  // Somebody had the page of version 1 open, and saves now.
  expect(await saveDraft(editor.actor, { ...save, revision: 1, text: { ...text, title: 'Second' } })).toEqual(
    {
      ok: false,
      reason: 'gone',
    },
  );
  await saveDraft(editor.actor, { ...save, text: { ...text, title: 'Second' } });
  expect(await publishes(editor, 'messages')).toEqual({ ok: false, reason: 'older-than-current' });
  const carry = (version: number) => carryOnDraft(editor.actor, { slug: 'messages', revision: 1, version });
  expect(await carry(1)).toEqual({ ok: false, reason: 'older-than-current' });
  expect(await carry(2)).toEqual({ ok: true });
  expect(await carry(2)).toEqual({ ok: false, reason: 'edited-meanwhile' });
  expect(await publishes(editor, 'messages')).toMatchObject({ ok: true, version: 3 });
  const none = { ...save, base: 9 };
  expect(await saveDraft(editor.actor, none)).toEqual({ ok: false, reason: 'unknown-version' });
});

test('what is discarded is the draft that was seen, and it is in the record', async ({ database }) => {
  await writes(editor, 'electronic-records', newWords('to be discarded'));
  const draft = await draftNow(editor, 'electronic-records');
  const discard = (revision: number) => discardDraft(editor.actor, { slug: 'electronic-records', revision });
  expect(await discard(7)).toEqual({ ok: false, reason: 'edited-meanwhile' });
  expect(await discard(1)).toEqual({ ok: true });
  expect(await discard(1), 'again is no harm').toEqual({ ok: true });
  const lines =
    await database.ownerSql`select event from audit_event where subject = ${draft?.id ?? ''} order by seq`;
  expect(lines.map(({ event }) => event)).toEqual(['document.drafted', 'document.draft-discarded']);
});

test('whoever is no admin writes, reads and publishes no draft: here, and in Postgres itself', async () => {
  await writes(editor, 'agreement', { title: 'A marked draft' });
  const text = await wordsNow(editor, 'agreement');
  const draft = await draftNow(editor, 'agreement');
  const others: Actor[] = [
    ...[await aStaffMember('front-desk'), await aStaffMember('clinician'), await aStaffMember('lead')],
    ...[
      { ...editor.actor, roles: [] },
      await madeUpClient(),
      visitor,
      { kind: 'job', name: 'test' } as const,
    ],
  ];
  for (const actor of others) {
    if (actor.kind === 'staff') {
      const save = { slug: 'agreement' as const, base: 1, revision: 1, text };
      expect(await saveDraft(actor, save)).toEqual({ ok: false, reason: 'not-allowed' });
      expect(await discardDraft(actor, { slug: 'agreement', revision: 1 })).toMatchObject({ ok: false });
      expect(await carryOnDraft(actor, { slug: 'agreement', revision: 1, version: 1 })).toMatchObject({
        ok: false,
      });
      expect(await draftToWrite(actor, 'agreement')).toBeNull();
      const seen = { slug: 'agreement' as const, draft: draft?.id ?? '', revision: 1, code: editor.code() };
      expect(await publishDocument(actor, { ...seen, changeClass: 'editorial' })).toEqual({
        ok: false,
        reason: 'not-allowed',
      });
    }
    expect(await as(actor, (tx) => tx.select().from(documentDraft))).toEqual([]);
    const changed = await as(actor, (tx) => tx.update(documentDraft).set({ revision: 99 }).returning());
    expect(changed).toEqual([]);
    expect(await as(actor, (tx) => tx.delete(documentDraft).returning())).toEqual([]);
    const by = { changedBy: editor.actor.id, changedAt: clock.now() };
    const forged = { id: newId(), slug: 'forged', locale: 'en', text, baseVersion: 1, revision: 1, ...by };
    await expect(as(actor, (tx) => tx.insert(documentDraft).values(forged))).rejects.toMatchObject(FORBIDDEN);
    const version = await versionNow('agreement');
    if (!version) throw new Error('no version');
    const next = { ...version, id: newId(), version: 77 };
    await expect(as(actor, (tx) => tx.insert(documentVersion).values(next))).rejects.toMatchObject(FORBIDDEN);
  }
  expect((await draftNow(editor, 'agreement'))?.text.title).toBe('A marked draft');
});

test('nobody publishes or writes in a colleague’s name, and a version can’t be changed', async ({
  database,
}) => {
  const colleague = await aStaffMember('admin');
  const version = await versionNow('agreement');
  if (!version) throw new Error('no version');
  const forged = { ...version, id: newId(), version: 78, publishedBy: colleague.id };
  await expect(as(editor.actor, (tx) => tx.insert(documentVersion).values(forged))).rejects.toMatchObject(
    FORBIDDEN,
  );
  await expect(
    as(editor.actor, (tx) => tx.update(documentDraft).set({ changedBy: colleague.id })),
  ).rejects.toMatchObject(FORBIDDEN);
  await expect(
    as(editor.actor, (tx) => tx.update(documentVersion).set({ source: null })),
  ).rejects.toMatchObject(FORBIDDEN);
  await expect(database.ownerSql`update document_version set body = 'x'`).rejects.toThrow(/append-only/);
});

test('staff who may not write don’t learn that somebody does', async () => {
  await writes(editor, 'agreement', { title: 'A marked draft' });
  for (const role of ['front-desk', 'clinician', 'lead'] as const) {
    const actor = await aStaffMember(role);
    expect(JSON.stringify(await documentsForStaff(actor))).not.toContain('A marked draft');
    expect((await documentsForStaff(actor)).rows.map(({ draft }) => draft)).toEqual(Array(8).fill(null));
    expect((await documentFile(actor, 'agreement'))?.draft).toBeNull();
  }
  const { rows } = await documentsForStaff(editor.actor);
  expect(rows.find(({ slug }) => slug === 'agreement')?.draft).toMatchObject({
    changedBy: 'Sam Sample (made up)',
  });
});
