// Clinical notes: written and read by the clinical staff on the case, sealed, and never changed; put right by their author alone, with what stood before still there.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { clinicalNote } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { correctClinicalNote } from '@/lib/review/correct-clinical-note';
import { LONGEST_NOTE } from '@/lib/review/note-text';
import { readSubmission } from '@/lib/review/submission-file';
import { writeClinicalNote } from '@/lib/review/write-clinical-note';
import { expect, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { anIntake, type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const TEXT = 'a marked note, made up';
const write = (actor: Staff, reference: string, text = TEXT, formToken: string = newId()) =>
  writeClinicalNote(actor, { reference, text, formToken });
const notesFor = async (actor: Staff, reference: string) =>
  (await readSubmission(actor, reference))?.notes ?? [];

test('the clinical staff on the case read a note with its author and time; front desk and an admin never do', async () => {
  const { reference } = await anIntake();
  expect(await write(team.clinician, reference)).toEqual({ ok: true });
  for (const actor of [team.clinician, team.lead])
    expect(await notesFor(actor, reference)).toMatchObject([
      { text: TEXT, authorId: team.clinician.id, revision: 1, writtenAt: expect.any(Date), earlier: [] },
    ]);
  for (const actor of [team.frontDesk, team.admin]) {
    const file = await readSubmission(actor, reference);
    expect(JSON.stringify(file)).not.toContain('marked note');
    expect(file?.mayNote).toBe(false);
    expect(await write(actor, reference)).toEqual({ ok: false, reason: 'not-on-the-case' });
    expect(await as(actor, (tx) => tx.select().from(clinicalNote))).toEqual([]);
  }
  expect(
    (await readSubmission(team.frontDesk, reference))?.history.done.map(({ event }) => event),
  ).not.toContain('note.written');
});

test('a clinician who is not on the case neither writes nor reads one', async ({ database }) => {
  const intake = await anIntake();
  await write(team.clinician, intake.reference);
  const [other, assignee] = [await aStaffMember('clinician'), await aStaffMember('clinician')];
  await database.ownerSql`update submission set assignee_id = ${assignee.id} where id = ${intake.id}`;
  const seen = await as(other, (tx) => tx.select().from(clinicalNote));
  expect(seen.filter(({ clientId }) => clientId === intake.client.id)).toEqual([]);
  expect(await write(other, intake.reference)).toEqual({ ok: false, reason: 'not-on-the-case' });
  expect(await notesFor(assignee, intake.reference)).toHaveLength(1);
});

test('the client and a job read none, and what is stored is sealed', async ({ database }) => {
  const { client, reference } = await anIntake();
  await write(team.clinician, reference);
  for (const actor of [client, { kind: 'job', name: 'test' } as const])
    expect(await as(actor, (tx) => tx.select().from(clinicalNote))).toEqual([]);
  const [row] = await database.ownerSql`select content from clinical_note where client_id = ${client.id}`;
  expect(row?.content).toMatch(/^s1\./);
  expect(row?.content).not.toContain('marked');
});

test('put right by its author, a note keeps what it said before; nobody else puts it right', async () => {
  const { reference } = await anIntake();
  await write(team.clinician, reference);
  const [note] = await notesFor(team.clinician, reference);
  const asked = {
    reference,
    noteId: note?.id ?? '',
    revision: 1,
    text: 'put right, made up',
    formToken: newId(),
  };
  expect(await correctClinicalNote(team.lead, asked)).toEqual({ ok: false, reason: 'unknown' });
  expect(await correctClinicalNote(team.clinician, asked)).toEqual({ ok: true });
  // The same form once more, and an older window.
  expect(await correctClinicalNote(team.clinician, asked)).toEqual({ ok: true });
  expect(await correctClinicalNote(team.clinician, { ...asked, formToken: newId() })).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  expect(await notesFor(team.lead, reference)).toMatchObject([
    { text: 'put right, made up', revision: 2, earlier: [{ text: TEXT, revision: 1 }] },
  ]);
  const history = (await readSubmission(team.lead, reference))?.history.done.map(({ event }) => event);
  expect(history).toEqual(expect.arrayContaining(['note.written', 'note.corrected']));
});

test('of two who put the same words right at once, one is told to look again', async () => {
  const { reference } = await anIntake();
  await write(team.clinician, reference);
  const [note] = await notesFor(team.clinician, reference);
  const correct = (text: string) =>
    correctClinicalNote(team.clinician, {
      reference,
      noteId: note?.id ?? '',
      revision: 1,
      text,
      formToken: newId(),
    });
  const done = await Promise.all([correct('one, made up'), correct('two, made up')]);
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await notesFor(team.clinician, reference))[0]?.earlier).toHaveLength(1);
});

test('the database itself lets nobody change or delete one, write in another’s name or for another day, put another’s right, or leave a revision out', async () => {
  const { client, reference } = await anIntake();
  await write(team.clinician, reference);
  const [note] = await notesFor(team.clinician, reference);
  for (const change of [sql`update clinical_note set content = 'x'`, sql`delete from clinical_note`])
    await expect(as(team.clinician, (tx) => tx.execute(change))).rejects.toThrow();
  const row = { clientId: client.id, writtenAt: clock.now(), content: 'x' };
  type Values = { id: string; noteId: string; revision: number; writtenBy: string; writtenAt?: Date };
  const add = (values: Values) =>
    as(team.lead, (tx) => tx.insert(clinicalNote).values({ ...row, ...values, formToken: newId() }));
  const [own, other] = [newId(), newId()];
  await expect(add({ id: own, noteId: own, revision: 1, writtenBy: team.clinician.id })).rejects.toThrow();
  await expect(
    add({ id: other, noteId: note?.id ?? '', revision: 2, writtenBy: team.lead.id }),
  ).rejects.toThrow();
  const mine = { id: own, noteId: own, revision: 1, writtenBy: team.lead.id };
  const yesterday = new Date(clock.now().getTime() - 86_400_000);
  await expect(add({ ...mine, writtenAt: yesterday })).rejects.toThrow();
  await add(mine);
  await expect(add({ ...mine, id: other, revision: 3 }), 'after one that is not there').rejects.toThrow();
  await add({ ...mine, id: other, revision: 2 });
});

test('the same form sent twice writes once; nothing, too much and what can’t be read are refused', async () => {
  const { reference } = await anIntake();
  const token = newId();
  await Promise.all([1, 2, 3].map(() => write(team.clinician, reference, TEXT, token)));
  expect(await notesFor(team.clinician, reference)).toHaveLength(1);
  expect(await write(team.clinician, reference, ' ')).toEqual({ ok: false, reason: 'note-missing' });
  expect(await write(team.clinician, reference, 'x'.repeat(LONGEST_NOTE + 1))).toEqual({
    ok: false,
    reason: 'note-too-long',
  });
  expect(await write(team.clinician, reference, '\u0000')).toEqual({
    ok: false,
    reason: 'note-not-readable',
  });
  expect(await write(team.clinician, 'NONE')).toEqual({ ok: false, reason: 'unknown' });
});
