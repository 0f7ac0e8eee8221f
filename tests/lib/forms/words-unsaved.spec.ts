// Nobody goes on without words they typed and never saved before they were asked; and what they go on without stays where it is.
import { as } from '@/db/client';
import { formDraft, keepDraft } from '@/lib/accounts/form-draft';
import { confirmSection } from '@/lib/forms/confirm-section';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { draftKey } from '@/lib/forms/unsaved-text';
import { sendSubmission } from '@/lib/review/send-submission';
import { expect, test } from '@/tests/support/database';
import { anIntake, theTeam } from '../review/made-up-intakes';
import type { Client } from './made-up-intake';

test.beforeAll(async () => {
  await theTeam();
});

const types = (client: Client, section: string, page: string, values: Record<string, string[]>) =>
  as(client, (tx) => keepDraft(tx, client.id, draftKey(section, page), { values, errors: [] }));
const unsaved = async (client: Client, section: string) =>
  (await sectionsToCheck(client, section)).sections
    .flatMap(({ answers }) => answers)
    .flatMap(({ unsaved: is, question }) => (is ? [question.id] : []));

test('a section is skipped or confirmed over unsaved words only once each of them was shown', async () => {
  const { client } = await anIntake({}, { upTo: 'booked' });
  await types(client, '6', 'd6', { D6: ['Half a sentence (made up)'] });
  const asked = await unsaved(client, '6');
  expect(asked).not.toEqual([]);
  expect(await confirmSection(client, '6')).toEqual({ ok: false, reason: 'words-unsaved' });
  // Of another page, typed in another window since: not shown yet.
  expect(await confirmSection(client, '6', ['D1'])).toEqual({ ok: false, reason: 'words-unsaved' });
  expect(await confirmSection(client, '6', asked)).toEqual({ ok: true });
  expect((await formDraft(client, draftKey('6', 'd6')))?.values.D6).toEqual(['Half a sentence (made up)']);
  // Words in one section stop no other.
  expect(await confirmSection(client, '7')).toEqual({ ok: true });
});

test('the forms are not sent over unsaved words, in whatever section, before their client was asked', async ({
  database,
}) => {
  const { client } = await anIntake({}, { upTo: 'booked' });
  await types(client, '4', 'c1', { C1: ['Something else by now (made up)'] });
  const status = async () =>
    (await database.ownerSql`select status from submission where client_id = ${client.id}`)[0]?.status;
  expect(await sendSubmission(client)).toEqual({ ok: false, reason: 'words-unsaved' });
  expect(await status()).toBe('draft');
  expect(await sendSubmission(client, await unsaved(client, '4'))).toMatchObject({ ok: true });
  expect(await status()).toBe('submitted');
  expect((await formDraft(client, draftKey('4', 'c1')))?.values.C1).toEqual([
    'Something else by now (made up)',
  ]);
});
