// Closing ends somebody's way here with a reason and cancels nothing unseen; a mistake is undone; and whoever is given somebody is told.
import { as } from '@/db/client';
import { placesFrom, stampOfPlaces, webAddress } from '@/lib/clinic/referral-places';
import { referralPlacesNow, saveReferralPlaces } from '@/lib/clinic/save-referral-places';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { homeOf } from '@/lib/onboarding/home';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { assignSubmission } from '@/lib/review/assign-submission';
import { beginReview } from '@/lib/review/begin-review';
import { closeSubmission, reopenSubmission } from '@/lib/review/close-submission';
import { stampOfTimes } from '@/lib/review/decline-submission';
import { settleLetter } from '@/lib/review/read-letter';
import { readSubmission } from '@/lib/review/submission-file';
import { bookedAhead } from '@/lib/scheduling/cancel-booked';
import endings from '@/messages/en/endings.json' with { type: 'json' };
import { expect, test } from '../../support/database';
import { readingGrade } from '../../support/reading-grade';
import { anIntake, type Intake, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

async function accepted(answers = {}): Promise<Intake> {
  const intake = await anIntake(answers);
  await beginReview(team.clinician, intake.reference);
  await acceptSubmission(team.clinician, intake.reference);
  return intake;
}

const close = ({ reference }: Intake, cancels = '', actor = team.clinician) =>
  closeSubmission(actor, { reference, reason: 'finished', cancels });
const ahead = async ({ client }: Intake) => as(team.lead, (tx) => bookedAhead(tx, client.id));
const fileOf = ({ reference }: Intake) => readSubmission(team.lead, reference);

test('who was taken on is closed with a reason; an appointment ahead is cancelled only by saying so', async ({
  database,
}) => {
  const intake = await accepted();
  expect(await close(intake)).toEqual({ ok: false, reason: 'appointment-ahead' });
  expect(await close(intake, 'AAAAAAAAAA.0')).toEqual({ ok: false, reason: 'appointment-ahead' });
  expect(await ahead(intake)).toHaveLength(1);
  expect(await close(intake, stampOfTimes(await ahead(intake)))).toEqual({ ok: true });
  expect(await ahead(intake)).toEqual([]);
  expect(await fileOf(intake)).toMatchObject({
    status: 'closed',
    mayBook: false,
    endings: [{ kind: 'closed', reason: 'finished' }],
  });
  const mails = await database.ownerSql`
    select kind from notice where account_id = ${intake.client.id} and kind like 'appointment-%' order by id`;
  expect(mails.map(({ kind }) => kind)).toEqual(['appointment-booked', 'appointment-cancelled']);
  const { facts, letter } = await homeOf(intake.client);
  expect([facts.ended, letter]).toEqual(['closed', null]);
  expect(await close(intake)).toEqual({ ok: false, reason: 'not-now' });
});

test('whom no mail may tell that their appointment went with the closing is told by somebody here', async ({
  database,
}) => {
  const intake = await accepted({ A4: 'site' });
  const times = await ahead(intake);
  await close(intake, stampOfTimes(times));
  const [queued] = await database.ownerSql`
    select id from notice where account_id = ${intake.client.id} and kind = 'appointment-cancelled'`;
  await sendNotice(queued?.id, mailboxPort);
  expect((await readSubmission(team.frontDesk, intake.reference))?.letterUntold).toMatchObject({
    visitAt: times[0]?.startsAt,
  });
  expect(await settleLetter(team.frontDesk, intake.reference)).toEqual({ ok: true });
  expect((await fileOf(intake))?.letterUntold).toBeNull();
});

test('only who was taken on is closed, and only by clinicians', async () => {
  const intake = await anIntake();
  await beginReview(team.clinician, intake.reference);
  expect(await close(intake)).toEqual({ ok: false, reason: 'not-now' });
  for (const actor of [team.frontDesk, team.admin])
    expect(await close(intake, '', actor)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('opened again it stands where it stood: with whoever was answerable, or with nobody', async () => {
  for (const assigned of [true, false]) {
    const intake = await accepted();
    const { reference } = intake;
    if (assigned) await assignSubmission(team.lead, { reference, clinicianId: team.clinician.id });
    expect(await close(intake, stampOfTimes(await ahead(intake)))).toEqual({ ok: true });
    expect(await reopenSubmission(team.frontDesk, reference)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await reopenSubmission(team.clinician, reference)).toEqual({ ok: true });
    expect(await reopenSubmission(team.clinician, reference)).toEqual({ ok: false, reason: 'not-now' });
    expect((await fileOf(intake))?.status).toBe(assigned ? 'assigned' : 'accepted');
    expect((await homeOf(intake.client)).facts.ended).toBeNull();
  }
});

test('a review is given to one clinician, and later to another, each on the record and told once', async ({
  database,
}) => {
  const { reference, client, id } = await anIntake();
  const clinicians = await database.ownerSql`
    select id, roles from staff_member where roles @> array['clinician'] order by id`;
  const other = clinicians.find((each) => each.id !== team.clinician.id)?.id as string;
  const give = (clinicianId: string) => assignSubmission(team.lead, { reference, clinicianId });
  expect(await give(other)).toEqual({ ok: false, reason: 'not-now' });
  await beginReview(team.clinician, reference);
  expect(await give(team.frontDesk.id)).toEqual({ ok: false, reason: 'not-a-clinician' });
  expect(await give(other)).toEqual({ ok: true });
  expect(await give(other)).toEqual({ ok: true });
  expect(await readSubmission(team.lead, reference)).toMatchObject({
    status: 'in-review',
    assigneeId: other,
  });
  await acceptSubmission(team.lead, reference);
  expect(await give(other)).toEqual({ ok: true });
  expect(await give(team.clinician.id)).toEqual({ ok: true });
  const mine = { reference, clinicianId: team.clinician.id };
  expect(await assignSubmission(team.clinician, mine)).toEqual({ ok: true });

  const told = await database.ownerSql`
    select account_id from notice where kind = 'given-to-you' and about_id = ${id} order by id`;
  expect(told.map((row) => row.account_id)).toEqual([other, team.clinician.id]);
  const lines = await database.ownerSql`
    select event, detail from audit_event where subject = ${client.id}
      and event in ('submission.assigned', 'submission.reassigned') order by seq`;
  expect(lines.map(({ event, detail }) => [event, JSON.parse(detail).assignee])).toEqual([
    ['submission.reassigned', other],
    ['submission.assigned', other],
    ['submission.reassigned', team.clinician.id],
  ]);
});

test('the list of places is the lead’s and the admins’, and nobody saves over what they have not seen', async () => {
  const place = { name: 'Made-up Place', whatFor: 'made up', phone: '+1 212 555 0150', web: '', note: '' };
  const { places, stamp } = await referralPlacesNow(team.lead);
  for (const actor of [team.clinician, team.frontDesk])
    expect(await saveReferralPlaces(actor, { places: [place], stamp })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  expect(await saveReferralPlaces(team.lead, { places: [...places, place], stamp })).toEqual({ ok: true });
  expect(await saveReferralPlaces(team.admin, { places: [], stamp })).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  });
  const now = await referralPlacesNow(team.clinician);
  expect(now.places.map(({ name }) => name)).toEqual([...places.map(({ name }) => name), 'Made-up Place']);
  const back = { places, stamp: now.stamp };
  expect(await saveReferralPlaces(team.admin, back)).toEqual({ ok: true });
  expect((await referralPlacesNow(team.admin)).stamp).toBe(stampOfPlaces(places));
});

test('a place has a name and a way to reach it, and its address on the web can only be a plain one', () => {
  for (const [typed, shown] of [
    ['example.org', 'https://example.org'],
    ['https://example.org/a', 'https://example.org/a'],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['https://me:secret@example.org', null],
    ['https://localhost', null],
    ['no address', null],
    ['', ''],
  ] as const)
    expect(webAddress(typed), typed).toBe(shown);
  const typed = (fields: Record<string, string>) =>
    placesFrom({ one: (field) => fields[field] ?? '' }, 'place', 3);
  expect(typed({})).toEqual({ ok: true, places: [] });
  expect(typed({ 'place-2-name': 'Made up' })).toMatchObject({
    errors: [{ field: 'place-2-phone', reason: 'reach-missing', values: { row: 2 } }],
  });
  expect(typed({ 'place-1-phone': '+1 212 555 0150' })).toMatchObject({
    errors: [{ field: 'place-1-name', reason: 'name-missing' }],
  });
  expect(typed({ 'place-1-name': 'Made\u0000up', 'place-1-phone': '1' })).toMatchObject({
    errors: [{ reason: 'not-readable' }],
  });
});

test('the letters that can be begun from are easy to read, blame nobody, and name neither field nor illness', () => {
  for (const [name, letter] of Object.entries(endings.decline.letters)) {
    expect(readingGrade(letter), name).toBeLessThanOrEqual(8);
    expect(letter, name).not.toMatch(
      /declin|reject|refus|unsuitab|inappropriate|unfortunate|sex|therap|mental/i,
    );
  }
});
