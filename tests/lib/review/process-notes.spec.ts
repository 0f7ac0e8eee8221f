// Private process notes are for their author alone: no lead, no admin, no job, no broken glass and no one else's key opens them, and nothing but their own page holds a word of them.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { processNote, vaultKey } from '@/db/schema';
import { alone, formDrafts, keepDraft } from '@/lib/accounts/form-draft';
import { newId } from '@/lib/env/ids';
import { evidenceOf } from '@/lib/evidence/evidence-of';
import { changeProcessNote } from '@/lib/review/change-process-note';
import { deleteProcessNote } from '@/lib/review/delete-process-note';
import { readProcessNotes, stampOf } from '@/lib/review/process-notes';
import { readSubmission } from '@/lib/review/submission-file';
import { writeProcessNote } from '@/lib/review/write-process-note';
import { openFor } from '@/lib/vault/keys';
import { openAlone, openOwn } from '@/lib/vault/own-key';
import { expect, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { openSession, signedIn } from '../../support/sessions';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const TEXT = 'Quetzalnote, made up';
const write = (actor: Staff, { reference }: Intake, text = TEXT, formToken: string = newId()) =>
  writeProcessNote(actor, { reference, text, formToken });
const firstOf = async (actor: Staff, { reference }: Intake) => {
  const [note] = (await readProcessNotes(actor, reference))?.notes ?? [];
  if (!note) throw new Error('there is no note');
  return { ...note, asked: { reference, noteId: note.id, stamp: stampOf(note) } };
};

test('its author reads it; a lead, another clinician, front desk, an admin, the client and a job find nothing', async () => {
  const intake = await anIntake();
  expect(await write(team.clinician, intake)).toEqual({ ok: true });
  expect((await readProcessNotes(team.clinician, intake.reference))?.notes).toMatchObject([{ text: TEXT }]);
  const other = await aStaffMember('clinician');
  for (const actor of [team.lead, other])
    expect(await readProcessNotes(actor, intake.reference)).toMatchObject({ notes: [] });
  for (const actor of [team.frontDesk, team.admin])
    expect(await readProcessNotes(actor, intake.reference)).toBeNull();
  for (const actor of [
    team.lead,
    other,
    team.frontDesk,
    team.admin,
    intake.client,
    { kind: 'job', name: 'test' },
  ])
    expect(await as(actor as Staff, (tx) => tx.select().from(processNote))).toEqual([]);
});

test('who breaks the glass is on the case, and still finds none of somebody else’s', async ({ database }) => {
  const intake = await anIntake();
  await write(team.clinician, intake);
  const [assignee, opener] = [await aStaffMember('clinician'), await aStaffMember('clinician')];
  await database.ownerSql`update submission set assignee_id = ${assignee.id} where id = ${intake.id}`;
  expect(await readProcessNotes(opener, intake.reference)).toBeNull();
  await database.ownerSql`insert into glass_break (id, client_id, staff_id, reason, opened_at, until)
    values (${newId()}, ${intake.client.id}, ${opener.id}, 'sealed', now(), now() + interval '1 hour')`;
  expect(await readProcessNotes(opener, intake.reference)).toMatchObject({ notes: [], mayWrite: true });
  expect(await as(opener, (tx) => tx.select().from(processNote))).toEqual([]);
});

test('its words open with the author’s own key, which no colleague and no job is given', async ({
  database,
}) => {
  const intake = await anIntake();
  await write(team.clinician, intake);
  const [row] =
    await database.ownerSql`select id, content from process_note where client_id = ${intake.client.id}`;
  const [sealed, subject] = [String(row?.content), intake.client.id];
  const place = { table: 'process_note', column: 'content', row: String(row?.id) };
  // A lead has the client's key, and finds another seal below it.
  const below = await as(team.lead, (tx) => openFor(tx, subject, place, sealed));
  expect(below).toMatch(/^s1\./);
  const theirs = (actor: Staff) =>
    as(actor, (tx) => openOwn(tx, { owner: team.clinician.id, subject }, place, sealed));
  await expect(theirs(team.lead)).rejects.toThrow();
  expect(await theirs(team.clinician)).toBe(TEXT);
  for (const actor of [team.lead, team.admin, { kind: 'job', name: 'test' }])
    expect(
      await as(actor as Staff, (tx) => tx.select().from(vaultKey).where(sql`owner_id is not null`)),
    ).toEqual([]);
});

test('one that is half written is as private: its draft opens with the same key of its author’s', async ({
  database,
}) => {
  const { reference } = await anIntake({}, { upTo: 'forms' });
  const form = alone(`staff/submissions/${reference}/process-notes/write/`);
  const [{ id: author }, typed] = [team.clinician, { values: { 'note-text': [TEXT] }, errors: [] }];
  // Also by a session that has idled out, which has no role any more.
  const noRole: Staff = { ...team.clinician, roles: [] };
  const { id: given } = await openSession(await signedIn(team.clinician));
  const idledOut: Staff = { ...noRole, session: given };
  for (const writer of [idledOut, team.clinician, idledOut])
    await as(writer, (tx) => keepDraft(tx, author, form, typed));
  expect((await formDrafts(team.clinician, alone('staff/'))).get(form)).toEqual(typed);
  // Who came by mail alone never gave the second step: not their own key, not a draft, also by naming the session of a colleague who did.
  const { id: byMail } = await openSession(await signedIn(noRole));
  const { id: another } = await openSession(await signedIn(team.lead));
  for (const session of [undefined, byMail, another]) {
    const came: Staff = { ...noRole, ...(session && { session }) };
    const seen = await as(came, async (tx) => [
      ...(await tx.execute(sql`select 1 from vault_key where owner_id is not null`)),
      ...(await tx.execute(sql`select 1 from form_draft`)),
    ]);
    expect(seen, session ?? 'none').toEqual([]);
  }
  const [row] =
    await database.ownerSql`select content from form_draft where account_id = ${author} and form = ${form}`;
  const place = { table: 'form_draft', column: 'content', row: `${author}/${form}` };
  const job = { kind: 'job', name: 'test' } as const;
  // A job has the key of their account, and may look at drafts: of this one it reads nothing.
  expect(await as(job, (tx) => tx.execute(sql`select 1 from form_draft where form = ${form}`))).toHaveLength(
    1,
  );
  for (const actor of [job, team.lead]) {
    await expect(as(actor, (tx) => openFor(tx, author, place, String(row?.content)))).rejects.toThrow();
    await expect(as(actor, (tx) => openAlone(tx, author, place, String(row?.content)))).rejects.toThrow();
  }
  expect((await formDrafts(team.lead, alone('staff/'))).size).toBe(0);
});

test('once the client’s key is gone its author can’t read it either', async ({ database }) => {
  const intake = await anIntake();
  await write(team.clinician, intake);
  await database.ownerSql`delete from vault_key where subject_id = ${intake.client.id}`;
  await expect(readProcessNotes(team.clinician, intake.reference)).rejects.toThrow(/no key/);
});

test('nothing else holds a word of it: no file of the author’s or a lead’s, no history, no record, no evidence', async ({
  database,
}) => {
  const intake = await anIntake();
  await write(team.clinician, intake);
  await readProcessNotes(team.clinician, intake.reference);
  for (const actor of [team.clinician, team.lead, team.frontDesk, team.admin]) {
    const file = await readSubmission(actor, intake.reference);
    expect(file).not.toBeNull();
    const whole = JSON.stringify({ ...file, answers: [...(file?.answers ?? [])] });
    expect(whole).not.toContain('Quetzalnote');
    expect(whole).not.toContain('process-note');
    expect(file?.ownProcessNotes).toBe(actor === team.clinician ? 1 : 0);
  }
  const lines = await database.ownerSql`select detail from audit_event where event like 'process-note.%'`;
  expect(lines.length).toBeGreaterThan(1);
  expect(JSON.stringify(lines)).not.toContain('Quetzalnote');
  const evidence = await as({ kind: 'job', name: 'evidence' }, async (tx) => {
    let whole = '';
    for await (const line of evidenceOf(tx, { personal: true })) whole += JSON.stringify(line);
    return whole;
  });
  expect(evidence).toContain(intake.client.id);
  expect(evidence).not.toContain('Quetzalnote');
});

test('its author changes and deletes it, in the words that were before their eyes; each is in the record', async ({
  database,
}) => {
  const intake = await anIntake();
  await write(team.clinician, intake);
  const first = await firstOf(team.clinician, intake);
  const changed = { ...first.asked, text: 'changed, made up' };
  expect(await changeProcessNote(team.lead, changed)).toEqual({ ok: false, reason: 'unknown' });
  expect(await changeProcessNote(team.clinician, changed)).toEqual({ ok: true });
  expect(await changeProcessNote(team.clinician, changed)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  expect(await deleteProcessNote(team.clinician, first.asked)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  const now = await firstOf(team.clinician, intake);
  expect(now).toMatchObject({ text: 'changed, made up', changedAt: expect.any(Date) });
  await deleteProcessNote(team.lead, now.asked);
  expect(await firstOf(team.clinician, intake)).toMatchObject({ text: 'changed, made up' });
  expect(await deleteProcessNote(team.clinician, now.asked)).toEqual({ ok: true });
  expect((await readProcessNotes(team.clinician, intake.reference))?.notes).toEqual([]);
  const events = await database.ownerSql`select event from audit_event
    where subject = ${intake.client.id} and event like 'process-note.%' and event <> 'process-note.read' order by seq`;
  expect(events.map(({ event }) => event)).toEqual([
    'process-note.written',
    'process-note.changed',
    'process-note.deleted',
  ]);
});

test('whoever is no longer on the case keeps what they wrote, and writes no more', async ({ database }) => {
  const intake = await anIntake();
  const writer = await aStaffMember('clinician');
  await write(writer, intake);
  const assignee = await aStaffMember('clinician');
  await database.ownerSql`update submission set assignee_id = ${assignee.id} where id = ${intake.id}`;
  expect(await readProcessNotes(writer, intake.reference)).toMatchObject({
    notes: [{ text: TEXT }],
    mayWrite: false,
  });
  expect(await write(writer, intake)).toEqual({ ok: false, reason: 'not-on-the-case' });
});

test('the same form sent twice writes once', async () => {
  const intake = await anIntake();
  const token = newId();
  await Promise.all([1, 2, 3].map(() => write(team.clinician, intake, TEXT, token)));
  expect((await readProcessNotes(team.clinician, intake.reference))?.notes).toHaveLength(1);
});

test('somebody’s first notes, sent at once, are all kept under one key', async ({ database }) => {
  const [intake, writer] = [await anIntake(), await aStaffMember('clinician')];
  const sent = await Promise.all([1, 2, 3, 4].map((each) => write(writer, intake, `${TEXT} ${each}`)));
  expect(sent.every(({ ok }) => ok)).toBe(true);
  expect((await readProcessNotes(writer, intake.reference))?.notes).toHaveLength(4);
  expect(await database.ownerSql`select from vault_key where owner_id = ${writer.id}`).toHaveLength(1);
});
