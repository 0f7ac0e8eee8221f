// A questionnaire that was used never changes: its words stay on file, its answers are read with them, and a draft is carried over with nothing lost.
import { as } from '@/db/client';
import { answersOf } from '@/lib/forms/answers-of';
import { sectionsAsAsked } from '@/lib/forms/as-asked';
import { confirmSection } from '@/lib/forms/confirm-section';
import { definition } from '@/lib/forms/definition';
import { definitionOf, keepDefinition, printOf } from '@/lib/forms/kept-definitions';
import { pageToShow } from '@/lib/forms/page-to-show';
import type { Definition, Question } from '@/lib/forms/question';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { settleAnswers } from '@/lib/forms/settle-answers';
import { stillFits } from '@/lib/forms/still-fits';
import { sealFor } from '@/lib/vault/keys';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient, aJob } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from './made-up-intake';

/** Last year’s questionnaire: one question worded otherwise, one with another choice, one that is gone since. */
const older: Definition = {
  ...definition,
  version: 'made-up-2025',
  sections: definition.sections.map((section) => ({
    ...section,
    questions: [...section.questions.map(asItWas), ...(section.number === '4' ? [gone()] : [])],
  })),
};

function asItWas(question: Question): Question {
  if (question.id === 'C1')
    return { ...question, title: 'Why do you come? (made up)', short: 'Why you come' };
  if (question.id === 'D2') return { ...question, shownIf: [] };
  if (question.id === 'B10' && question.input.kind === 'radios')
    return {
      ...question,
      input: { ...question.input, options: [{ value: 'barter', label: 'By barter (made up)' }] },
    };
  return question;
}

function gone(): Question {
  const [like] = definition.sections.flatMap(({ questions }) => questions.filter(({ id }) => id === 'C7'));
  if (!like) throw new Error('There is no C7.');
  return { ...like, id: 'C99', title: 'What is your sign? (made up)', short: 'Your sign' };
}

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
  await as(aJob, (tx) => keepDefinition(tx, older));
});

/** As if it had been answered while the older one was asked. */
async function answeredThen(database: TestDatabase, client: Client, question: string, value: unknown) {
  const [{ id: submission = '' } = {}] =
    await database.ownerSql`select id from submission where client_id = ${client.id}`;
  const id = crypto.randomUUID();
  const sealed = await as(client, (tx) =>
    sealFor(
      tx,
      client.id,
      { table: 'answer', column: 'value', row: id },
      JSON.stringify({ state: 'answered', value }),
    ),
  );
  await database.ownerSql`delete from answer where client_id = ${client.id} and question = ${question}`;
  await database.ownerSql`insert into answer (id, submission_id, client_id, question, revision, definition_version, locale,
      audience, value, answered_at)
    values (${id}, ${submission}, ${client.id}, ${question}, 1, ${older.version}, 'en', 'clinical', ${sealed}, now())`;
}

test('the questionnaire is kept once, whole; the same version with other words is refused', async ({
  database,
}) => {
  await as(aJob, (tx) => keepDefinition(tx));
  await as(aJob, (tx) => keepDefinition(tx));
  const rows =
    await database.ownerSql`select * from questionnaire_version where version = ${definition.version}`;
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sha256).toBe(printOf(JSON.stringify(definition)));
  expect(JSON.parse(rows[0]?.body)).toEqual(JSON.parse(JSON.stringify(definition)));
  const [first, ...rest] = definition.sections;
  const reworded = {
    ...definition,
    sections: [{ ...first, title: 'Something else' }, ...rest],
  } as Definition;
  await expect(as(aJob, (tx) => keepDefinition(tx, reworded))).rejects.toThrow(/a new version/);
});

test('neither the app nor a client nor staff can change or remove a version that is on file', async ({
  database,
}) => {
  const client = await aClient();
  for (const statement of [
    `update questionnaire_version set body = '{}'`,
    `delete from questionnaire_version`,
    `truncate questionnaire_version`,
  ])
    await expect(database.appSql.unsafe(statement), statement).rejects.toThrow(/permission denied/);
  await expect(as(client, (tx) => keepDefinition(tx, { ...older, version: 'forged' }))).rejects.toThrow();
});

test('a version on file that is not as it was is refused, not shown', async ({ database }) => {
  const forged = { ...older, version: 'made-up-2024' };
  await as(aJob, (tx) => keepDefinition(tx, forged));
  await database.ownerSql`update questionnaire_version set body = replace(body, 'made up', 'forged') where version = 'made-up-2024'`;
  await expect(as(aJob, (tx) => definitionOf(tx, 'made-up-2024'))).rejects.toThrow(/not as it was/);
});

test('an answer is shown with the words it was given to, and a question that is gone still has its own', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await answeredThen(database, client, 'C1', 'Made-up words');
  await answeredThen(database, client, 'C99', 'Made-up lion');
  const sections = await as(client, async (tx) => sectionsAsAsked(tx, await answersOf(tx, client.id)));
  const fourth = sections.find(({ number }) => number === '4');
  expect(fourth?.questions.map(({ short }) => short)).toEqual(['Why you come', 'Your sign']);
  expect(sections.find(({ number }) => number === '1')?.questions[0]?.short).toBe(
    definition.sections[0]?.questions[0]?.short,
  );
});

test('a draft is carried over: what still fits stands, what does not is kept beside a question that is open again', async ({
  database,
}) => {
  const client = await aClient();
  await firstSection(client);
  await answeredThen(database, client, 'C1', 'Made-up words');
  await answeredThen(database, client, 'C99', 'Made-up lion');
  await answeredThen(database, client, 'B10', 'barter');
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect(answers.get('C1')).toMatchObject({ state: 'answered', value: 'Made-up words' });
  expect(answers.get('B10')).toMatchObject({ state: 'not-answered', before: { value: 'barter' } });
  // It must be answered, so the section can’t be confirmed over it.
  expect(await confirmSection(client, '1')).toEqual({
    ok: false,
    reason: 'answers-missing',
    missing: ['B10'],
  });
  const shown = await pageToShow(client, '1', 'b10');
  expect(shown?.changed[0]?.lines).toEqual(['By barter (made up)']);
  const { sections } = await sectionsToCheck(client);
  const rows = sections.flatMap((section) => section.answers);
  expect(rows.find(({ question }) => question.id === 'B10')).toMatchObject({
    missing: true,
    before: ['By barter (made up)'],
  });
  expect(rows.find(({ question }) => question.id === 'C99')).toMatchObject({
    page: null,
    lines: ['Made-up lion'],
  });
  expect(await save(client, '1', 'b10', { B10: 'self-pay' }, 1)).toMatchObject({ ok: true });
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('B10')).toMatchObject({
    state: 'answered',
    value: 'self-pay',
    revision: 2,
  });
});

test('what was sent under an older condition stays when something else is put right; before sending today’s holds', async ({
  database,
}) => {
  for (const again of [true, false]) {
    const client = await aClient();
    await firstSection(client);
    await answeredThen(database, client, 'D1', ['single']);
    await answeredThen(database, client, 'D2', 'monogamous');
    const [{ id = '' } = {}] =
      await database.ownerSql`select id from submission where client_id = ${client.id}`;
    await as(client, (tx) => settleAnswers(tx, { id, clientId: client.id }, { again }));
    const answers = await as(client, (tx) => answersOf(tx, client.id));
    expect(answers.get('D2')?.state).toBe(again ? 'answered' : 'not-shown');
  }
});

test('to leave out a changed question is an answer too: it is not asked for ever', async ({ database }) => {
  const client = await aClient();
  await firstSection(client);
  await answeredThen(database, client, 'C5', 'not-offered-any-more');
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('C5')?.before).toBeDefined();
  await save(client, '4', 'c5', {}, 1);
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('C5')).toMatchObject({
    state: 'not-answered',
    revision: 2,
  });
  expect((await as(client, (tx) => answersOf(tx, client.id))).get('C5')?.before).toBeUndefined();
});

test('what fits is what could be given now', () => {
  const question = (id: string) =>
    definition.sections.flatMap(({ questions }) => questions).find((one) => one.id === id);
  const fits = (id: string, state: string, value?: string | string[] | Record<string, string>) => {
    const asked = question(id);
    if (!asked) throw new Error(`There is no ${id}.`);
    return stillFits(asked, { state, ...(value !== undefined && { value }) });
  };
  expect(fits('C8', 'answered', 'alone')).toBe(true);
  expect(fits('C8', 'answered', 'herd')).toBe(false);
  expect(fits('C8', 'answered', ['alone'])).toBe(false);
  expect(fits('C2', 'answered', ['pain', 'own:something'])).toBe(true);
  expect(fits('C2', 'answered', ['pain', 'gone'])).toBe(false);
  expect(fits('C8', 'declined')).toBe(false);
  expect(fits('C1', 'in-person')).toBe(true);
  expect(fits('A9', 'answered', { who: 'nobody' })).toBe(true);
  expect(fits('A9', 'answered', { whom: 'nobody' })).toBe(false);
});
