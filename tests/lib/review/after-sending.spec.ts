// After sending: what is put right keeps both versions, a danger sign in it is one, staff are told and see both as far as they may; and they can ask for more.
import { as } from '@/db/client';
import { newId } from '@/lib/env/ids';
import { answersOf } from '@/lib/forms/answers-of';
import type { CameFrom } from '@/lib/forms/came-from';
import { sectionNamed } from '@/lib/forms/definition';
import { saveAnswers } from '@/lib/forms/save-answers';
import { askForMore } from '@/lib/review/ask-for-more';
import { askedOfMe } from '@/lib/review/asked-of-me';
import { beginReview } from '@/lib/review/begin-review';
import { breakGlass } from '@/lib/review/break-glass';
import { readFromClients } from '@/lib/review/from-clients';
import { giveMore } from '@/lib/review/give-more';
import { goOnWithout } from '@/lib/review/go-on-without';
import { readQueue } from '@/lib/review/queue';
import { settleFromClient } from '@/lib/review/settle-from-client';
import { readSubmission } from '@/lib/review/submission-file';
import { expect, type TestDatabase, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { posted } from '../forms/posted';
import { anIntake, type Intake, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const statusOf = async ({ ownerSql }: TestDatabase, { id }: Intake) =>
  (await ownerSql`select status from submission where id = ${id}`)[0]?.status;

/** Saves one page as its form would, opened from there on the newest answer. */
async function correct(
  { client }: Intake,
  section: string,
  page: string,
  values: Record<string, string | string[]>,
  from: CameFrom | null = 'sent',
) {
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  const bases = new Map(
    (sectionNamed(section)?.questions ?? []).map(({ id }) => [id, answers.get(id)?.revision ?? 0]),
  );
  return saveAnswers(client, { section, page, posted: posted(values), bases, from });
}

test('an answer is put right where it was opened for that; the old one stays, and staff are shown both', async ({
  database,
}) => {
  const intake = await anIntake();
  // D-02: a page left open from before changes nothing.
  expect(await correct(intake, '4', 'c1', { C1: 'By Back (made up)' }, null)).toEqual({
    ok: false,
    reason: 'already-sent',
  });
  expect(await correct(intake, '4', 'c1', { C1: 'Put right (made up)' })).toMatchObject({
    ok: true,
    next: 'sent',
  });
  const rows =
    await database.ownerSql`select revision from answer where client_id = ${intake.client.id} and question = 'C1' order by 1`;
  expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
  const file = await readSubmission(team.clinician, intake.reference);
  expect(file?.changed).toMatchObject([{ id: 'C1', since: [{ lines: ['Put right (made up)'] }] }]);
  expect(file?.changed[0]?.sent?.state).toBe('answered');
  // Front desk learns neither the old nor the new one, nor which it is.
  const desk = await readSubmission(team.frontDesk, intake.reference);
  expect(desk?.changed).toEqual([]);
  expect(JSON.stringify(desk)).not.toContain('Put right');
});

test('it stands once in the list of what clients changed, and in the queue, until somebody who may read it has', async ({
  database: { ownerSql },
}) => {
  const intake = await anIntake();
  await correct(intake, '4', 'c1', { C1: 'One (made up)' });
  await correct(intake, '4', 'c6', { C6: 'Two (made up)' });
  const mine = async (staff: typeof team.clinician) =>
    (await readFromClients(staff)).items.filter(({ reference }) => reference === intake.reference);
  const [item, ...more] = await mine(team.clinician);
  expect(more).toEqual([]);
  expect(item).toMatchObject({ kind: 'correction', about: { slug: null, text: null } });
  expect((await mine(team.frontDesk))[0]?.about).toBeNull();
  const row = async () =>
    (await readQueue(team.clinician, {})).rows.find(({ reference }) => reference === intake.reference);
  expect((await row())?.news).toBe('correction');
  expect(await settleFromClient(team.frontDesk, item?.taskId ?? '', null)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  const readOn = ({ reference }: { reference: string }, taskId = item?.taskId ?? '') =>
    settleFromClient(team.clinician, taskId, null, reference);
  const notOpen = { ok: false, reason: 'not-open' };
  expect(await readOn(await anIntake()), 'on another client’s file').toEqual(notOpen);
  // What waits for somebody in another way is not done by having read it.
  const [withdrawal] = await ownerSql`insert into task (id, kind, client_id, about_id, due_at, created_at)
    values (${newId()}, 'withdrawal', ${intake.client.id}, ${newId()}, now(), now()) returning id`;
  expect(await readOn(intake, withdrawal?.id)).toEqual(notOpen);
  // Off the case, opened or not, nobody reads it for whose case it is: neither in the file nor in the list.
  await ownerSql`update submission set assignee_id = ${team.lead.id} where id = ${intake.id}`;
  const outsider = await aStaffMember('clinician');
  const refused = { ok: false, reason: 'not-allowed' };
  for (const _ of ['off the case', 'opened']) {
    expect(await settleFromClient(outsider, item?.taskId ?? '', null)).toEqual(refused);
    expect(await settleFromClient(outsider, item?.taskId ?? '', null, intake.reference)).toEqual(refused);
    const listed = (await mine(outsider)).find(({ taskId }) => taskId === item?.taskId);
    expect(listed).toMatchObject({ theirs: false });
    await breakGlass(outsider, { ...intake, reason: 'Made up: covering for somebody.' });
  }
  await ownerSql`update submission set assignee_id = null where id = ${intake.id}`;
  expect(await readOn(intake)).toEqual({ ok: true });
  expect((await row())?.news).toBeNull();
});

test('a danger sign in a correction is raised when it is saved', async ({ database }) => {
  const intake = await anIntake();
  const before = await database.ownerSql`select id from flag where submission_id = ${intake.id}`;
  expect(await correct(intake, '5', 'j3', { J3: 'past-3-months' })).toMatchObject({
    ok: true,
    support: true,
  });
  const flags =
    await database.ownerSql`select level from flag where submission_id = ${intake.id} order by raised_at desc, id desc`;
  expect(flags).toHaveLength(before.length + 1);
  expect(flags[0]?.level).toBe('red-urgent');
});

test('what a correction opens is asked, what it closes becomes not asked, and nothing sent is deleted for it', async ({
  database,
}) => {
  const intake = await anIntake();
  const { client } = intake;
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('A8-ca')?.state).toBe('not-shown');
  expect(await correct(intake, '1', 'a8', { A8: 'CA' })).toMatchObject({
    ok: true,
    next: { slug: 'a8-ca' },
    notForUs: false,
  });
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect(answers.get('A8-ca')?.state).toBe('not-answered');
  expect(answers.get('A8-us')?.state ?? 'not-shown').toBe('not-shown');
  await correct(intake, '1', 'a8-ca', { 'A8-ca': 'CA-ON' });
  const [{ gone = null } = {}] =
    await database.ownerSql`select not_for_us_at as gone from submission where id = ${intake.id}`;
  expect(gone).toBeNull();
});

test('asked for more: it stands at home, the review waits, and it comes back first in the queue', async ({
  database,
}) => {
  const [intake, older] = [await anIntake({}, { days: 9 }), await anIntake({}, { days: 8 })];
  const { client, reference } = intake;
  const asked = {
    ...{ reference, questions: ['C6', 'C6', '__proto__', 'C404'] },
    ...{ text: 'What have you tried? (made up)', formToken: crypto.randomUUID() },
  };
  expect(await askForMore(team.clinician, asked)).toEqual({ ok: false, reason: 'not-now' });
  await beginReview(team.clinician, reference);
  expect(await askForMore(team.clinician, { ...asked, text: ' ' })).toMatchObject({
    reason: 'message-missing',
  });
  expect(await askForMore(team.frontDesk, asked)).toEqual({ ok: false, reason: 'not-allowed' });
  const all = await Promise.all(Array.from({ length: 5 }, () => askForMore(team.clinician, asked)));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(await statusOf(database, intake)).toBe('information-wanted');
  const notices =
    await database.ownerSql`select id from notice where account_id = ${client.id} and kind = 'question-for-you'`;
  expect(notices).toHaveLength(1);
  expect(JSON.stringify(await database.ownerSql`select * from information_request`)).not.toContain('tried');

  const mine = await askedOfMe(client);
  expect(mine).toMatchObject({ message: asked.text, questions: [{ id: 'C6', answered: false }] });
  expect(await askedOfMe(older.client)).toBeNull();
  expect(await giveMore(client, '')).toEqual({ ok: false, reason: 'nothing-given' });
  expect(await giveMore(older.client, 'Not mine')).toEqual({ ok: false, reason: 'nothing-asked' });
  expect(await correct(intake, '4', 'c6', { C6: 'Walking (made up)' }, 'asked')).toMatchObject({
    next: 'asked',
  });
  expect((await askedOfMe(client))?.questions[0]?.answered).toBe(true);
  const given = await Promise.all(Array.from({ length: 5 }, () => giveMore(client, 'And talking (made up)')));
  expect(given.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await statusOf(database, intake)).toBe('in-review');

  const file = await readSubmission(team.clinician, reference);
  expect(file?.requests).toMatchObject([{ endedBy: 'client', reply: 'And talking (made up)' }]);
  expect(file?.changed.map(({ id }) => id)).toContain('C6');
  expect((await readSubmission(team.frontDesk, reference))?.requests).toEqual([]);
  const { rows } = await readQueue(team.clinician, {});
  const at = (one: string) => rows.findIndex((row) => row.reference === one);
  expect(rows[at(reference)]?.news).toBe('information');
  expect(at(reference)).toBeLessThan(at(older.reference));
});

test('a clinician may go on without, and then nothing is asked any more', async ({ database }) => {
  const intake = await anIntake();
  await beginReview(team.clinician, intake.reference);
  const asked = { reference: intake.reference, questions: [], text: 'One more thing (made up)' };
  await askForMore(team.clinician, { ...asked, formToken: crypto.randomUUID() });
  expect(await goOnWithout(team.frontDesk, intake.reference)).toMatchObject({ reason: 'not-allowed' });
  expect(await goOnWithout(team.clinician, intake.reference)).toEqual({ ok: true });
  expect(await goOnWithout(team.clinician, intake.reference)).toMatchObject({ reason: 'not-now' });
  expect(await statusOf(database, intake)).toBe('in-review');
  expect(await askedOfMe(intake.client)).toBeNull();
});

test('the app can change neither what was asked nor a reply that was given', async ({ database }) => {
  for (const statement of [
    `update information_request set message = 'x'`,
    `update information_request set questions = '{}'`,
    `delete from information_request`,
  ])
    await expect(database.appSql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
  const [row] =
    await database.ownerSql`select client_id, id from information_request where ended_by = 'client' limit 1`;
  const changed = await as({ kind: 'client', id: row?.client_id }, (tx) =>
    tx.execute(
      `update information_request set reply = 'x', ended_by = 'client' where id = '${row?.id}' returning id`,
    ),
  );
  expect(changed).toHaveLength(0);
});

test('P-04 an answer that was changed where it is stored is told to staff as just that, and hides no other', async ({
  database,
}) => {
  const intake = await anIntake();
  await database.superuserSql`update answer set value = (select value from answer b where b.client_id = ${intake.client.id}
      and b.question = 'B1' limit 1) where client_id = ${intake.client.id} and question = 'C1'`;
  const file = await readSubmission(team.clinician, intake.reference);
  expect(file?.answers.get('C1')).toMatchObject({ broken: true, state: 'not-answered' });
  expect(file?.answers.get('C2')).not.toHaveProperty('broken');
});
