// Being reached: nobody must be invented, ways that can't be used are noticed, and it stays the client's to change after sending.
import { as } from '@/db/client';
import { shiftClock } from '@/lib/env/clock';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { sectionNamed } from '@/lib/forms/definition';
import { howToReach } from '@/lib/forms/how-to-reach';
import { missingAnswers } from '@/lib/forms/shown';
import { readSubmission } from '@/lib/review/submission-file';
import { expect, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { anIntake, type Team, theTeam } from '../review/made-up-intakes';
import { type Client, firstSection, save } from './made-up-intake';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});
test.afterEach(() => shiftClock(0));

const answers = (client: Client) => as(client, (tx) => answersOf(tx, client.id));
const levels = async (sql: { ownerSql: import('postgres').Sql }, client: Client) =>
  (await sql.ownerSql`select question, level from flag where client_id = ${client.id}`).map(
    ({ question, level }) => `${question} ${level}`,
  );

test.describe('an emergency contact before video', () => {
  test('“there is nobody” is an answer: nothing is missing, and the clinician is told to make a plan', async ({
    database,
  }) => {
    const client = await aClient();
    await firstSection(client, { format: 'video' });
    expect(await save(client, '2', 'a9', {})).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await save(client, '2', 'a9', { 'A9-who': 'nobody' })).toMatchObject({ ok: true, support: false });
    const section = sectionNamed('2');
    const missing = section ? missingAnswers(section, await answers(client)).map(({ id }) => id) : [];
    expect(missing).not.toContain('A9');
    expect(await levels(database, client)).toEqual(['A9 amber']);
    // Nobody is asked what somebody who isn't there may be told.
    expect((await howToReach(client))?.map(({ question }) => question.id)).not.toContain('A10');
  });

  test('naming somebody as before raises nothing, and with “nobody” chosen after, what stood there is left out', async ({
    database,
  }) => {
    const client = await aClient();
    await firstSection(client, { format: 'video' });
    const kim = { 'A9-name': 'Kim (made up)', 'A9-relationship': 'sister', 'A9-phone': '01632 960001' };
    expect(await save(client, '2', 'a9', kim)).toMatchObject({ ok: true });
    expect(await levels(database, client)).toEqual([]);
    expect((await howToReach(client))?.map(({ question }) => question.id)).toContain('A10');
    const older = { ...kim, 'A9-phone': 'not a number', 'A9-who': 'nobody' };
    expect(await save(client, '2', 'a9', older, 1)).toMatchObject({ ok: true });
    expect((await answers(client)).get('A9')?.value).toEqual({ who: 'nobody' });
  });
});

test.describe('ways that can’t be used', () => {
  async function withNumber(uses: string[]) {
    const client = await aClient();
    await firstSection(client);
    await save(client, '2', 'a2', { A2: '01632 960001' });
    await save(client, '2', 'a3', { A3: uses });
    return client;
  }

  test('a call that was not allowed, a text that was not, or either without a number is noticed on Continue', async () => {
    const emergency = await withNumber(['emergency']);
    const refused = (field: string, reason: string) => ({ ok: false, errors: [{ field, reason }] });
    expect(await save(emergency, '2', 'a4', { A4: 'phone' })).toMatchObject(
      refused('A4', 'call-not-allowed'),
    );
    expect(await save(emergency, '2', 'a4', { A4: 'text' })).toMatchObject(refused('A4', 'text-not-allowed'));
    const texts = await withNumber(['text']);
    expect(await save(texts, '2', 'a4', { A4: 'text' })).toMatchObject({ ok: true });
    expect(await save(texts, '5', 'j5', { 'J5-way': 'phone' })).toMatchObject(
      refused('J5-way', 'call-not-allowed'),
    );
    const none = await aClient();
    await firstSection(none);
    expect(await save(none, '2', 'a4', { A4: 'phone' })).toMatchObject(refused('A4', 'no-number'));
  });

  test('a number for emergencies, or one of its own, may be the safest way when we are worried', async () => {
    const emergency = await withNumber(['emergency']);
    expect(await save(emergency, '5', 'j5', { 'J5-way': 'phone' })).toMatchObject({ ok: true });
    const none = await withNumber([]);
    const another = { 'J5-way': 'phone', 'J5-details': 'My sister’s, 01632 960777, before five' };
    expect(await save(none, '5', 'j5', another)).toMatchObject({ ok: true });
  });

  test('taking a permission back leads to the way that needed it, and until then nobody is called', async () => {
    const client = await withNumber(['call', 'text']);
    await save(client, '2', 'a4', { A4: 'phone' });
    const back = await save(client, '2', 'a3', { A3: ['text'] }, 1);
    expect(back).toMatchObject({ ok: true, next: { slug: 'a4' } });
    expect(clientFacts(await answers(client)).contactBy).toBe('site');
  });

  test('staff are shown one truth: the way that is permitted, and that another was named', async () => {
    const { client, reference } = await anIntake({
      A3: ['call'],
      A4: 'phone',
      J5: { way: 'phone', details: 'Before five' },
    });
    const before = await readSubmission(team.clinician, reference);
    expect(before?.reach).toMatchObject({ usual: 'phone', worried: 'phone', clashes: [], changedAt: null });
    shiftClock(5000);
    await save(client, '2', 'a3', {}, 1);
    const after = await readSubmission(team.clinician, reference);
    expect(after?.reach).toMatchObject({ usual: 'site', worried: 'site', clashes: ['A4', 'J5'] });
    // The safest way is a clinical answer.
    expect((await readSubmission(team.frontDesk, reference))?.reach.worried).toBeNull();
  });
});

test.describe('after sending', () => {
  test('who must never be contacted can be changed: a new revision, recorded, and staff see since when', async ({
    database,
  }) => {
    const { client, reference } = await anIntake({ A7: 'My brother (made up)' });
    shiftClock(5000);
    const saved = await save(client, '2', 'a7', { A7: 'My brother and my aunt (made up)' }, 1);
    expect(saved).toMatchObject({ ok: true, next: 'reach' });
    const file = await readSubmission(team.frontDesk, reference);
    expect(file?.answers.get('A7')).toMatchObject({ value: 'My brother and my aunt (made up)', revision: 2 });
    expect(file?.reach.changedAt).toEqual(file?.answers.get('A7')?.answeredAt);
    expect(file?.history.done.map(({ event }) => event)).toContain('contact.changed');
    const [kept] = await database.ownerSql`select count(*)::int as many from answer
      where client_id = ${client.id} and question = 'A7'`;
    expect(kept).toEqual({ many: 2 });
  });

  test('a question that a change opens is asked next, and one it closes is no longer asked', async () => {
    const { client } = await anIntake({ A6: 'none' });
    expect(await save(client, '2', 'a6', { A6: 'plain' }, 1)).toMatchObject({
      ok: true,
      next: { slug: 'a6-address' },
    });
    await save(client, '2', 'a6', { A6: 'none' }, 2);
    expect((await answers(client)).get('A6-address')?.state).toBe('not-shown');
  });

  test('nothing else can: neither where they will be, nor what they told us', async () => {
    const { client } = await anIntake();
    const refused = { ok: false, reason: 'already-sent' };
    expect(await save(client, '1', 'a8', { A8: 'IE' }, 1)).toEqual(refused);
    expect(await save(client, '1', 'b1', { B1: 'Other' }, 1)).toEqual(refused);
    expect(await save(client, '5', 'j2', { J2: 'no' }, 1)).toEqual(refused);
  });

  test('what was confirmed and sent stays confirmed', async ({ database }) => {
    const { client } = await anIntake();
    const confirmed = () =>
      database.ownerSql`select section from section_confirmation where client_id = ${client.id} order by section`;
    const before = await confirmed();
    await save(client, '2', 'a5', { A5: ['mornings'] }, 1);
    expect(await confirmed()).toEqual(before);
  });
});
