// Clinicians read what a client shared of their notes, that and nothing else, once the forms are sent; front desk reads none of it.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { auditEvent, reflection } from '@/db/schema';
import { stampOf } from '@/lib/guide/reflection';
import { shareReflection } from '@/lib/guide/share-reflection';
import { historyOf } from '@/lib/review/history-of';
import { sharedReflections } from '@/lib/review/shared-reflections';
import { readSubmission } from '@/lib/review/submission-file';
import type { Client } from '@/scripts/demo/live-through';
import { expect, test } from '../../support/database';
import { keeps, notesOf } from '../guide/made-up-notes';
import { anIntake, type Team, theTeam } from './made-up-intakes';

const SHARED = 'a marked note that is shared, made up';
const PRIVATE = 'a marked note that is not shared, made up';
let team: Team;

test.beforeAll(async () => {
  team = await theTeam();
});

const share = async (client: Client, question: string, shared = true) =>
  shareReflection(client, { question, stamp: stampOf((await notesOf(client)).get(question)), shared });

async function somebodyWith(upTo?: 'forms') {
  const intake = await anIntake({ J2: 'yes' }, upTo && { upTo });
  await keeps(intake.client, { 'ready-help': SHARED, 'ready-help-choice': 'nearly' });
  await keeps(intake.client, { 'trust-safe': PRIVATE, 'trust-limits': PRIVATE });
  await share(intake.client, 'ready-help');
  return intake;
}

test('a clinician and the lead see what is shared, with its chapter and question, and nothing that isn’t', async () => {
  const { client, reference } = await somebodyWith();
  for (const actor of [team.clinician, team.lead]) {
    const given = await readSubmission(actor, reference);
    expect(given?.reflections).toMatchObject([
      { chapter: 'Are you ready?', asks: 'What would help?', chosen: 'Nearly', text: SHARED },
    ]);
    expect(JSON.stringify(given)).not.toContain(PRIVATE);
    const rows = await as(actor, (tx) => tx.select().from(reflection));
    expect(rows.filter(({ clientId }) => clientId === client.id).map(({ question }) => question)).toEqual([
      'ready-help',
    ]);
  }
});

test('taken back, changed or removed, it is hidden again', async () => {
  const { client, reference } = await somebodyWith();
  const seen = async () => (await readSubmission(team.clinician, reference))?.reflections.length;
  expect(await seen()).toBe(1);
  await share(client, 'ready-help', false);
  expect(await seen()).toBe(0);
  await share(client, 'ready-help');
  expect(await seen()).toBe(1);
  await keeps(client, { 'ready-help': 'other words (made up)' });
  expect(await seen()).toBe(0);
});

test('front desk and admins get none of it, whatever they ask for; front desk’s record has no line of it either', async () => {
  const { client, reference } = await somebodyWith();
  for (const actor of [team.frontDesk, team.admin]) {
    expect(await as(actor, (tx) => tx.select().from(reflection))).toEqual([]);
    expect(await as(actor, (tx) => sharedReflections(tx, actor, client.id))).toEqual([]);
    expect((await readSubmission(actor, reference))?.reflections).toEqual([]);
  }
  const lines = await as(team.frontDesk, (tx) =>
    tx.select().from(auditEvent).where(sql`${auditEvent.event} like 'reflection.%'`),
  );
  expect(lines).toEqual([]);
  const history = await as(team.frontDesk, (tx) => historyOf(tx, team.frontDesk, client.id));
  expect(JSON.stringify(history)).not.toContain('reflection');
  expect(JSON.stringify(await as(team.lead, (tx) => historyOf(tx, team.lead, client.id)))).toContain(
    'reflection.shared',
  );
});

test('before the forms are sent nobody on the staff reads it, not even beside a flag', async () => {
  const { client, reference } = await somebodyWith('forms');
  const given = await readSubmission(team.clinician, reference);
  expect(given?.flags).toHaveLength(1);
  expect(given?.reflections).toEqual([]);
  const rows = await as(team.clinician, (tx) => tx.select().from(reflection));
  expect(rows.filter(({ clientId }) => clientId === client.id)).toEqual([]);
});
