// What is owed follows the appointment, and what a client asks for is owed whether they have booked or not.
import { as } from '@/db/client';
import { appointment, task } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock, shiftClock } from '@/lib/env/clock';
import { costsOf } from '@/lib/estimates/costs-of-client';
import { estimateNotOwed } from '@/lib/estimates/estimate-not-owed';
import { requestEstimate } from '@/lib/estimates/request-estimate';
import { bookingFacts } from '@/lib/scheduling/booking-facts';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { cliniciansFor } from '@/lib/scheduling/clinicians';
import { estimateDueAt, estimateDueOnRequest } from '@/lib/scheduling/estimate-due';
import { moveAppointment } from '@/lib/scheduling/move-appointment';
import { openSlots } from '@/lib/scheduling/open-slots';
import { arrive } from '@/scripts/demo/live-through';
import { expect, test } from '../../support/database';
import { anIntake, type Intake, type Team, theTeam } from '../review/made-up-intakes';
import { give } from './made-up-estimates';

const DAY = 86_400_000;
let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});
test.afterEach(() => shiftClock(0));

const booked = (days: number) => anIntake({}, { upTo: 'booked', days });

async function dueFor(startsAt: Date): Promise<Date | null> {
  return estimateDueAt(await as(team.admin, clinicOf), clock.now(), startsAt);
}

async function move(intake: Intake, days: number): Promise<Date> {
  const from = new Date(clock.now().getTime() + days * DAY);
  const { slot, reference } = await as(intake.client, async (tx) => {
    const clinicians = await cliniciansFor(tx, await bookingFacts(tx, intake.client.id));
    const [row] = await tx.select().from(appointment);
    return { slot: (await openSlots(tx, clinicians, { from }))[0], reference: row?.reference ?? '' };
  });
  if (!slot) throw new Error('there is no free time');
  const to = { clinician: slot.clinician.reference, startsAt: slot.startsAt, zone: 'America/New_York' };
  expect(await moveAppointment(intake.client, reference, to)).toEqual({ ok: true });
  return slot.startsAt;
}

const openOf = async (intake: Intake) => (await costsOf(intake.client)).due;

test('moved nearer, it is due by the day that the new time asks for; moved away, it isn’t put off', async () => {
  const intake = await booked(20);
  const first = await openOf(intake);
  expect(first).not.toBeNull();
  const nearer = await dueFor(await move(intake, 7));
  expect(await openOf(intake)).toEqual(nearer);
  await move(intake, 22);
  expect(await openOf(intake), 'what was owed sooner stays owed sooner').toEqual(nearer);
});

test('moved to a time after one was given, a new one is owed, because it names the day', async () => {
  const intake = await booked(20);
  await give(team.frontDesk, intake.reference);
  expect(await openOf(intake)).toBeNull();
  const due = await dueFor(await move(intake, 22));
  expect(due).not.toBeNull();
  expect(await openOf(intake)).toEqual(due);
});

test('cancelled, nothing is owed for it; what the client asked for stays', async () => {
  const [cancelled, asking] = [await booked(20), await booked(20)];
  const cancel = async (intake: Intake) => {
    const [row] = await as(intake.client, (tx) => tx.select().from(appointment));
    expect(await cancelAppointment(intake.client, row?.reference ?? '')).toEqual({ ok: true });
  };
  await cancel(cancelled);
  expect(await openOf(cancelled)).toBeNull();
  await give(team.frontDesk, asking.reference);
  await requestEstimate(asking.client);
  await cancel(asking);
  expect(await openOf(asking)).not.toBeNull();
});

test('asked for, it is owed within three working days; asked twice it is owed once, and never later', async () => {
  const intake = await anIntake({}, { upTo: 'forms' });
  const due = estimateDueOnRequest(await as(team.admin, clinicOf), clock.now());
  expect(await requestEstimate(intake.client)).toEqual({ ok: true, dueAt: due });
  shiftClock(2 * DAY);
  expect(await requestEstimate(intake.client)).toEqual({ ok: true, dueAt: due });
  const open = await as(intake.client, (tx) => tx.select().from(task));
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ kind: 'estimate', dueAt: due, doneAt: null });
});

test('who has not said who they are yet is asked that first', async () => {
  const client = await arrive(`early-${Date.now()}@made-up.example`);
  expect(await requestEstimate(client)).toEqual({ ok: false, reason: 'answer-first' });
});

test('staff close what insurance pays for; what the client asked for is not theirs to close', async () => {
  const [insured, asking] = [await booked(20), await anIntake({}, { upTo: 'forms' })];
  expect(await estimateNotOwed(team.frontDesk, insured.reference)).toEqual({ ok: true });
  expect(await openOf(insured)).toBeNull();
  await requestEstimate(asking.client);
  expect(await estimateNotOwed(team.frontDesk, asking.reference)).toEqual({
    ok: false,
    reason: 'nothing-owed',
  });
  expect(await openOf(asking)).not.toBeNull();
});

test('of tasks a client sees and changes those alone that are their own doing, and signs none off as staff', async ({
  database: { ownerSql: sql },
}) => {
  const [mine, theirs] = [await booked(20), await booked(20)];
  await sql`insert into task (id, kind, client_id, due_at, created_at)
    values (gen_random_uuid(), 'notice-gave-up', ${mine.client.id}, now(), now())`;
  const seen = await as(mine.client, (tx) => tx.select().from(task));
  expect(seen.map(({ kind, clientId }) => [kind, clientId])).toEqual([['estimate', mine.client.id]]);
  await as(mine.client, (tx) => tx.update(task).set({ dueAt: new Date(0) }));
  expect((await openOf(theirs))?.getTime()).toBeGreaterThan(0);
  await expect(as(mine.client, (tx) => tx.update(task).set({ doneBy: team.admin.id }))).rejects.toThrow();
});
