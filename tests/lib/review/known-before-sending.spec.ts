// Who has booked, or waits for an answer, is known to staff before sending: by name, time and safe contact, and by nothing else.
import { as } from '@/db/client';
import { answer } from '@/db/schema';
import { askQuestion } from '@/lib/documents/ask-question';
import { newId } from '@/lib/env/ids';
import { homeOf } from '@/lib/onboarding/home';
import { readFromClients } from '@/lib/review/from-clients';
import { readQueue } from '@/lib/review/queue';
import type { QueueChoice } from '@/lib/review/queue-filter';
import { settleFromClient } from '@/lib/review/settle-from-client';
import { readSubmission } from '@/lib/review/submission-file';
import { writeMessage } from '@/lib/review/write-message';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { expect, test } from '../../support/database';
import { anIntake, type Staff, type Team, theTeam } from './made-up-intakes';

// A clinic of its own: what is made up here is in no other test's way.

const SECRET = 'a marked answer nobody was sent, made up';
let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const find = async (actor: Staff, words: string) =>
  (await readQueue(actor, { words })).rows.map(({ reference }) => reference);
const shown = async (actor: Staff, status?: QueueChoice) =>
  (await readQueue(actor, { ...(status && { status }) })).rows.map(({ reference }) => reference);
/** What Postgres gives of somebody’s answers to a query that asks for all. */
const opened = async (actor: Staff, clientId: string) =>
  (await as(actor, (tx) => tx.select().from(answer)))
    .filter((row) => row.clientId === clientId)
    .map(({ question }) => question);

test('the desk finds who has booked and not sent, by name, address and reference, and sees the time and how to reach them', async () => {
  const { client, email, reference } = await anIntake(
    { B1: 'Wren Tomorrow (made up)', A4: 'site', C1: SECRET },
    { upTo: 'booked' },
  );
  for (const words of ['wren', email, reference])
    expect(await find(team.frontDesk, words), words).toEqual([reference]);
  const file = await readSubmission(team.frontDesk, reference);
  expect(file).toMatchObject({ unsent: true, appointment: { startsAt: expect.any(Date) } });
  expect(file?.answers.get('B1')?.value).toBe('Wren Tomorrow (made up)');
  expect(
    [...(file?.answers.keys() ?? [])].filter((each) => !/^(A([1-7]|9|10)(-\w+)?|B1)$/.test(each)),
  ).toEqual([]);
  expect([file?.documents, file?.reflections, file?.history.done]).toEqual([[], [], []]);
  const [row] = (await readQueue(team.frontDesk, { words: reference, names: 'all' })).rows;
  expect(row).toMatchObject({ name: 'Wren Tomorrow (made up)', appointment: { startsAt: expect.any(Date) } });
  for (const actor of [team.frontDesk, team.clinician, team.lead, team.admin]) {
    const questions = await opened(actor, client.id);
    expect(questions).toContain('A4');
    // What a cost estimate needs is opened by its own task, to its own page.
    expect(questions.filter((each) => !/^(A\d+(-\w+)?|B1|B2|B3|B7|B10|C8|format)$/.test(each))).toEqual([]);
  }
});

test('they stand under “Booked, not sent” and not in the queue; once cancelled, nobody knows of them again', async () => {
  const { client, reference } = await anIntake({}, { upTo: 'booked', days: 2 });
  expect(await shown(team.frontDesk, 'booked-unsent')).toContain(reference);
  for (const actor of [team.frontDesk, team.clinician]) expect(await shown(actor)).not.toContain(reference);
  const appointment = await as(client, (tx) => appointmentOf(tx, client.id));
  expect((await homeOf(client)).cancelled).toBeNull();
  await cancelAppointment(client, appointment?.reference ?? '');
  // The mail says "sign in to see which one it was": there it stands.
  expect((await homeOf(client)).cancelled).toMatchObject({ startsAt: appointment?.startsAt });
  expect(await shown(team.frontDesk, 'booked-unsent')).not.toContain(reference);
  expect(await find(team.frontDesk, reference)).toEqual([]);
  expect(await readSubmission(team.frontDesk, reference)).toBeNull();
  expect((await opened(team.frontDesk, client.id)).filter((each) => /^A\d|^B1$/.test(each))).toEqual([]);
});

test('the desk knows whom to answer, and how, when only clinicians may read what was asked; answered, it knows no more', async () => {
  const { client, reference } = await anIntake(
    { B1: 'Asker Quill (made up)', A4: 'email', C1: SECRET },
    { upTo: 'forms' },
  );
  expect(await find(team.frontDesk, 'asker')).toEqual([]);
  await askQuestion(client, { slug: 'agreement', text: SECRET, formToken: newId() });
  const [item] = (await readFromClients(team.frontDesk)).items.filter((each) => each.reference === reference);
  expect(item).toMatchObject({ name: 'Asker Quill (made up)', about: null });
  expect(item?.contact.map(({ id }) => id)).toContain('A4');
  expect(JSON.stringify(item)).not.toContain(SECRET);
  expect(await find(team.frontDesk, 'asker')).toEqual([reference]);
  expect(await shown(team.frontDesk)).not.toContain(reference);
  expect(
    await writeMessage(team.frontDesk, { reference, text: 'A line (made up)', formToken: newId() }),
  ).toEqual({ ok: true });
  const questions = await opened(team.clinician, client.id);
  expect(questions.filter((each) => !/^(A([1-7]|9|10)(-\w+)?|B1)$/.test(each))).toEqual([]);
  expect(await settleFromClient(team.clinician, item?.taskId ?? '', 'email')).toEqual({ ok: true });
  expect(await find(team.frontDesk, 'asker')).toEqual([]);
  expect(await opened(team.frontDesk, client.id)).toEqual([]);
});
