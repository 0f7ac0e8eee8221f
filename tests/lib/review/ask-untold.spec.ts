// Who was asked for more, and may be told by no mail, is told by somebody here: it is a task until it is done or has lost its sense.

import { newId } from '@/lib/env/ids';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { askForMore } from '@/lib/review/ask-for-more';
import { settleAskUntold } from '@/lib/review/ask-untold';
import { beginReview } from '@/lib/review/begin-review';
import { giveMore } from '@/lib/review/give-more';
import { goOnWithout } from '@/lib/review/go-on-without';
import { readOpenTasks } from '@/lib/review/open-tasks';
import { readSubmission } from '@/lib/review/submission-file';
import { expect, type TestDatabase, test } from '../../support/database';
import { anIntake, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

/** Somebody in review is asked for more, and their mail is taken up. `way`: how they may be reached. */
async function asked({ ownerSql }: TestDatabase, way: 'site' | 'email') {
  const intake = await anIntake({ A4: way }, { wantsMail: way === 'email' });
  await beginReview(team.clinician, intake.reference);
  const asking = {
    reference: intake.reference,
    questions: [],
    text: 'A made-up question',
    formToken: newId(),
  };
  expect(await askForMore(team.clinician, asking)).toEqual({ ok: true });
  const [queued] = await ownerSql`
    select id from notice where account_id = ${intake.client.id} and kind = 'question-for-you'`;
  await sendNotice(queued?.id, mailboxPort);
  const waits = async () => {
    const { tasks } = await readOpenTasks(team.frontDesk, { kind: 'question-untold' });
    return tasks.filter(({ who }) => who?.reference === intake.reference).map(({ href }) => href);
  };
  return { intake, waits };
}

test('it waits for whoever is at the desk, who reads nothing of what was asked; said to be done, it is', async ({
  database,
}) => {
  const { intake, waits } = await asked(database, 'site');
  expect(await waits()).toEqual([`/staff/submissions/${intake.reference}#asked`]);
  const desk = await readSubmission(team.frontDesk, intake.reference);
  expect(desk?.askUntold).toBeInstanceOf(Date);
  expect(JSON.stringify(desk)).not.toContain('made-up question');
  expect(await settleAskUntold(team.admin, intake.reference)).toEqual({ ok: false, reason: 'unknown' });
  for (const _ of [1, 2])
    expect(await settleAskUntold(team.frontDesk, intake.reference)).toEqual({ ok: true });
  expect(await waits()).toEqual([]);
  const told = await database.ownerSql`
    select 1 from audit_event where subject = ${intake.client.id} and event = 'task.settled'`;
  expect(told).toHaveLength(1);
});

test('it ends by itself when they answer, or are asked no more', async ({ database }) => {
  const answered = await asked(database, 'site');
  expect(await giveMore(answered.intake.client, 'A made-up answer')).toEqual({ ok: true });
  expect(await answered.waits()).toEqual([]);
  const goneOn = await asked(database, 'site');
  expect(await goOnWithout(team.clinician, goneOn.intake.reference)).toEqual({ ok: true });
  expect(await goneOn.waits()).toEqual([]);
});

test('whom a mail tells, nobody else has to', async ({ database }) => {
  expect(await (await asked(database, 'email')).waits()).toEqual([]);
});
