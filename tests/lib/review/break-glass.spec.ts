// A clinician who is not on a case reads what front desk reads; with a reason it opens for a while, and every lead is told (Z-09).
import { as } from '@/db/client';
import { answer, estimateDiagnosis, informationRequest, reflection, siteMessage } from '@/db/schema';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { addAttempt } from '@/lib/review/add-attempt';
import { askForMore } from '@/lib/review/ask-for-more';
import { assignSubmission } from '@/lib/review/assign-submission';
import { beginReview } from '@/lib/review/begin-review';
import { breakGlass } from '@/lib/review/break-glass';
import { closeFlag } from '@/lib/review/close-flag';
import { closeSubmission } from '@/lib/review/close-submission';
import { copyForStaff } from '@/lib/review/copy-for-staff';
import { declineSubmission } from '@/lib/review/decline-submission';
import { fileToDecide } from '@/lib/review/file-to-decide';
import { readFlags } from '@/lib/review/flag-list';
import { GLASS_HOURS } from '@/lib/review/glass';
import { readOpenedFiles } from '@/lib/review/opened-files';
import { settleLetter } from '@/lib/review/read-letter';
import { seeOpenedFile } from '@/lib/review/see-opened-file';
import { readSubmission } from '@/lib/review/submission-file';
import { takeOverFlag } from '@/lib/review/take-over-flag';
import { writeClinicalNote } from '@/lib/review/write-clinical-note';
import { writeMessage } from '@/lib/review/write-message';
import { expect, type TestDatabase, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// Of its own: it says whose each case is, and reads everything a clinician can.

const SECRET = 'a marked clinical answer, made up';
const REASON = 'Marked reason (made up): covering for a colleague who is ill.';
let team: Team;
let outsider: Staff;

test.beforeAll(async () => {
  team = await theTeam();
  outsider = await aStaffMember('clinician');
});
test.afterEach(() => shiftClock(0));

/** Sent, with a red flag, and the case of somebody else: whom they meet and to whom the flag went are others, too. */
async function aCaseOfAnother({ ownerSql: sql }: TestDatabase): Promise<Intake> {
  const intake = await anIntake({ C1: SECRET, J2: 'yes', J5: { way: 'text', details: 'marked safe way' } });
  const assignee = await aStaffMember('clinician');
  await sql`update submission set assignee_id = ${assignee.id} where id = ${intake.id}`;
  return intake;
}

/** Who opened it, by what the leads find and were told, and by the record. */
async function expectOpened({ ownerSql: sql }: TestDatabase, { client }: Intake, by: Staff[]) {
  const rows = await sql`select g.staff_id, g.reason, (select count(*)::int from notice n
      where n.kind = 'glass-broken' and n.about_id = g.id and n.account_id = ${team.lead.id}) as told
    from glass_break g where g.client_id = ${client.id} order by g.opened_at, g.id`;
  expect(rows.map(({ staff_id, told }) => [staff_id, told])).toEqual(by.map(({ id }) => [id, 1]));
  expect(
    rows.filter(({ reason }) => reason === 'flag'),
    'sealed',
  ).toEqual([]);
  const lines = await sql`select actor_id from audit_event
    where subject = ${client.id} and event = 'glass.broken' order by seq`;
  expect(lines.map(({ actor_id }) => actor_id)).toEqual(by.map(({ id }) => id));
}

const whole = async (actor: Staff, { reference }: Intake) => {
  const file = await readSubmission(actor, reference);
  if (!file) throw new Error('every clinician may open what was sent');
  return { file, text: JSON.stringify({ ...file, answers: [...file.answers] }) };
};

test('who is not on the case gets nothing clinical of it, not even from a query that asks for everything', async ({
  database,
}) => {
  const { client } = await aCaseOfAnother(database);
  const { answers, others } = await as(outsider, async (tx) => ({
    answers: await tx.select().from(answer),
    others: [
      ...(await tx.select({ clientId: informationRequest.clientId }).from(informationRequest)),
      ...(await tx.select({ clientId: reflection.clientId }).from(reflection)),
      ...(await tx.select({ clientId: estimateDiagnosis.clientId }).from(estimateDiagnosis)),
      ...(await tx
        .select({ clientId: siteMessage.clientId, audience: siteMessage.audience })
        .from(siteMessage)),
    ],
  }));
  const theirs = answers.filter(({ clientId }) => clientId === client.id);
  expect(theirs.length).toBeGreaterThan(0);
  expect(theirs.filter(({ audience }) => audience !== 'all-staff')).toEqual([]);
  expect(others.filter(({ clientId }) => clientId === client.id)).toEqual([]);
});

test('their page says that a flag is there and how grave, and none of its words; and offers no change', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const { file, text } = await whole(outsider, intake);
  expect(file).toMatchObject({ clinical: false, shut: true, openUntil: null, changes: [], mayWrite: false });
  expect(file.flags).toMatchObject([{ level: 'red', shut: true, given: null, question: '', rule: '' }]);
  for (const word of [SECRET, 'marked safe way', '"J2"', '"C1"']) expect(text).not.toContain(word);
  expect(file.documents.every(({ evidence }) => evidence === null)).toBe(true);
  expect(await copyForStaff(outsider, intake.reference, 'agreement')).toBeNull();
  const row = (await readFlags(outsider, {}))?.rows.find(({ reference }) => reference === intake.reference);
  expect(row).toMatchObject({ flag: { shut: true, given: null, question: '' } });
  expect(JSON.stringify(row)).not.toContain('marked safe way');
});

test('they decide nothing and write nothing, whatever their role would let them do', async ({ database }) => {
  const intake = await aCaseOfAnother(database);
  const refused = { ok: false, reason: 'not-on-the-case' };
  expect(await beginReview(outsider, intake.reference)).toEqual(refused);
  const { reference } = intake;
  expect(await writeMessage(outsider, { reference, text: 'Made up.', formToken: intake.id })).toEqual(
    refused,
  );
  const past = as(outsider, (tx) =>
    tx.execute(`update submission set status = 'in-review' where id = '${intake.id}'`),
  );
  await expect(past, 'past the app’s code').rejects.toThrow();
});

test('a danger sign is never past answering: whoever takes it in hand reads, sees to it and decides nothing, and every lead is told', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const { reference } = intake;
  const asked = { reference, flagId: (await whole(outsider, intake)).file.flags[0]?.id ?? '' };
  await acknowledgeFlag(team.lead, asked);
  const unread = { ok: false, reason: 'unknown' };
  const note = 'Made up.';
  expect(await closeFlag(outsider, { ...asked, outcome: 'spoke', note })).toEqual(unread);
  expect(await addAttempt(outsider, { ...asked, way: 'phone', at: clock.now(), note })).toEqual(unread);
  for (const _ of ['once', 'twice is once'])
    expect(await takeOverFlag(outsider, asked)).toEqual({ ok: true });
  const { file } = await whole(outsider, intake);
  expect(file).toMatchObject({ clinical: true, shut: false, mayNote: true, inHand: true });
  expect(file.flags).toMatchObject([{ shut: false, given: { value: 'yes' } }]);
  expect(file).toMatchObject({ changes: [], mayWrite: false, mayBook: false, unread: [] });
  const refused = { ok: false, reason: 'only-opened' };
  expect(await beginReview(outsider, reference)).toEqual(refused);
  expect(await acceptSubmission(outsider, reference)).toEqual(refused);
  expect(await assignSubmission(outsider, { reference, clinicianId: outsider.id })).toEqual(refused);
  for (const set of ["status = 'in-review'", `assignee_id = '${outsider.id}'`])
    await expect(
      as(outsider, (tx) => tx.execute(`update submission set ${set} where id = '${intake.id}'`)),
      'past the app’s code',
    ).rejects.toThrow();
  // Somebody else off the case takes it over: that opens it for them, and the first reads on for their hours.
  const another = await aStaffMember('clinician');
  expect(await takeOverFlag(another, asked)).toEqual({ ok: true });
  expect(await beginReview(another, reference)).toEqual(refused);
  await expectOpened(database, intake, [outsider, another]);
  shiftClock(GLASS_HOURS * 3_600_000 + 1_000);
  expect((await whole(outsider, intake)).file.clinical, 'it is in other hands').toBe(false);
  expect((await whole(another, intake)).file).toMatchObject({
    clinical: true,
    openUntil: null,
    inHand: true,
  });
});

test('who acts on the case takes a danger sign in hand, and nothing is opened by it', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const flagId = (await whole(team.lead, intake)).file.flags[0]?.id ?? '';
  expect(await acknowledgeFlag(team.lead, { ...intake, flagId })).toEqual({ ok: true });
  await expectOpened(database, intake, []);
});

test('Z-09 breaking the glass takes a reason that says something', async ({ database }) => {
  const { reference } = await aCaseOfAnother(database);
  const asked = (reason: string) => breakGlass(outsider, { reference, reason });
  expect(await asked('')).toEqual({ ok: false, reason: 'reason-too-short' });
  expect(await asked('   because   ')).toEqual({ ok: false, reason: 'reason-too-short' });
  expect(await asked('x'.repeat(501))).toEqual({ ok: false, reason: 'reason-too-long' });
  expect(await asked(`made up ${String.fromCharCode(0)} reason`)).toEqual({
    ok: false,
    reason: 'reason-not-readable',
  });
  for (const actor of [team.frontDesk, team.admin])
    expect(await breakGlass(actor, { reference, reason: REASON })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  expect(await breakGlass(outsider, { reference: '0000000000', reason: REASON })).toEqual({
    ok: false,
    reason: 'unknown',
  });
});

test('Z-09 with a reason the file opens, every lead is told, and it is on the record, sealed', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const intake = await aCaseOfAnother(database);
  // Pressed twice at once it is opened once.
  const pressed = [1, 2].map(() => breakGlass(outsider, { ...intake, reason: REASON }));
  expect(await Promise.all(pressed)).toEqual([{ ok: true }, { ok: true }]);
  const { file, text } = await whole(outsider, intake);
  expect(file).toMatchObject({ clinical: true, shut: false });
  expect(text).toContain(SECRET);
  const rows = await sql`select * from glass_break where client_id = ${intake.client.id}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.reason).not.toContain('Marked');
  const told =
    await sql`select account_id from notice where kind = 'glass-broken' and about_id = ${rows[0]?.id}`;
  const leads = await sql`select id from staff_member where 'lead' = any (roles) and foyer.works_here(id)`;
  expect(told.map(({ account_id }) => account_id).sort()).toEqual(leads.map(({ id }) => id).sort());
  const lines = await sql`select actor_id, detail from audit_event
    where subject = ${intake.client.id} and event = 'glass.broken'`;
  expect(lines).toHaveLength(1);
  expect(lines[0]?.actor_id).toBe(outsider.id);
  expect(lines[0]?.detail).not.toContain('Marked');
});

test('Z-09 who opened it reads, notes and sees to a danger sign, and decides nothing', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  const { reference } = intake;
  const text = 'Made up.';
  expect(await breakGlass(outsider, { reference, reason: REASON })).toEqual({ ok: true });
  const { file } = await whole(outsider, intake);
  expect(file).toMatchObject({ clinical: true, mayNote: true, openUntil: expect.any(Date) });
  expect(file, 'no form that can’t be used').toMatchObject({
    ...{ changes: [], clinicians: [], askable: [], unread: [], mayWrite: false },
  });
  const refused = { ok: false, reason: 'only-opened' };
  const asked = { reference, questions: [], text, formToken: newId() };
  const closes = { reference, reason: 'finished' as const, cancels: '' };
  const declines = { reference, letter: { text, places: [] }, reason: 'other' as const, shown: '' };
  expect(await beginReview(outsider, reference)).toEqual(refused);
  expect(await acknowledgeFlag(team.lead, { ...intake, flagId: file.flags[0]?.id ?? '' })).toEqual({
    ok: true,
  });
  expect(await beginReview(team.lead, reference)).toEqual({ ok: true });
  expect(await acceptSubmission(outsider, reference)).toEqual(refused);
  expect(await declineSubmission(outsider, declines)).toEqual(refused);
  expect(await closeSubmission(outsider, closes)).toEqual(refused);
  expect(await askForMore(outsider, asked)).toEqual(refused);
  expect(await writeMessage(outsider, { reference, text, formToken: newId() })).toEqual(refused);
  for (const clinicianId of [outsider.id, team.clinician.id])
    expect(await assignSubmission(outsider, { reference, clinicianId })).toEqual(refused);
  expect(await settleLetter(outsider, reference)).toEqual(refused);
  expect(await fileToDecide(outsider, reference, 'close')).toBeNull();
  for (const set of ["status = 'accepted'", `assignee_id = '${team.clinician.id}'`])
    await expect(
      as(outsider, (tx) => tx.execute(`update submission set ${set} where id = '${intake.id}'`)),
      'past the app’s code',
    ).rejects.toThrow();
  expect(await writeClinicalNote(outsider, { reference, text, formToken: newId() })).toEqual({ ok: true });
  // Nor by taking the danger sign in hand, which stands as opening it once more.
  const flagId = file.flags[0]?.id ?? '';
  expect(await takeOverFlag(outsider, { reference, flagId })).toEqual({ ok: true });
  expect(await acceptSubmission(outsider, reference)).toEqual(refused);
  await expectOpened(database, intake, [outsider, outsider]);
});

test('Z-09 it closes again by itself, and what was opened is nobody else’s to read', async ({ database }) => {
  const intake = await aCaseOfAnother(database);
  const another = await aStaffMember('clinician');
  await breakGlass(outsider, { ...intake, reason: REASON });
  expect((await whole(another, intake)).file.shut).toBe(true);
  expect(await acceptSubmission(another, intake.reference)).toMatchObject({ ok: false });
  shiftClock(GLASS_HOURS * 3_600_000 - 60_000);
  expect((await whole(outsider, intake)).file.clinical).toBe(true);
  shiftClock(GLASS_HOURS * 3_600_000 + 1_000);
  expect((await whole(outsider, intake)).file).toMatchObject({
    clinical: false,
    shut: true,
    openUntil: null,
  });
});

test('Z-09 leads see who, whose, why and until when, and mark it as seen; nobody else does', async ({
  database,
}) => {
  const intake = await aCaseOfAnother(database);
  await breakGlass(outsider, { ...intake, reason: REASON });
  for (const actor of [team.clinician, team.frontDesk, team.admin])
    expect(await readOpenedFiles(actor, {})).toBeNull();
  const ofIt = async (show?: string) =>
    (await readOpenedFiles(team.lead, { show }))?.rows.find(
      ({ reference }) => reference === intake.reference,
    );
  const found = await ofIt();
  expect(found).toMatchObject({ reason: REASON, open: true, seen: null, own: false });
  const id = found?.id ?? '';
  expect(await seeOpenedFile(outsider, id)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await seeOpenedFile({ ...outsider, roles: ['lead'] }, id), 'their own').toEqual({
    ok: false,
    reason: 'unknown',
  });
  expect(await seeOpenedFile(team.lead, id)).toEqual({ ok: true });
  expect(await seeOpenedFile(team.lead, id), 'twice is once').toEqual({ ok: true });
  expect(await ofIt()).toBeUndefined();
  expect((await ofIt('all'))?.seen).not.toBeNull();
  // What led to it was a danger sign they took in hand: nothing was typed.
  const flagId = (await whole(outsider, intake)).file.flags[0]?.id ?? '';
  expect(await acknowledgeFlag(outsider, { ...intake, flagId })).toEqual({ ok: true });
  expect(await ofIt()).toMatchObject({ reason: null, open: true, seen: null });
});
