// What somebody writes is about themselves, by Postgres too: who is told, what falls to staff, whose answers, whose appointment, whose record.
import { sql } from 'drizzle-orm';
import { type Actor, as, visitor } from '@/db/client';
import { newId } from '@/lib/env/ids';
import { expect, test } from '@/tests/support/database';
import { anIntake, type Team, theTeam } from '../review/made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const FORBIDDEN = { code: '42501' };
const run = (actor: Actor, text: ReturnType<typeof sql>) => as(actor, (tx) => tx.execute(text));

test('a client tells nobody but themselves, and staff of a danger sign of their own', async ({
  database: { ownerSql },
}) => {
  const [mine, other] = [await anIntake(), await anIntake({}, { upTo: 'forms' })];
  const [sign] =
    await ownerSql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at)
    values (${newId()}, ${mine.id}, ${mine.client.id}, 'sealed', 'red', 'J1', now()) returning id`;
  const tell = (kind: string, whom: string | null, about: string = newId(), actor: Actor = mine.client) =>
    run(
      actor,
      sql`insert into notice (id, kind, account_id, about_id, state, created_at)
      values (${newId()}, ${kind}, ${whom}, ${about}, 'queued', now())`,
    );
  await tell('appointment-booked', mine.client.id);
  await tell('flag-raised', team.lead.id, sign?.id);
  await tell('flag-raised', null, sign?.id);
  for (const [kind, whom, about] of [
    ['appointment-booked', other.client.id],
    ['sign-in-changed', other.client.id],
    ['saved-draft', null],
    ['team-changed', team.admin.id],
    ['staff-invited', mine.client.id],
    ['flag-raised', team.lead.id],
    ['flag-raised', other.client.id, sign?.id],
  ] as const)
    await expect(tell(kind, whom, about), `${kind} ${whom}`).rejects.toMatchObject(FORBIDDEN);
  await expect(
    tell('sign-in-changed', mine.client.id, newId(), { kind: 'first-step', id: mine.client.id }),
  ).rejects.toMatchObject(FORBIDDEN);
  await expect(tell('flag-late', team.lead.id, newId(), visitor)).rejects.toMatchObject(FORBIDDEN);
  await expect(
    tell('appointment-booked', mine.client.id, newId(), { ...team.lead, roles: [] }),
  ).rejects.toMatchObject(FORBIDDEN);
});

test('a client sets staff to nothing about another, and writes in no record but their own', async () => {
  const [mine, other] = [await anIntake({}, { upTo: 'forms' }), await anIntake({}, { upTo: 'forms' })];
  const task = (whom: string | null, done = sql`null`) =>
    run(
      mine.client,
      sql`insert into task (id, kind, client_id, due_at, created_at, done_at)
      values (${newId()}, 'time-wanted', ${whom}, now(), now(), ${done})`,
    );
  await task(mine.client.id);
  for (const whom of [other.client.id, null]) await expect(task(whom)).rejects.toMatchObject(FORBIDDEN);
  await expect(task(mine.client.id, sql`now()`)).rejects.toMatchObject(FORBIDDEN);
  await expect(
    run(
      visitor,
      sql`insert into task (id, kind, due_at, created_at) values (${newId()}, 'question', now(), now())`,
    ),
  ).rejects.toMatchObject(FORBIDDEN);
  const note = (subject: string) =>
    run(
      mine.client,
      sql`insert into audit_event (id, subject, at, event, detail)
      values (${newId()}, ${subject}, now(), 'appointment.booked', '{}')`,
    );
  await note(mine.client.id);
  for (const subject of [other.client.id, team.lead.id, 'clinic'])
    await expect(note(subject)).rejects.toMatchObject(FORBIDDEN);
});

test('an answer, a danger sign and a checked section stand in one’s own forms', async () => {
  const [mine, other] = [await anIntake({}, { upTo: 'forms' }), await anIntake({}, { upTo: 'forms' })];
  const put = (submission: string) => [
    sql`insert into answer (id, submission_id, client_id, question, revision, definition_version, locale, audience, value, answered_at)
      values (${newId()}, ${submission}, ${mine.client.id}, 'C1', 99, 'made up', 'en', 'clinical', 'sealed', now())`,
    sql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at)
      values (${newId()}, ${submission}, ${mine.client.id}, 'sealed', 'red', 'J1', now())`,
    sql`insert into section_confirmation (submission_id, client_id, section, confirmed_at)
      values (${submission}, ${mine.client.id}, '99', now())`,
  ];
  for (const text of put(other.id)) await expect(run(mine.client, text)).rejects.toMatchObject(FORBIDDEN);
  for (const text of put(mine.id)) await run(mine.client, text);
});

test('a client says of their appointment neither that they came nor that it is booked again; and it takes its clinician’s time', async ({
  database: { ownerSql },
}) => {
  const [mine, other] = [await anIntake(), await anIntake()];
  const set = (text: string) => run(mine.client, sql.raw(`update appointment set ${text}`));
  const [theirs] = await ownerSql`select time_id from appointment where client_id = ${other.client.id}`;
  for (const text of ["status = 'attended'", "status = 'missed'"])
    await expect(set(text), text).rejects.toMatchObject(FORBIDDEN);
  await expect(set(`clinician_id = '${team.lead.id}'`)).rejects.toThrow();
  await expect(set(`time_id = '${theirs?.time_id}'`)).rejects.toThrow();
  await set("status = 'cancelled'");
  await expect(set("status = 'booked'")).rejects.toMatchObject(FORBIDDEN);
});

test('when forms were sent, and in which version, nobody says afterwards', async () => {
  const { client, id } = await anIntake();
  for (const actor of [client, team.frontDesk, team.lead])
    for (const set of ["submitted_at = now() - interval '1 year'", "definition_version = 'another'"])
      await expect(
        run(actor, sql.raw(`update submission set ${set} where id = '${id}'`)),
        set,
      ).rejects.toMatchObject(FORBIDDEN);
});

test('what is done about a danger sign stands on its own client, in its order, by whoever reads it, and ends with its outcome', async ({
  database: { ownerSql },
}) => {
  const [mine, other] = [await anIntake(), await anIntake()];
  await ownerSql`update submission set assignee_id = ${team.lead.id} where id = ${mine.id}`;
  await ownerSql`update appointment set status = 'cancelled' where client_id = ${mine.client.id}`;
  const [sign] =
    await ownerSql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at)
    values (${newId()}, ${mine.id}, ${mine.client.id}, 'sealed', 'amber', 'J1', now()) returning id`;
  const add = (
    actor: Actor & { id: string },
    kind: string,
    { whose = mine.client.id, at = sql`now()` } = {},
  ) =>
    run(
      actor,
      sql`insert into flag_event (id, flag_id, client_id, kind, by_id, at)
      values (${newId()}, ${sign?.id}, ${whose}, ${kind}, ${actor.id}, ${at})`,
    );
  const refused = (...asked: Parameters<typeof add>) =>
    expect(add(...asked)).rejects.toMatchObject(FORBIDDEN);
  for (const kind of ['attempt', 'taken-over', 'not-a-risk']) await refused(team.lead, kind);
  await refused(team.lead, 'acknowledged', { whose: other.client.id });
  await refused(team.lead, 'acknowledged', { at: sql`now() - interval '1 day'` });
  await add(team.lead, 'acknowledged');
  for (const kind of ['attempt', 'not-a-risk']) await refused(team.clinician, kind);
  await add(team.clinician, 'taken-over');
  await add(team.clinician, 'attempt');
  await add(team.clinician, 'not-a-risk');
  for (const kind of ['taken-over', 'attempt', 'referred']) await refused(team.lead, kind);
});

test('what is asked for stands on the forms of whom it is asked', async () => {
  const [mine, other] = [await anIntake(), await anIntake()];
  await expect(
    run(
      team.lead,
      sql`insert into information_request (id, submission_id, client_id, asked_by, asked_at, questions, message, form_token)
        values (${newId()}, ${mine.id}, ${other.client.id}, ${team.lead.id}, now(), '{}', 'sealed', ${newId()})`,
    ),
  ).rejects.toMatchObject(FORBIDDEN);
});
