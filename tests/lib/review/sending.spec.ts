// What a client sends is fixed as it stands, once, and a stranger to the way sends nothing.
import { as } from '@/db/client';
import { answersOf } from '@/lib/forms/answers-of';
import { allQuestions } from '@/lib/forms/definition';
import { saveAnswers } from '@/lib/forms/save-answers';
import { sendSubmission } from '@/lib/review/send-submission';
import { arrive } from '@/scripts/demo/live-through';
import { expect, test } from '../../support/database';
import { anIntake, theTeam } from './made-up-intakes';

// A clinic of its own: what is made up here is in no other test's way.

test.beforeAll(async () => {
  await theTeam();
});

test('sending fixes every question: what was not asked as not asked, what was left open as left open', async () => {
  const { client } = await anIntake();
  const answers = await as(client, (tx) => answersOf(tx, client.id));
  expect([...answers.keys()].sort()).toEqual(allQuestions.map(({ id }) => id).sort());
  expect(answers.get('A8-gb')?.state).toBe('not-shown');
  expect(answers.get('C6')?.state).toBe('not-answered');
  expect(answers.get('C1')?.state).toBe('answered');
});

test('sent twenty times at once it is sent once: one reference, one line, one mail', async ({ database }) => {
  const { client, reference } = await anIntake({}, { upTo: 'booked' });
  const sent = await Promise.all(Array.from({ length: 20 }, () => sendSubmission(client)));
  expect(new Set(sent.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ ok: true, reference })]),
  );
  const [counted] = await database.ownerSql`select
    (select count(*)::int from audit_event where subject = ${client.id} and event = 'submission.sent') as lines,
    (select count(*)::int from notice where account_id = ${client.id} and kind = 'submission-received') as mails`;
  expect(counted).toEqual({ lines: 1, mails: 1 });
});

test('nothing can be sent before a session is booked, nor before anything was answered', async () => {
  const { client } = await anIntake({}, { upTo: 'forms' });
  expect(await sendSubmission(client)).toEqual({ ok: false, reason: 'not-ready' });
  const stranger = await arrive('nobody-yet@made-up.example');
  expect(await sendSubmission(stranger)).toEqual({ ok: false, reason: 'nothing-to-send' });
});

test('what was sent is read only', async () => {
  const { client } = await anIntake();
  const posted = { one: () => 'changed', all: () => ['changed'] };
  const saving = { section: '4', page: 'c1', posted, bases: new Map([['C1', 1]]) };
  expect(await saveAnswers(client, saving)).toMatchObject({ ok: false, reason: 'already-sent' });
});
