// What staff decide goes by the table, is on the record, and cannot be had by asking differently.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { brokenChains } from '@/lib/audit/verify';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { assignSubmission } from '@/lib/review/assign-submission';
import { beginReview } from '@/lib/review/begin-review';
import { changeStatus } from '@/lib/review/change-status';
import { closeFlag } from '@/lib/review/close-flag';
import { type Status, TRANSITIONS } from '@/lib/review/status';
import { readSubmission } from '@/lib/review/submission-file';
import { expect, test } from '../../support/database';
import { aJob } from '../../support/people';
import { anIntake, type Team, theTeam } from './made-up-intakes';

// A clinic of its own: what is made up here is in no other test's way.

let team: Team;

test.beforeAll(async () => {
  team = await theTeam();
});

test('accepting comes after a review, writes who did it, and stands', async ({ database }) => {
  const { reference, client } = await anIntake();
  expect(await acceptSubmission(team.clinician, reference)).toEqual({ ok: false, reason: 'not-now' });
  expect(await beginReview(team.clinician, reference)).toEqual({ ok: true });
  expect(await beginReview(team.clinician, reference)).toEqual({ ok: false, reason: 'not-now' });
  expect(await acceptSubmission(team.lead, reference)).toEqual({ ok: true });
  const rows = await database.ownerSql`
    select event, actor_kind, actor_id, detail from audit_event
    where subject = ${client.id} and event like 'submission.%' order by seq`;
  expect(rows.map(({ event }) => event)).toEqual([
    'submission.begun',
    'submission.sent',
    'submission.review-begun',
    'submission.accepted',
  ]);
  expect(rows.at(-1)).toMatchObject({ actor_kind: 'staff', actor_id: team.lead.id });
  expect(JSON.parse(rows.at(-1)?.detail)).toMatchObject({ from: 'in-review', to: 'accepted' });
  expect(await as(aJob, (tx) => brokenChains(tx, client.id))).toEqual([]);
});

test('Z-06 a role that may not, an id that is another’s and a status that is made up change nothing', async ({
  database,
}) => {
  const { reference, client, id } = await anIntake();
  for (const actor of [team.frontDesk, team.admin]) {
    expect(await beginReview(actor, reference)).toEqual({ ok: false, reason: 'not-allowed' });
  }
  const asClient = (verb: 'begin-review' | 'accept') =>
    as(client, (tx) => changeStatus(tx, client, id, verb));
  expect(await asClient('begin-review')).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await asClient('accept')).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await as(client, (tx) => changeStatus(tx, client, id, 'send'))).toEqual({
    ok: false,
    reason: 'not-now',
  });
  const stranger = await anIntake({}, { upTo: 'booked' });
  const foreign = await as(client, (tx) => changeStatus(tx, client, stranger.id, 'send'));
  expect(foreign).toEqual({ ok: false, reason: 'not-now' });
  const rows =
    await database.ownerSql`select status from submission where id in ${database.ownerSql([id, stranger.id])}`;
  expect(rows.map(({ status }) => status).sort()).toEqual(['draft', 'submitted']);
});

test('Z-06 the database itself keeps to the table, whoever asks and whatever the code does', async ({
  database,
}) => {
  const rows = await database.ownerSql`select * from foyer.status_changes()`;
  const whose = (who: (typeof TRANSITIONS)[number]['who']) =>
    who === 'client' ? who : who.length === 1 ? who[0] : 'clinical';
  const written = TRANSITIONS.map(({ from, to, who }) => [from, to, whose(who)]);
  expect(rows.map((row) => [row.from_status, row.to_status, row.who])).toEqual(written);

  const { client, id } = await anIntake();
  const become = (actor: Actor, status: Status) =>
    as(actor, (tx) => tx.update(submission).set({ status }).where(eq(submission.id, id)));
  for (const [actor, status] of [
    [client, 'accepted'],
    [client, 'draft'],
    [team.clinician, 'accepted'],
    [team.frontDesk, 'in-review'],
    [{ kind: 'job', name: 'made-up' }, 'in-review'],
  ] as const) {
    await expect(become(actor, status), `${actor.kind} → ${status}`).rejects.toThrow();
  }
  await become(team.clinician, 'in-review');
});

test('nobody is accepted past a red flag that was not seen; an amber one waits for the session', async ({
  database,
}) => {
  const { reference, id } = await anIntake({ J2: 'yes', J3: 'past-3-months', J1: 'not-sure' });
  await beginReview(team.clinician, reference);
  const flags = (await readSubmission(team.clinician, reference))?.flags ?? [];
  const red = flags.filter(({ level }) => level !== 'amber');
  expect([red.length, flags.length]).toEqual([2, 3]);
  for (const { id: flagId } of red) {
    expect(await acceptSubmission(team.lead, reference)).toEqual({ ok: false, reason: 'red-not-seen' });
    await acknowledgeFlag(team.clinician, { reference, flagId });
  }
  const [before] = await database.ownerSql`select status from submission where id = ${id}`;
  expect(before?.status).toBe('in-review');
  expect(await acceptSubmission(team.lead, reference)).toEqual({ ok: true });
});

test('of ten who accept at once, one does', async ({ database }) => {
  const { reference, client } = await anIntake();
  await beginReview(team.clinician, reference);
  const results = await Promise.all(
    Array.from({ length: 10 }, () => acceptSubmission(team.clinician, reference)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const [row] = await database.ownerSql`
    select count(*)::int as lines from audit_event where subject = ${client.id} and event = 'submission.accepted'`;
  expect(row?.lines).toBe(1);
});

test('somebody accepted is given to a clinician, and to nobody else', async () => {
  const { reference } = await anIntake();
  await beginReview(team.clinician, reference);
  await acceptSubmission(team.clinician, reference);
  const give = (clinicianId: string) => assignSubmission(team.lead, { reference, clinicianId });
  expect(await give(team.frontDesk.id)).toEqual({ ok: false, reason: 'not-a-clinician' });
  expect(await give(team.clinician.id)).toEqual({ ok: true });
  const file = await readSubmission(team.lead, reference);
  expect(file).toMatchObject({ status: 'assigned', assignee: 'Rowan Placeholder (made up)' });
});

test('a flag is acknowledged once, closes only with an outcome and its words, and its note is sealed', async ({
  database,
}) => {
  const { reference, client } = await anIntake({ J1: 'no' });
  const flagId = (await readSubmission(team.clinician, reference))?.flags[0]?.id ?? '';
  const asked = { reference, flagId };
  const close = (outcome: 'spoke' | 'not-a-risk', note: string) =>
    closeFlag(team.clinician, { ...asked, outcome, note });

  expect(await close('spoke', '')).toEqual({ ok: false, reason: 'not-acknowledged' });
  const both = [acknowledgeFlag(team.clinician, asked), acknowledgeFlag(team.lead, asked)];
  expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
  expect(await close('not-a-risk', '  ')).toEqual({ ok: false, reason: 'note-missing' });
  expect(await close('not-a-risk', 'x'.repeat(2001))).toEqual({ ok: false, reason: 'note-too-long' });
  expect(await close('not-a-risk', 'a marked note, made up')).toEqual({ ok: true });
  expect(await close('spoke', '')).toEqual({ ok: false, reason: 'already-closed' });

  const rows =
    await database.ownerSql`select kind, note from flag_event where flag_id = ${flagId} order by at, id`;
  expect(rows.map(({ kind }) => kind)).toEqual(['acknowledged', 'not-a-risk']);
  expect(rows[1]?.note).not.toContain('marked');
  const file = await readSubmission(team.lead, reference);
  expect(file?.flags[0]?.closed).toMatchObject({ outcome: 'not-a-risk', note: 'a marked note, made up' });
  const [lines] = await database.ownerSql`
    select count(*)::int as lines from audit_event where subject = ${client.id}
    and event in ('flag.acknowledged', 'flag.closed')`;
  expect(lines?.lines).toBe(2);
});

test('a flag of one submission is not to be had through another’s reference', async () => {
  const [one, other] = [await anIntake({ J1: 'no' }), await anIntake()];
  const flagId = (await readSubmission(team.clinician, one.reference))?.flags[0]?.id ?? '';
  expect(await acknowledgeFlag(team.clinician, { reference: other.reference, flagId })).toEqual({
    ok: false,
    reason: 'unknown',
  });
});
