// Whoever had begun or finished "Hopes and support" when it was section 6 finds it done, or as they left it, as section 12.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { as } from '@/db/client';
import { keepDraft } from '@/lib/accounts/form-draft';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { expect, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { firstSection, openMadeUpClinic, save } from './made-up-intake';

const statements = readFileSync(
  join(resolve(import.meta.dirname, '../../..'), 'db/migrations/0025_hopes_after_health.sql'),
  'utf8',
).split('--> statement-breakpoint');

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
});

test('its confirmation and what was typed in it move with it, and nothing else does', async ({
  database,
}) => {
  const { ownerSql: sql } = database;
  const client = await aClient();
  await firstSection(client);
  await save(client, '12', 'k2', { K2: 'A small sign (made up)' });
  const [{ id = '' } = {}] = await sql`select id from submission where client_id = ${client.id}`;
  await sql`insert into section_confirmation (submission_id, client_id, section, confirmed_at)
    values (${id}, ${client.id}, '6', now())`;
  await as(client, (tx) =>
    keepDraft(tx, client.id, 'forms/6/k8', { values: { K8: ['Typed (made up)'] }, errors: [] }),
  );
  // As it was then: nobody had a section 12. What others did here since is not what moves.
  await sql`delete from section_confirmation where section in ('6', '12') and client_id <> ${client.id}`;
  for (const statement of statements) await sql.unsafe(statement);
  const moved =
    await sql`select section from section_confirmation where client_id = ${client.id} order by section`;
  expect(moved.map(({ section }) => section)).toEqual(['1', '12']);
  const [section] = (await sectionsToCheck(client, '12')).sections;
  expect(section?.state).toBe('done');
  const of = (question: string) => section?.answers.find((one) => one.question.id === question);
  expect(of('K2')?.lines).toEqual(['A small sign (made up)']);
  expect(of('K8')?.unsaved).toBe(true);
  // Done twice is once.
  for (const statement of statements) await sql.unsafe(statement);
});
