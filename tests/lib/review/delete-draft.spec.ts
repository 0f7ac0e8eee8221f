// A draft is its writer's to delete: all of it, at once, but for a danger sign that nobody has seen to; and nothing that was sent or signed.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { submission } from '@/db/schema';
import { formDraft, keepDraft } from '@/lib/accounts/form-draft';
import { brokenChains } from '@/lib/audit/verify';
import { clock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { deleteIntake } from '@/lib/forms/delete-intake';
import { openIntake } from '@/lib/forms/open-intake';
import { isNeeded } from '@/lib/onboarding/draft-needed';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { addAttempt } from '@/lib/review/add-attempt';
import { closeFlag } from '@/lib/review/close-flag';
import { deleteDraft } from '@/lib/review/delete-draft';
import { sendSubmission } from '@/lib/review/send-submission';
import { addTask } from '@/lib/tasks/add-task';
import { expect, type TestDatabase, test } from '../../support/database';
import { aClient, aJob } from '../../support/people';
import { type Client, firstSection, openMadeUpClinic, save } from '../forms/made-up-intake';
import { anIntake, theTeam } from './made-up-intakes';

test.beforeAll(async ({ database }) => {
  await theTeam();
  await openMadeUpClinic(database);
});

const left = async ({ ownerSql }: TestDatabase, { id }: Client) =>
  (
    await ownerSql`select
      (select count(*)::int from submission where client_id = ${id}) as submissions,
      (select count(*)::int from answer where client_id = ${id}) as answers,
      (select count(*)::int from form_draft where account_id = ${id} and form like 'forms/%') as drafts,
      (select count(*)::int from name_index where client_id = ${id}) as names,
      (select count(*)::int from account where id = ${id}) as accounts`
  )[0];

test('everything of the draft goes at once, the account stays, and the record says that it happened', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await as(client, (tx) => keepDraft(tx, client.id, 'forms/4/c1', { values: { C1: ['x'] }, errors: [] }));
  const { lead } = await theTeam();
  const [about] = await database.ownerSql`select reference from submission where client_id = ${client.id}`;
  const aboutThem = `staff/submissions/${about?.reference}/note`;
  await as(lead, (tx) => keepDraft(tx, lead.id, aboutThem, { values: { note: ['x'] }, errors: [] }));
  const all = await Promise.all(Array.from({ length: 5 }, () => deleteDraft(client)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await left(database, client)).toEqual({
    submissions: 0,
    answers: 0,
    drafts: 0,
    names: 0,
    accounts: 1,
  });
  expect(await formDraft(lead, aboutThem), 'nor what staff began to write about it').toBeNull();
  const events =
    await database.ownerSql`select event from audit_event where subject = ${client.id} and event = 'submission.draft-deleted'`;
  expect(events).toHaveLength(1);
  expect(await as(aJob, (tx) => brokenChains(tx, client.id))).toEqual([]);
  // They can begin again.
  expect(await save(client, '1', 'a1', { A1: 'only-me' })).toMatchObject({ ok: true });
});

test('while a danger sign is open its answer and how to reach them stay, and nothing else; once closed, all goes', async ({
  database,
}) => {
  const { lead } = await theTeam();
  const client = await aClient();
  await firstSection(client);
  await save(client, '2', 'a4', { A4: 'site' });
  await save(client, '4', 'c1', { C1: 'Made-up words' });
  await save(client, '5', 'j3', { J3: 'past-3-months' });
  expect(await deleteDraft(client)).toEqual({ ok: true, keepsSign: true });
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect([...answers.keys()].sort()).toEqual(['A1', 'A4', 'A8', 'A8-us', 'B1', 'J3']);
  const [flag] = await database.ownerSql`select id from flag where client_id = ${client.id}`;
  const [row] = await database.ownerSql`select reference from submission where client_id = ${client.id}`;
  await acknowledgeFlag(lead, { reference: row?.reference, flagId: flag?.id });
  // Tried, or in somebody's hands, is not closed: the same holds, for a job too.
  const about = { reference: row?.reference, flagId: flag?.id };
  await addAttempt(lead, { ...about, way: 'phone', at: clock.now(), note: '' });
  expect(await deleteDraft(client)).toEqual({ ok: true, keepsSign: true });
  await expect(as(client, (tx) => tx.execute(`delete from submission`))).resolves.toHaveLength(0);
  const [{ needed } = {}] = await as(aJob, (tx) =>
    tx
      .select({ needed: isNeeded(tx) })
      .from(submission)
      .where(eq(submission.clientId, client.id)),
  );
  expect(needed).toBe(true);
  await closeFlag(lead, { ...about, outcome: 'spoke', note: '' });
  expect(await deleteDraft(client)).toEqual({ ok: true, keepsSign: false });
  expect(await left(database, client)).toMatchObject({ submissions: 0, answers: 0 });
});

test('a time that is booked is given back first; what was sent is not deleted; signatures stay', async ({
  database,
}) => {
  const booked = await anIntake({}, { upTo: 'booked' });
  expect(await deleteDraft(booked.client)).toEqual({ ok: false, reason: 'has-appointment' });
  await database.ownerSql`update appointment set status = 'cancelled' where client_id = ${booked.client.id}`;
  expect(await deleteDraft(booked.client)).toMatchObject({ ok: true });
  const [signed] =
    await database.ownerSql`select count(*)::int as n from signature where client_id = ${booked.client.id}`;
  expect(signed?.n).toBeGreaterThan(3);
  const sent = await anIntake();
  expect(await deleteDraft(sent.client)).toEqual({ ok: false, reason: 'already-sent' });
  expect(await deleteDraft(await aClient())).toEqual({ ok: false, reason: 'nothing-begun' });
});

test('sent and deleted at the same moment, it is one of the two, and neither breaks the other off', async ({
  database,
}) => {
  for (let round = 0; round < 6; round++) {
    const { client } = await anIntake({}, { upTo: 'forms' });
    const dueAt = clock.now();
    await as(aJob, (tx) => addTask(tx, { kind: 'time-wanted', clientId: client.id, dueAt }));
    const [sent, deleted] = await Promise.all([sendSubmission(client), deleteDraft(client)]);
    expect([sent.ok, deleted.ok].filter(Boolean), JSON.stringify({ sent, deleted })).toHaveLength(1);
    expect((await left(database, client))?.submissions).toBe(sent.ok ? 1 : 0);
  }
});

test('the database itself lets nobody delete what was sent, nor another’s draft', async () => {
  const sent = await anIntake();
  const other = await aClient();
  await firstSection(other);
  const remove = (actor: Client, table: string, whose: Client) =>
    as(actor, (tx) => tx.execute(`delete from ${table} where client_id = '${whose.id}' returning id`));
  for (const table of ['submission', 'answer']) {
    expect(await remove(sent.client, table, sent.client), table).toHaveLength(0);
    expect(await remove(sent.client, table, other), table).toHaveLength(0);
  }
});

test('a job deletes a draft in the same way, and refuses what was sent', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  const intakeOf = (one: Client) => as(one, (tx) => openIntake(tx, one.id));
  const intake = await intakeOf(client);
  if (!intake) throw new Error('nothing was begun');
  expect(await as(aJob, (tx) => deleteIntake(tx, intake))).toEqual({ keepsSign: false });
  expect(await left(database, client)).toMatchObject({ submissions: 0, answers: 0, names: 0 });
  await expect(as(aJob, (tx) => deleteIntake(tx, { ...intake, status: 'submitted' }))).rejects.toThrow();
});
