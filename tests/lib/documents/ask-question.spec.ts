// A question on a document is sealed, reaches staff as a task, is read by whom it is for, and holds nobody up.
import { as } from '@/db/client';
import { LIMITS } from '@/lib/accounts/limits';
import { askQuestion, MOST_WAITING } from '@/lib/documents/ask-question';
import { LONGEST_QUESTION, readQuestion } from '@/lib/documents/question';
import { questionsOf } from '@/lib/documents/questions-of';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { FROM_CLIENTS_A_PAGE, readFromClients } from '@/lib/review/from-clients';
import { settleFromClient } from '@/lib/review/settle-from-client';
import { expect, test } from '../../support/database';
import { aStaffMember } from '../../support/people';
import { atAQuarter } from '../../support/quarter';
import { madeUpClient, openClinic, sign, withdraw } from './made-up-people';

test.beforeAll(openClinic);
test.afterEach(() => shiftClock(0));

const staff = (...roles: ('admin' | 'clinician' | 'lead' | 'front-desk')[]) =>
  ({ kind: 'staff', id: newId(), roles }) as const;
const ask = (
  client: { kind: 'client'; id: string },
  text: string,
  slug: 'fees' | 'agreement' = 'agreement',
) => askQuestion(client, { slug, text, formToken: newId() });
const waiting = async (
  actor: Parameters<typeof readFromClients>[0],
  clientId: string,
  sql: import('postgres').Sql,
) => {
  const ids = (await sql`select id from task where client_id = ${clientId}`).map(({ id }) => id);
  return (await readFromClients(actor)).items.filter(({ taskId }) => ids.includes(taskId));
};

test('it is kept sealed, is a task for staff, and changes nothing of what may be signed', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  expect(await ask(client, 'What if I cry (made up)?')).toEqual({ ok: true });
  const [row] = await ownerSql`select * from document_question where client_id = ${client.id}`;
  expect(JSON.stringify(row)).not.toContain('if I cry');
  const [task] = await ownerSql`select * from task where client_id = ${client.id}`;
  expect(task).toMatchObject({ kind: 'question', about_id: row?.id, done_at: null });
  expect(task?.due_at.getTime()).toBeGreaterThan(row?.asked_at.getTime());
  const [event] = await ownerSql`
    select detail from audit_event where subject = ${client.id} and event = 'question.asked'`;
  expect(JSON.parse(event?.detail)).toEqual({ document: 'agreement', question: row?.id });
  expect(await as(client, (tx) => questionsOf(tx, client.id))).toMatchObject([
    { slug: 'agreement', text: 'What if I cry (made up)?' },
  ]);
  expect((await sign(client, 'agreement')).ok).toBe(true);
});

test('clinicians read it; front desk and admins only what is asked about paper and prices', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  await ask(client, 'About the agreement');
  await ask(client, 'About the price', 'fees');
  const texts = async (...roles: Parameters<typeof staff>) =>
    (await waiting(staff(...roles), client.id, ownerSql)).map(({ about }) => about?.text ?? null).sort();
  expect(await texts('clinician')).toEqual(['About the agreement', 'About the price']);
  expect(await texts('lead')).toEqual(['About the agreement', 'About the price']);
  expect(await texts('front-desk')).toEqual(['About the price', null]);
  expect(await texts('admin')).toEqual(['About the price', null]);
  const other = await madeUpClient();
  expect(await as(other, (tx) => questionsOf(tx, client.id))).toEqual([]);
});

test('with it staff see the name and how to reach somebody, and nothing else of what was never sent', async ({
  database: { ownerSql },
}) => {
  const silent = await madeUpClient({ B1: 'Silent' });
  const client = await madeUpClient({ B1: 'Asker' });
  await ask(client, 'May I bring somebody?');
  const [item] = await waiting(staff('clinician'), client.id, ownerSql);
  expect(item).toMatchObject({ name: 'Asker', reference: expect.any(String) });
  expect(item?.contact.map(({ id }) => id)).toEqual(['A1']);
  const seen = async (id: string) =>
    (
      await as(staff('lead'), (tx) =>
        tx.query.answer.findMany({ where: (row, { eq }) => eq(row.clientId, id) }),
      )
    )
      .map(({ question }) => question)
      .sort();
  expect(await seen(client.id)).toEqual(['A1', 'B1']);
  expect(await seen(silent.id)).toEqual([]);
});

test('a withdrawal waits beside it, with the document and how to reach somebody', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient({ B1: 'Leaver' });
  await sign(client, 'electronic-records', { typedName: 'Leaver' });
  await withdraw(client, 'electronic-records');
  expect(await waiting(staff('front-desk'), client.id, ownerSql)).toMatchObject([
    { kind: 'withdrawal', name: 'Leaver', about: { slug: 'electronic-records' } },
  ]);
});

test('who withdrew "Messages" is not to be reached by what they said before, and staff are told so', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  await sign(client, 'electronic-records');
  await sign(client, 'messages', { boxes: ['call'] });
  await ask(client, 'One more thing');
  const silent = async () => (await waiting(staff('lead'), client.id, ownerSql)).map((item) => item.silent);
  expect(await silent()).toEqual([false]);
  await withdraw(client, 'messages');
  expect(await silent()).toEqual([true, true]);
});

test('whoever may read it says how it was answered, once, and the client sees how and when; all of it is in the record', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  await ask(client, 'About the agreement');
  const desk = staff('front-desk');
  const [seen] = await waiting(desk, client.id, ownerSql);
  const taskId = seen?.taskId ?? '';
  expect(await settleFromClient(desk, taskId, 'phone')).toEqual({ ok: false, reason: 'not-allowed' });
  const [before] = await ownerSql`select id from task where id = ${taskId} and done_at is null`;
  expect(before).toBeDefined();
  const lead = staff('lead');
  await ownerSql`insert into account (id, kind, email_index, email, created_at) values (${lead.id}, 'staff', ${lead.id}, 'sealed', now())`;
  await ownerSql`insert into staff_member (id, name, roles) values (${lead.id}, 'Lea Lead (made up)', ${['lead']})`;
  expect(await settleFromClient(lead, taskId, null)).toEqual({ ok: false, reason: 'by-missing' });
  const asked = () => as(client, (tx) => questionsOf(tx, client.id));
  expect(await asked()).toMatchObject([{ answered: null }]);
  expect(await settleFromClient(lead, taskId, 'phone')).toEqual({ ok: true });
  expect(await asked()).toMatchObject([{ answered: { at: expect.any(Date), by: 'phone' } }]);
  expect(await settleFromClient(lead, taskId, 'phone')).toEqual({ ok: false, reason: 'not-open' });
  expect(await waiting(lead, client.id, ownerSql)).toEqual([]);
  for (const forged of ['', 'x', newId()])
    expect(await settleFromClient(lead, forged, 'phone')).toEqual({ ok: false, reason: 'not-open' });
  const events = await ownerSql`
    select event from audit_event where subject in (${client.id}, 'clinic') and actor_id = ${lead.id} order by at, id`;
  expect(events.map(({ event }) => event)).toEqual(['question.answered', 'question.listed']);
});

test('the same form sent twenty times asks once', async ({ database: { ownerSql } }) => {
  const client = await madeUpClient();
  const formToken = newId();
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => askQuestion(client, { slug: 'fees', text: 'Twice?', formToken })),
  );
  expect(asked.every(({ ok }) => ok)).toBe(true);
  const [counted] = await ownerSql`select count(*)::int as tasks from task where client_id = ${client.id}`;
  expect(counted?.tasks).toBe(1);
});

test('a few within a quarter of an hour, and then no more for now', async () => {
  atAQuarter();
  const client = await madeUpClient();
  const asked = [];
  for (let n = 0; n <= LIMITS['question.account']; n += 1) asked.push(await ask(client, `Question ${n}`));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(LIMITS['question.account']);
  expect(asked.at(-1)).toEqual({ ok: false, reason: 'too-many-questions' });
});

test('whoever has asked a lot waits for answers; once some are there they can ask again', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  for (let n = 0; n < MOST_WAITING; n += 1) {
    shiftClock(n * 16 * 60_000);
    expect(await ask(client, `Question ${n}`)).toEqual({ ok: true });
  }
  shiftClock(MOST_WAITING * 16 * 60_000);
  expect(await ask(client, 'One more')).toEqual({ ok: false, reason: 'wait-for-answers' });
  const [first] = await ownerSql`select id from task where client_id = ${client.id} limit 1`;
  await settleFromClient(await aStaffMember('lead'), first?.id, 'phone');
  expect(await ask(client, 'One more')).toEqual({ ok: true });
});

test('however many wait, each is on a page of the list, once, and it says how many come after', async ({
  database: { ownerSql },
}) => {
  const flooding = await madeUpClient();
  // As it might once have been: far more than anybody can leave there now.
  await ownerSql`insert into task (id, kind, client_id, about_id, due_at, created_at)
    select gen_random_uuid(), 'withdrawal', ${flooding.id}, gen_random_uuid(), now() - make_interval(mins => n / 3), now()
    from generate_series(1, ${FROM_CLIENTS_A_PAGE * 2}) n`;
  const quiet = await madeUpClient();
  await ask(quiet, 'And me?');
  const [all] = await ownerSql`select count(*)::int as n from task
    where kind in ('question', 'withdrawal') and done_at is null`;
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await readFromClients(staff('lead'), after);
    expect(page.items.length).toBeLessThanOrEqual(FROM_CLIENTS_A_PAGE);
    seen.push(...page.items.map(({ taskId }) => taskId));
    expect(page.more).toBe(all?.n - seen.length);
    after = page.next ?? undefined;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  const [asked] = await ownerSql`select id from task where client_id = ${quiet.id}`;
  expect(seen).toContain(asked?.id);
  await ownerSql`update task set done_at = now() where client_id = ${flooding.id}`;
});

test('of somebody who was forgotten nothing waits for staff, and no message stays', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  const clinician = await aStaffMember('clinician');
  await sign(client, 'electronic-records');
  await ask(client, 'Why I come (made up)');
  await withdraw(client, 'electronic-records');
  await ownerSql`insert into site_message (id, client_id, written_by, audience, content, form_token, written_at)
    values (gen_random_uuid(), ${client.id}, ${clinician.id}, 'clinical', 'sealed', 'made up', now())`;
  const [intake] = await ownerSql`update submission set not_for_us_at = ${clock.now()} - interval '25 hours'
    where client_id = ${client.id} returning id`;
  await forgetSubmission({ submissionId: intake?.id, clientId: client.id });
  const [left] = await ownerSql`select
    (select count(*)::int from signature where client_id = ${client.id}) as signatures,
    (select count(*)::int from site_message where client_id = ${client.id}) as messages,
    (select count(*)::int from task where client_id = ${client.id} and done_at is null) as tasks`;
  expect(left).toEqual({ signatures: 2, messages: 0, tasks: 0 });
});

test('a question that was deleted can be put away by whoever finds it, and is no way to read another', async ({
  database: { ownerSql },
}) => {
  const client = await madeUpClient();
  const desk = await aStaffMember('front-desk');
  const taskId = newId();
  await ownerSql`insert into task (id, kind, client_id, about_id, due_at, created_at)
    values (${taskId}, 'question', ${client.id}, gen_random_uuid(), now(), now())`;
  expect(await waiting(desk, client.id, ownerSql)).toMatchObject([{ gone: true, about: null }]);
  expect(await settleFromClient(desk, taskId, null)).toEqual({ ok: true });
  expect(await waiting(desk, client.id, ownerSql)).toEqual([]);
  await ask(client, 'For clinicians');
  const [item] = await waiting(desk, client.id, ownerSql);
  expect(item).toMatchObject({ gone: false, about: null });
  expect(await settleFromClient(desk, item?.taskId ?? '', 'phone')).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
});

test('an empty, an unreadable and a far too long question are refused, each named', () => {
  expect(readQuestion(' \n ')).toEqual({ ok: false, reason: 'question-missing' });
  expect(readQuestion('a\0b')).toMatchObject({ ok: false, reason: 'not-readable' });
  expect(readQuestion('🙂'.repeat(LONGEST_QUESTION)).ok).toBe(true);
  expect(readQuestion('🙂'.repeat(LONGEST_QUESTION + 1))).toMatchObject({
    reason: 'too-long',
    values: { count: LONGEST_QUESTION + 1, most: LONGEST_QUESTION },
  });
  expect(readQuestion(' May I bring\r\nsomebody? ')).toEqual({ ok: true, text: 'May I bring\nsomebody?' });
});
