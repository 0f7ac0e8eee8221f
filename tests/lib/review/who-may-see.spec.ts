// Front desk reads no clinical answer, score or flag, whatever is asked; a client's file opens for staff alone, and each reading is on the record.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { answer, auditEvent, flag, flagEvent } from '@/db/schema';
import { questionNamed } from '@/lib/forms/definition';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { copyForStaff } from '@/lib/review/copy-for-staff';
import { flagsOf } from '@/lib/review/flags-of';
import { readSubmission } from '@/lib/review/submission-file';
import { expect, test } from '../../support/database';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// A clinic of its own: what is made up here is in no other test's way.

const SECRET = 'a marked clinical answer, made up';
let team: Team;
let intake: Intake;

test.beforeAll(async () => {
  team = await theTeam();
  intake = await anIntake({ C1: SECRET, J2: 'yes', J5: { way: 'text', details: 'marked safe way' } });
});

test('Z-03 front desk gets no clinical answer and no flag, even from a query that asks for them', async () => {
  const { found, flags, events, lines } = await as(team.frontDesk, async (tx) => ({
    found: await tx.select().from(answer),
    flags: await tx.select().from(flag),
    events: await tx.select().from(flagEvent),
    lines: await tx.select().from(auditEvent).where(sql`${auditEvent.event} like 'flag.%'`),
  }));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ audience }) => audience !== 'all-staff')).toEqual([]);
  expect(found.filter(({ question }) => questionNamed(question)?.audience !== 'all-staff')).toEqual([]);
  expect([flags, events, lines]).toEqual([[], [], []]);
  expect(await as(team.frontDesk, (tx) => flagsOf(tx, [intake.id]))).toEqual([]);
});

test('Z-03 what front desk’s page is given holds no clinical word', async () => {
  const given = await readSubmission(team.frontDesk, intake.reference);
  if (!given) throw new Error('front desk may open what was sent');
  const whole = JSON.stringify({ ...given, answers: [...given.answers] });
  // In quotes: a random reference may hold the letters of a question's name.
  for (const word of [SECRET, 'marked safe way', '"J2"', '"C1"', 'flag.raised'])
    expect(whole).not.toContain(word);
  expect(given.flags).toEqual([]);
  expect(given.changes).toEqual([]);
  expect(given.documents.every(({ evidence }) => evidence === null)).toBe(true);
  expect(given.answers.get('B1')?.state).toBe('answered');
});

test('the client’s whole copy is to be had by who sees evidence, not by front desk, and each reading is on the record', async () => {
  const copyFor = (actor: Staff, reference = intake.reference, wanted?: number) =>
    copyForStaff(actor, reference, 'agreement', wanted);
  expect(await copyFor(team.frontDesk)).toBeNull();
  for (const actor of [team.clinician, team.admin]) {
    const copy = await copyFor(actor);
    expect(copy).toMatchObject({ holds: true, number: 1, record: { kind: 'signature' } });
    expect(copy?.personal?.typedName).toBeTruthy();
    expect(copy?.version.body).toContain('no sexual');
  }
  expect(await copyFor(team.clinician, intake.reference, 2), 'a record that was never made').toBeNull();
  const unsent = await anIntake({}, { upTo: 'booked' });
  expect(await copyFor(team.clinician, unsent.reference), 'forms not sent').toBeNull();
  const lines = await as(team.admin, (tx) =>
    tx.select().from(auditEvent).where(sql`${auditEvent.event} = 'document.read'`).orderBy(auditEvent.seq),
  );
  expect(lines.map(({ actorId, subject }) => [actorId, subject])).toEqual(
    [team.clinician, team.admin].map(({ id }) => [id, intake.client.id]),
  );
});

test('a clinician sees the flag with the exact answer that raised it, and what was signed with its evidence', async () => {
  const given = await readSubmission(team.clinician, intake.reference);
  expect(given?.flags).toMatchObject([
    { level: 'red', question: 'J2', given: { state: 'answered', value: 'yes' }, changedSince: false },
  ]);
  expect(given?.answers.get('C1')).toMatchObject({ state: 'answered', value: SECRET });
  expect(given?.documents.length).toBeGreaterThan(3);
  expect(given?.documents.every(({ evidence }) => evidence?.holds)).toBe(true);
});

test('an unsent draft shows a clinician what was flagged and how to reach the person, and nothing else', async () => {
  const draft = await anIntake({ C1: SECRET, J3: 'past-3-months' }, { upTo: 'forms' });
  const given = await readSubmission(team.clinician, draft.reference);
  const questions = [...(given?.answers.keys() ?? [])];
  expect(questions).toContain('J3');
  expect(questions).toContain('A8-us');
  expect(questions.filter((id) => !/^(A\d+(-\w+)?|B1|J3|J5)$/.test(id))).toEqual([]);
  expect(given?.documents).toEqual([]);
  expect(await readSubmission(team.frontDesk, draft.reference)).toBeNull();
});

test('a reference that is nobody’s and one of a draft without a flag are the same nothing', async () => {
  const draft = await anIntake({}, { upTo: 'forms' });
  for (const reference of ['0000000000', draft.reference, "'; --", '']) {
    expect(await readSubmission(team.clinician, reference)).toBeNull();
  }
});

test('opening a file is one line in its record, naming who', async ({ database }) => {
  const count = async () => {
    const [row] = await database.ownerSql`
      select count(*)::int as lines from audit_event
      where subject = ${intake.client.id} and event = 'submission.read' and actor_id = ${team.lead.id}`;
    return row?.lines;
  };
  expect(await count()).toBe(0);
  await readSubmission(team.lead, intake.reference);
  expect(await count()).toBe(1);
});

test('who looked is told as visits: what one person opened again and again is one line, and the record keeps each', async () => {
  await readSubmission(team.frontDesk, intake.reference);
  for (let time = 0; time < 3; time += 1) await readSubmission(team.lead, intake.reference);
  const { read } = (await readSubmission(team.clinician, intake.reference))?.history ?? { read: [] };
  const told = read.slice(0, 2).map(({ by, looks }) => [by.kind === 'staff' && by.name, looks]);
  const [lead, desk] = told;
  expect(lead?.[1]).toEqual([{ event: 'submission.read', times: 3 }]);
  expect(desk?.[1]).toEqual([{ event: 'submission.read', times: 1 }]);
  expect(lead?.[0]).not.toBe(desk?.[0]);
  expect(read[0]?.until.getTime()).toBeGreaterThanOrEqual(read[0]?.from.getTime() ?? Infinity);
});

test('the history says which section was confirmed, to front desk too', async () => {
  for (const actor of [team.clinician, team.frontDesk]) {
    const done = (await readSubmission(actor, intake.reference))?.history.done ?? [];
    const confirmed = done.filter(({ event }) => event === 'section.confirmed');
    expect(confirmed.map(({ section }) => section).sort()).toEqual(['1', '12', '2', '3', '4', '5', '9']);
  }
});

test('front desk and admins acknowledge nothing', async () => {
  const given = await readSubmission(team.clinician, intake.reference);
  const asked = { reference: intake.reference, flagId: given?.flags[0]?.id ?? '' };
  for (const actor of [team.frontDesk, team.admin]) {
    expect(await acknowledgeFlag(actor, asked)).toEqual({ ok: false, reason: 'unknown' });
  }
});
