// What a client answers is kept once, sealed, for their eyes and those it was meant for; nothing typed is overwritten unseen.
import { as } from '@/db/client';
import { brokenChains } from '@/lib/audit/verify';
import { answersOf } from '@/lib/forms/answers-of';
import { confirmSection } from '@/lib/forms/confirm-section';
import { definition } from '@/lib/forms/definition';
import { saveAnswers } from '@/lib/forms/save-answers';
import { sectionStates } from '@/lib/forms/section-states';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { settleAnswers } from '@/lib/forms/settle-answers';
import { nameSearchIndex } from '@/lib/vault/indexes';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aJob } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from './made-up-intake';
import { posted } from './posted';

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
});

const rows = (database: TestDatabase, client: Client, question: string) =>
  database.ownerSql`select * from answer where client_id = ${client.id} and question = ${question} order by revision`;

const states = async (database: TestDatabase, client: Client) => {
  const [{ id = '' } = {}] =
    await database.ownerSql`select id from submission where client_id = ${client.id}`;
  return as(client, (tx) => sectionStates(tx, id));
};

test('the first answer begins the one intake a client has', async ({ database }) => {
  const client = await aClient();
  expect(await save(client, '1', 'a1', { A1: 'only-me' })).toMatchObject({ ok: true, next: { slug: 'a8' } });
  await save(client, '1', 'a8', { A8: 'IE' });
  const intakes = await database.ownerSql`select * from submission where client_id = ${client.id}`;
  expect(intakes).toHaveLength(1);
  expect(intakes[0]).toMatchObject({ status: 'draft', definition_version: definition.version });
});

test('D-01: the same page saved twenty times at once is one revision', async ({ database }) => {
  const client = await aClient();
  const all = await Promise.all(Array.from({ length: 20 }, () => save(client, '1', 'a1', { A1: 'others' })));
  expect(all.every(({ ok }) => ok)).toBe(true);
  expect(await rows(database, client, 'A1')).toHaveLength(1);
  expect(await database.ownerSql`select id from submission where client_id = ${client.id}`).toHaveLength(1);
});

test('a changed answer is a new revision beside the old one', async ({ database }) => {
  const client = await aClient();
  await save(client, '1', 'b1', { B1: 'Ash' });
  await save(client, '1', 'b1', { B1: 'Ash Example' }, 1);
  expect((await rows(database, client, 'B1')).map(({ revision }) => revision)).toEqual([1, 2]);
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect(answers.get('B1')).toMatchObject({ state: 'answered', value: 'Ash Example', revision: 2 });
});

test('D-03: the older of two tabs is refused, and what was saved stays', async ({ database }) => {
  const client = await aClient();
  await save(client, '1', 'b1', { B1: 'Ash' });
  expect(await save(client, '1', 'b1', { B1: 'Sam' }, 1)).toMatchObject({ ok: true });
  expect(await save(client, '1', 'b1', { B1: 'Kim' }, 1)).toEqual({ ok: false, reason: 'newer-version' });
  expect(await rows(database, client, 'B1')).toHaveLength(2);
  // The same text typed in both is no conflict.
  expect(await save(client, '1', 'b1', { B1: 'Sam' }, 1)).toMatchObject({ ok: true });
});

test('what is refused writes nothing', async ({ database }) => {
  const client = await aClient();
  expect(await save(client, '1', 'a1', { A1: 'nobody' })).toMatchObject({ ok: false, reason: 'invalid' });
  expect(await save(client, '1', 'a8-us', { 'A8-us': 'US-NY' })).toEqual({
    ok: false,
    reason: 'no-such-page',
  });
  expect(await save(client, '9', 'a1', { A1: 'only-me' })).toEqual({ ok: false, reason: 'no-such-page' });
  expect(await database.ownerSql`select id from submission where client_id = ${client.id}`).toHaveLength(0);
});

test('what is stored is sealed: no answer stands in plain text', async ({ database }) => {
  const client = await aClient();
  await save(client, '1', 'b1', { B1: 'Quentin Marked' });
  await save(client, '4', 'c1', { C1: 'MARKED-TEXT' });
  const stored = JSON.stringify(
    await database.ownerSql`select a.*, s.*, (select json_agg(n) from name_index n where n.client_id = a.client_id) as names
      from answer a join submission s on s.id = a.submission_id where a.client_id = ${client.id}`,
  );
  const audit = JSON.stringify(
    await database.ownerSql`select * from audit_event where subject = ${client.id}`,
  );
  for (const word of ['Quentin', 'Marked', 'MARKED', '"state"']) expect(stored + audit).not.toContain(word);
});

test('another client sees nothing of it, and neither do staff while it is a draft', async ({ database }) => {
  const client = await aClient();
  const other = await aClient();
  await save(client, '1', 'b1', { B1: 'Ash' });
  expect((await as(other, (tx) => answersOf(tx, client.id))).size).toBe(0);
  const [{ id = '' } = {}] =
    await database.ownerSql`select id from submission where client_id = ${client.id}`;
  expect(
    (await sectionsToCheck(other)).sections
      .flatMap(({ answers }) => answers)
      .every(({ state }) => state === 'not-answered'),
  ).toBe(true);
  for (const roles of [['admin'], ['front-desk'], ['clinician']] as const) {
    const seen = await as({ kind: 'staff', id: other.id, roles }, (tx) =>
      tx.query.answer.findMany({ where: (row, { eq }) => eq(row.submissionId, id) }),
    );
    expect(seen, roles[0]).toEqual([]);
  }
});

test('each answer carries its audience, its version and its language', async ({ database }) => {
  const client = await aClient();
  await save(client, '1', 'b1', { B1: 'Ash' });
  await save(client, '4', 'c1', { C1: 'Words' });
  expect((await rows(database, client, 'B1'))[0]).toMatchObject({
    audience: 'all-staff',
    locale: 'en',
    definition_version: definition.version,
  });
  expect((await rows(database, client, 'C1'))[0]).toMatchObject({ audience: 'clinical' });
});

test('a client is found by the beginning of a name as it is now, and of the legal name', async ({
  database,
}) => {
  const client = await aClient();
  const found = async (beginning: string) => {
    const mark = nameSearchIndex(beginning);
    return (
      (
        await database.ownerSql`select 1 from name_index where client_id = ${client.id} and prefix_index = ${mark}`
      ).length > 0
    );
  };
  await save(client, '1', 'b1', { B1: 'Zelda Quince' });
  await save(client, '1', 'b2', { B2: 'Barbara Oakley' });
  expect([await found('zel'), await found('Quin'), await found('oak')]).toEqual([true, true, true]);
  await save(client, '1', 'b1', { B1: 'Ruth Quince' }, 1);
  expect([await found('zel'), await found('rut'), await found('oak')]).toEqual([false, true, true]);
});

test('a section is done when its check was confirmed, and is open again when an answer in it changes', async ({
  database,
}) => {
  const client = await aClient();
  expect(await confirmSection(client, '1')).toEqual({ ok: false, reason: 'not-begun' });
  await save(client, '1', 'a1', { A1: 'only-me' });
  expect(await confirmSection(client, '1')).toMatchObject({ ok: false, reason: 'answers-missing' });
  expect(await states(database, client)).toMatchObject({ 1: 'in-progress', 2: 'not-started' });
  expect(await firstSection(client)).toEqual({ ok: true });
  expect(await confirmSection(client, '1')).toEqual({ ok: true });
  expect((await states(database, client))['1']).toBe('done');
  await save(client, '1', 'b1', { B1: 'Someone Else' }, 1);
  expect((await states(database, client))['1']).toBe('in-progress');
  // Saving what is there already changes nothing.
  await confirmSection(client, '1');
  await save(client, '1', 'b1', { B1: 'Someone Else' }, 2);
  expect((await states(database, client))['1']).toBe('done');
});

test('choosing video later opens Contact again, because an emergency contact is needed then', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '2', 'a4', { A4: 'site' });
  expect(await confirmSection(client, '2')).toEqual({ ok: true });
  expect((await states(database, client))['2']).toBe('done');
  await save(client, '1', 'format', { format: 'video' }, 1);
  expect((await states(database, client))['2']).toBe('in-progress');
  expect(await confirmSection(client, '2')).toMatchObject({ missing: ['A9'] });
});

test('a section of which nothing must be answered may be left out whole', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  expect(await confirmSection(client, '5')).toEqual({ ok: true });
  expect((await states(database, client))['5']).toBe('left');
});

test('D-02: what was sent is not changed any more', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  await database.ownerSql`update submission set status = 'submitted' where client_id = ${client.id}`;
  expect(await save(client, '1', 'b1', { B1: 'Other' }, 1)).toEqual({ ok: false, reason: 'already-sent' });
  expect(await confirmSection(client, '4')).toEqual({ ok: false, reason: 'already-sent' });
});

test('at sending, what was left open and what was never asked are fixed as just that', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await save(client, '2', 'a2', { A2: '212 555 0100' });
  await save(client, '2', 'a3', { A3: ['call'] });
  await save(client, '2', 'a2', {}, 1);
  const [{ id = '' } = {}] =
    await database.ownerSql`select id from submission where client_id = ${client.id}`;
  await as(client, (tx) => settleAnswers(tx, { id, clientId: client.id }));
  await as(client, (tx) => settleAnswers(tx, { id, clientId: client.id }));
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect(answers.get('A3')).toMatchObject({ state: 'not-shown', revision: 2 });
  expect(answers.get('A8-gb')).toMatchObject({ state: 'not-shown', revision: 1 });
  expect(answers.get('C1')).toMatchObject({ state: 'not-answered', revision: 1 });
  expect(answers.get('B1')).toMatchObject({ state: 'answered', revision: 1 });
});

test('every save is on the record, by question and never by answer, in a chain that holds', async ({
  database,
}) => {
  const client = await aClient();
  await save(client, '1', 'a1', { A1: 'only-me' });
  const events =
    await database.ownerSql`select event, detail from audit_event where subject = ${client.id} order by seq`;
  expect(events.map(({ event }) => event)).toEqual(['account.made', 'submission.begun', 'answer.saved']);
  expect(JSON.parse(events[2]?.detail)).toEqual({ section: '1', questions: ['A1'] });
  expect(await as(aJob, (tx) => brokenChains(tx, client.id))).toEqual([]);
});

test('a change made from the page that shows everything leads back there, and the section stays looked over', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  const change = (page: string, values: Record<string, string>, question: string, everything: boolean) =>
    saveAnswers(client, {
      ...{ section: '1', page, posted: posted(values), from: everything ? ('everything' as const) : null },
      bases: new Map([[question, 9]]),
    });
  expect(await change('b10', { B10: 'insurance' }, 'B10', true)).toMatchObject({
    ok: true,
    next: 'everything',
  });
  expect((await states(database, client))['1']).toBe('done');
  // What the change opened is asked first.
  const moved = await change('a8', { A8: 'IE' }, 'A8', true);
  expect(moved).toMatchObject({ ok: true, next: 'everything' });
  const back = await change('a8', { A8: 'US' }, 'A8', true);
  expect(back).toMatchObject({ ok: true, next: { slug: 'a8-us' } });
  await change('b10', { B10: 'not-sure' }, 'B10', false);
  expect((await states(database, client))['1']).toBe('in-progress');
});
