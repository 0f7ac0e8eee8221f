// Whoever can't be taken on gets a letter and nothing else that waits for them; their time is free; and nobody is declined twice, half, or past a danger sign.
import { sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { type Actor, as } from '@/db/client';
import { brokenChains } from '@/lib/audit/verify';
import { bookForClient } from '@/lib/calendar/book-for-client';
import { referralPlaces } from '@/lib/clinic/save-referral-places';
import { newId } from '@/lib/env/ids';
import { saveAnswers } from '@/lib/forms/save-answers';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { sendNotice } from '@/lib/notices/send-notice';
import { homeOf } from '@/lib/onboarding/home';
import { journeyOf, nextStep } from '@/lib/onboarding/journey';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { askForMore } from '@/lib/review/ask-for-more';
import { beginReview } from '@/lib/review/begin-review';
import { reconsiderSubmission } from '@/lib/review/close-submission';
import { lettersOf } from '@/lib/review/decline-letter';
import { declineSubmission, stampOfTimes } from '@/lib/review/decline-submission';
import { fileToDecide } from '@/lib/review/file-to-decide';
import { readLetter, settleLetter } from '@/lib/review/read-letter';
import { readSubmission } from '@/lib/review/submission-file';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { bookingFacts } from '@/lib/scheduling/booking-facts';
import { bookedAhead } from '@/lib/scheduling/cancel-booked';
import { allClinicians, cliniciansFor } from '@/lib/scheduling/clinicians';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import { openSlots } from '@/lib/scheduling/open-slots';
import { askForTime } from '@/lib/scheduling/time-request';
import { answer } from '@/scripts/demo/live-through';
import { expect, test } from '../../support/database';
import { aJob } from '../../support/people';
import { mailsTo } from '../notices/made-up-post';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const TEXT = 'a marked letter, made up\n\nwith a second paragraph';

async function decline(actor: Staff, { reference, client }: Intake, places = 0, shown?: string) {
  const all = await as(team.lead, referralPlaces);
  const named = all.slice(0, places).map(({ id: _, ...place }) => place);
  const times = await as(team.lead, (tx) => bookedAhead(tx, client.id));
  return declineSubmission(actor, {
    ...{ reference, letter: { text: TEXT, places: named }, reason: 'not-our-field' },
    shown: shown ?? stampOfTimes(times),
  });
}

async function inReview(answers = {}, how = {}): Promise<Intake> {
  const intake = await anIntake(answers, how);
  await beginReview(team.clinician, intake.reference);
  return intake;
}

const statusOf = async (intake: Intake) =>
  (await readSubmission(team.lead, intake.reference))?.status ?? null;

/** Free times of those who could see them. */
const timesFor = (client: Intake['client']) =>
  as(client, async (tx) => openSlots(tx, await cliniciansFor(tx, await bookingFacts(tx, client.id))));

/** Every free time of everybody, by clinician and instant. */
const freeTimes = () =>
  as(aJob, async (tx) =>
    (await openSlots(tx, await allClinicians(tx))).map(
      ({ clinician, startsAt }) => `${clinician.id} ${startsAt.toISOString()}`,
    ),
  );

test('one press declines whole: the letter, the time, the list of who waits, the record', async ({
  database,
}) => {
  const intake = await inReview();
  const { client, reference } = intake;
  const booked = await as(client, (tx) => appointmentOf(tx, client.id));
  const time = `${booked?.clinicianId} ${booked?.startsAt.toISOString()}`;
  expect(await freeTimes()).not.toContain(time);
  expect(await decline(team.clinician, intake, 2)).toEqual({ ok: true });
  expect(await freeTimes()).toContain(time);
  expect(await as(client, (tx) => appointmentOf(tx, client.id))).toBeNull();

  const file = await readSubmission(team.clinician, reference);
  expect(file).toMatchObject({
    status: 'declined',
    mayBook: false,
    endings: [{ kind: 'referred', reason: 'not-our-field' }],
    letters: [{ text: TEXT, places: [{}, {}], readAt: null, appointment: { startsAt: booked?.startsAt } }],
  });
  const notices = await database.ownerSql`
    select kind from notice where account_id = ${client.id} and created_at > now() - interval '1 minute' order by id`;
  expect(notices.map(({ kind }) => kind).filter((kind) => /letter|cancelled/.test(kind))).toEqual([
    'letter-for-you',
  ]);
  const [line] = await database.ownerSql`
    select detail from audit_event where subject = ${client.id} and event = 'submission.declined'`;
  expect(JSON.parse(line?.detail)).toMatchObject({
    kind: 'referred',
    reason: 'not-our-field',
    places: 2,
    cancelled: 1,
  });
  expect(line?.detail).not.toContain('marked');
  expect(await as(aJob, (tx) => brokenChains(tx, client.id))).toEqual([]);
});

test('of ten who decline at once one does; it can’t be done twice, before a review, or after accepting', async ({
  database,
}) => {
  const fresh = await anIntake();
  expect(await decline(team.clinician, fresh)).toEqual({ ok: false, reason: 'not-now' });
  const accepted = await inReview();
  await acceptSubmission(team.clinician, accepted.reference);
  expect(await decline(team.clinician, accepted)).toEqual({ ok: false, reason: 'not-now' });

  const intake = await inReview();
  const results = await Promise.all(Array.from({ length: 10 }, () => decline(team.clinician, intake)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const [row] = await database.ownerSql`
    select (select count(*)::int from decline_letter where client_id = ${intake.client.id}) as letters,
      (select count(*)::int from submission_ending where client_id = ${intake.client.id}) as endings,
      (select count(*)::int from notice where account_id = ${intake.client.id} and kind = 'letter-for-you') as mails`;
  expect(row).toEqual({ letters: 1, endings: 1, mails: 1 });
});

test('nobody is declined past a red flag that nobody has seen', async () => {
  const intake = await inReview({ J2: 'yes' });
  expect(await decline(team.clinician, intake)).toEqual({ ok: false, reason: 'red-not-seen' });
  expect(await statusOf(intake)).toBe('in-review');
  for (const { id: flagId } of (await readSubmission(team.lead, intake.reference))?.flags ?? [])
    await acknowledgeFlag(team.clinician, { reference: intake.reference, flagId });
  expect(await decline(team.clinician, intake)).toEqual({ ok: true });
});

test('what the page said would be cancelled is what is cancelled, or nothing happens', async () => {
  const intake = await inReview();
  expect(await decline(team.clinician, intake, 0, '')).toEqual({ ok: false, reason: 'appointment-changed' });
  expect(await statusOf(intake)).toBe('in-review');
  expect(await as(intake.client, (tx) => appointmentOf(tx, intake.client.id))).not.toBeNull();
});

test('Z-06 front desk and an admin decline nobody and read no letter; another client reads none', async ({
  database,
}) => {
  const intake = await inReview();
  for (const actor of [team.frontDesk, team.admin])
    expect(await decline(actor, intake)).toEqual({ ok: false, reason: 'not-allowed' });
  await decline(team.clinician, intake, 1);
  const other = await anIntake();
  const seen = async (actor: Actor) => (await as(actor, (tx) => lettersOf(tx, intake.id))).length;
  expect(await Promise.all([team.frontDesk, team.admin, other.client].map(seen))).toEqual([0, 0, 0]);
  expect(await seen(intake.client)).toBe(1);
  expect(await readLetter(other.client)).toBeNull();
  expect((await readSubmission(team.frontDesk, intake.reference))?.letters).toEqual([]);
  const ofClient = await as(intake.client, (tx) => tx.execute(sql`select 1 from submission_ending`));
  expect(ofClient).toHaveLength(0);
  for (const statement of [
    sql`update decline_letter set content = 'changed'`,
    sql`delete from decline_letter`,
    sql`update submission_ending set reason = 'other'`,
    sql`delete from submission_ending`,
  ])
    for (const actor of [intake.client, team.clinician])
      await expect(as(actor, (tx) => tx.execute(statement))).rejects.toThrow();
  const [row] =
    await database.ownerSql`select content from decline_letter where client_id = ${intake.client.id}`;
  expect(row?.content).not.toContain('marked');
});

test('B-04 decline against book: whoever is first, no time stays booked for somebody declined', async ({
  database,
}) => {
  for (let round = 0; round < 6; round += 1) {
    const intake = await inReview();
    const { client } = intake;
    // They have given their time back, and choose another while they are being declined.
    await decline(team.clinician, intake, 0, 'nothing');
    await database.ownerSql`update clinician_time set active = false where id in (select time_id from appointment where client_id = ${client.id})`;
    await database.ownerSql`update appointment set status = 'cancelled' where client_id = ${client.id}`;
    const slot = (await timesFor(client))[round];
    if (!slot) throw new Error('there is no free time');
    const asked = { clinician: slot.clinician.reference, startsAt: slot.startsAt, formToken: newId() };
    const [declined, byClient, byStaff] = await Promise.all([
      decline(team.clinician, intake, 0, ''),
      bookAppointment(client, { ...asked, zone: 'America/New_York' }),
      bookForClient(team.frontDesk, { ...asked, formToken: newId(), reference: intake.reference }),
    ]);
    const status = await statusOf(intake);
    const booked = await as(client, (tx) => appointmentOf(tx, client.id));
    if (declined.ok) {
      expect([status, booked, byClient.ok, byStaff.ok]).toEqual(['declined', null, false, false]);
      expect(['ended', 'slot-taken']).toContain('reason' in byClient && byClient.reason);
    } else {
      expect(declined.reason).toBe('appointment-changed');
      expect(status).toBe('in-review');
      expect(booked).not.toBeNull();
    }
  }
});

test('afterwards no time can be had, nothing is left to do, and what they sent can be read and not changed', async () => {
  const intake = await inReview();
  const { client } = intake;
  await decline(team.clinician, intake, 1);
  const [slot] = await timesFor(client);
  const asked = { clinician: slot?.clinician.reference ?? '', startsAt: slot?.startsAt ?? new Date() };
  const booking = { ...asked, zone: 'America/New_York', formToken: newId() };
  expect(await bookAppointment(client, booking)).toEqual({ ok: false, reason: 'ended' });
  const wishes = {
    weekdays: [1],
    partsOfDay: ['morning' as const],
    with: null,
    zone: 'America/New_York',
    weeks: 4,
  };
  expect(await joinWaitlist(client, wishes)).toEqual({ ok: false, reason: 'ended' });
  expect(await askForTime(client)).toEqual({ ok: false, reason: 'ended' });

  const { facts, letter, changed } = await homeOf(client);
  expect([facts.ended, journeyOf(facts), nextStep(facts), changed]).toEqual(['declined', [], null, []]);
  expect(letter).toEqual({ read: false });
  const paths = ['/forms/4/1', '/forms/check/send', '/schedule', '/schedule/check', '/schedule/waiting'];
  for (const path of paths) expect(await pathBefore(client, path), path).toBe('/home?closed=yes');
  for (const path of ['/forms/check', '/forms/2/a4', '/home', '/documents/privacy'])
    expect(await pathBefore(client, path), path).toBeNull();
  const kept = await sectionsToCheck(client);
  expect([kept.sent, kept.ended, kept.sections.length > 5]).toEqual([true, true, true]);

  // No second set of forms is begun by a page that was still open; how they may be reached stays theirs to say.
  await expect(answer(client, { C1: 'made up, later' }, ['4'], { confirm: false })).rejects.toThrow(
    'already-sent',
  );
  const mornings = { one: () => 'mornings', all: () => ['mornings'] };
  const page = { section: '2', page: 'a5', posted: mornings, bases: new Map([['A5', 1]]) };
  expect(await saveAnswers(client, page)).toMatchObject({ ok: true });
  const rows = await as(client, (tx) => tx.execute(sql`select status from submission`));
  expect(rows).toEqual([{ status: 'declined' }]);
});

test('that they opened the letter is noted once, and staff see when', async ({ database }) => {
  const intake = await inReview();
  await decline(team.clinician, intake, 2);
  const letter = await readLetter(intake.client);
  expect(letter).toMatchObject({ text: TEXT, places: [{}, {}], country: 'US', readAt: null });
  await Promise.all([readLetter(intake.client), readLetter(intake.client)]);
  expect((await homeOf(intake.client)).letter).toEqual({ read: true });
  const [row] = await database.ownerSql`
    select count(*)::int as times from audit_event where subject = ${intake.client.id} and event = 'letter.read'`;
  expect(row?.times).toBe(1);
  const file = await readSubmission(team.clinician, intake.reference);
  expect(file?.letters[0]?.readAt).toBeInstanceOf(Date);
});

test('who was asked for more is asked no more', async () => {
  const intake = await inReview();
  const { reference, client } = intake;
  const asking = { reference, questions: ['C6'], text: 'made up', formToken: newId() };
  expect(await askForMore(team.clinician, asking)).toEqual({ ok: true });
  expect(await decline(team.clinician, intake)).toEqual({ ok: true });
  expect((await homeOf(client)).asked).toBeNull();
});

test('one mail tells of the letter and of the time, and names it only where nobody else reads along', async ({
  database,
}) => {
  for (const [inbox, names] of [
    ['only-me', true],
    ['others', false],
  ] as const) {
    const intake = await inReview({ A1: inbox, A4: 'email' }, { wantsMail: true });
    await decline(team.clinician, intake);
    const mail = await sentTo(intake, database.ownerSql);
    expect(mail?.subject).toBe('A message for you');
    expect(mail?.text).toContain('is cancelled and will not take place');
    expect(/\d{1,2}:\d\d/.test(mail?.text ?? '')).toBe(names);
    expect(mail?.text).not.toMatch(/marked|letter|declin|sorry/i);
  }
});

test('whom no mail may tell is told by somebody here, who says so once', async ({ database }) => {
  const intake = await inReview({ A4: 'site' });
  await decline(team.clinician, intake);
  expect(await sentTo(intake, database.ownerSql)).toBeUndefined();
  expect((await readSubmission(team.frontDesk, intake.reference))?.letterUntold).not.toBeNull();
  expect(await settleLetter(team.admin, intake.reference)).toEqual({ ok: false, reason: 'unknown' });
  expect(await settleLetter(team.frontDesk, intake.reference)).toEqual({ ok: true });
  expect(await settleLetter(team.clinician, intake.reference)).toEqual({ ok: true });
  expect((await readSubmission(team.frontDesk, intake.reference))?.letterUntold).toBeNull();
  const [row] = await database.ownerSql`
    select count(*)::int as times from audit_event where subject = ${intake.client.id} and event = 'task.settled'`;
  expect(row?.times).toBe(1);
});

test('whoever reads their letter needs nobody to tell them: the task ends by itself, or is never made', async ({
  database,
}) => {
  for (const readsFirst of [false, true]) {
    const intake = await inReview({ A4: 'site' });
    await decline(team.clinician, intake);
    if (readsFirst) await readLetter(intake.client);
    await sentTo(intake, database.ownerSql);
    const untold = async () => (await readSubmission(team.frontDesk, intake.reference))?.letterUntold ?? null;
    expect((await untold()) === null).toBe(readsFirst);
    await readLetter(intake.client);
    expect(await untold()).toBeNull();
    const ended = await database.ownerSql`
      select 1 from audit_event where subject = ${intake.client.id} and event = 'task.ended'`;
    expect(ended).toHaveLength(readsFirst ? 0 : 1);
  }
});

test('who is on the case only to meet them is told that they leave it with the appointment', async ({
  database,
}) => {
  const intake = await inReview();
  const { reference, client } = intake;
  const leaves = async (actor: Staff) => (await fileToDecide(actor, reference, 'decline'))?.leaves;
  const [met] = await as(team.lead, (tx) => bookedAhead(tx, client.id));
  if (!met) throw new Error('nothing is booked');
  const meets: Staff = { ...team.clinician, id: met.clinicianId };
  expect(await leaves(meets)).toBe(false);
  await database.ownerSql`update submission set assignee_id = ${team.lead.id} where reference = ${reference}`;
  expect([await leaves(meets), await leaves(team.lead)]).toEqual([true, false]);
  expect(await decline(meets, intake)).toEqual({ ok: true });
  expect(await fileToDecide(meets, reference, 'decline')).toBeNull();
});

test('the lead takes a decline back: the letter stays on file and holds no more', async () => {
  const intake = await inReview();
  await decline(team.clinician, intake);
  expect(await reconsiderSubmission(team.clinician, intake.reference)).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await reconsiderSubmission(team.lead, intake.reference)).toEqual({ ok: true });
  expect(await statusOf(intake)).toBe('in-review');
  expect(await readLetter(intake.client)).toBeNull();
  const { facts, letter } = await homeOf(intake.client);
  expect([facts.ended, letter, facts.sent]).toEqual([null, null, true]);
  expect((await readSubmission(team.clinician, intake.reference))?.letters).toHaveLength(1);
  expect(await decline(team.clinician, intake)).toEqual({ ok: true });
  expect((await readSubmission(team.clinician, intake.reference))?.letters).toHaveLength(2);
});

/** Sends what was queued for their letter, as the job would; the mail, if there was one. */
async function sentTo({ client, email }: Intake, owner: Sql) {
  const [queued] =
    await owner`select id from notice where account_id = ${client.id} and kind = 'letter-for-you'`;
  await sendNotice(queued?.id, mailboxPort);
  return (await mailsTo(email)).find(({ subject }) => subject === 'A message for you');
}
