// A Good Faith Estimate holds what the law asks for, exact to the cent; it is given once, whole, sealed, and never changed.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { appointment, clinicSetting, estimate, estimateDiagnosis, notice } from '@/db/schema';
import { brokenChains } from '@/lib/audit/verify';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { costsOf } from '@/lib/estimates/costs-of-client';
import { previewEstimate, readEstimates } from '@/lib/estimates/estimate-file';
import { giveEstimate } from '@/lib/estimates/give-estimate';
import { ownEstimates } from '@/lib/estimates/given-estimates';
import { listEstimates } from '@/lib/estimates/open-estimates';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { withoutLots } from '../../support/by-lot';
import { expect, test } from '../../support/database';
import { anIntake, type Intake, type Team, theTeam } from '../review/made-up-intakes';
import { expecting, give } from './made-up-estimates';

// A clinic of its own: its settings are changed here.

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const booked = (answers = {}) => anIntake(answers, { upTo: 'booked', days: 20 });

async function withClinic(changes: object, work: () => Promise<void>) {
  const before = await as(team.admin, clinicOf);
  const set = (data: object) =>
    as(team.admin, (tx) => tx.update(clinicSetting).set({ data, changedAt: clock.now() }));
  await set({ ...before, ...changes });
  try {
    await work();
  } finally {
    await set(before);
  }
}

const refusal = async (intake: Intake, changes = {}) => {
  const input = await expecting(team.frontDesk, intake.reference, changes);
  const [seen, given] = [
    await previewEstimate(team.frontDesk, intake.reference, input),
    await giveEstimate(team.frontDesk, { reference: intake.reference, input, shown: '' }),
  ];
  expect(seen).toEqual(given);
  return given.ok ? null : given.reason;
};

test('it says who, from whom, where, what and how much, before the forms are even sent', async () => {
  const intake = await booked({ B2: 'Legal Marked Name (made up)' });
  expect(await give(team.frontDesk, intake.reference)).toEqual({ ok: true, number: 1 });
  const [own] = await ownEstimates(intake.client);
  const clinic = await as(team.admin, clinicOf);
  const [meeting] = await as(intake.client, (tx) => tx.select().from(appointment));
  expect(own).toMatchObject({ number: 1, holds: true, diagnosis: null });
  expect(own?.contents).toMatchObject({
    client: { name: 'Legal Marked Name (made up)', bornOn: '1988-05-17' },
    practice: { name: clinic.name, npi: clinic.npi, taxId: clinic.taxId, address: clinic.address },
    provider: { name: 'Rowan Placeholder (made up)', credential: 'PhD, licensed psychologist' },
    place: { format: 'video', state: 'New York, United States' },
    booked: { startsAt: meeting?.startsAt.toISOString(), zone: 'America/New_York' },
    period: { months: 12, frequency: 'fortnightly' },
    lines: [
      { service: 'First session', code: '90791', minutes: 50, quantity: 1, cents: 22_000, total: 22_000 },
      { service: 'Session', code: '90834', minutes: 50, quantity: 11, cents: 18_000, total: 198_000 },
    ],
    currency: 'USD',
    total: 220_000,
  });
});

test('what the law has it say is in it: separate services above their list, only an estimate, no contract, the dispute', async () => {
  const intake = await booked();
  await give(team.frontDesk, intake.reference);
  const [own] = await ownEstimates(intake.client);
  const said = JSON.stringify(own?.contents?.statements);
  for (const part of [
    'only an estimate',
    'not a contract',
    'suggest other services',
    'an estimate of their own',
    '$400 or more',
    'right to dispute',
    'www.cms.gov/nosurprises',
    '1-800-985-3059',
    'never makes the care you get any worse',
  ])
    expect(said).toContain(part);
  const apart = own?.contents?.statements[1]?.points ?? [];
  expect(apart[0], 'the explanation stands directly above the list').toContain('estimate of their own');
  expect(apart[1]).toBe('We expect none at the moment.');
});

test('giving it does what was owed, tells the client without a word of it, and is on the record', async ({
  database: { ownerSql: sql },
}) => {
  const intake = await booked();
  expect((await costsOf(intake.client)).due).not.toBeNull();
  await give(team.frontDesk, intake.reference);
  expect((await costsOf(intake.client)).due).toBeNull();
  const tasks = await sql`select done_by from task where client_id = ${intake.client.id}`;
  expect([...tasks]).toEqual([{ done_by: team.frontDesk.id }]);
  const told = await as(intake.client, (tx) =>
    tx.select({ kind: notice.kind }).from(notice).where(eq(notice.accountId, intake.client.id)),
  );
  expect(told.filter(({ kind }) => kind === 'estimate-given')).toHaveLength(1);
  const [line] = await sql`
    select actor_id, detail from audit_event where subject = ${intake.client.id} and event = 'estimate.given'`;
  expect(line?.actor_id).toBe(team.frontDesk.id);
  expect(withoutLots(line?.detail)).not.toMatch(/90791|22000|Rowan/);
  expect(await as({ kind: 'job', name: 'test' }, brokenChains)).toEqual([]);
});

test('pressed twice, or by two at once, it is given once', async () => {
  const intake = await booked();
  const input = await expecting(team.frontDesk, intake.reference);
  const seen = await previewEstimate(team.frontDesk, intake.reference, input);
  const giving = { reference: intake.reference, input, shown: seen?.ok ? seen.shown : '' };
  const gave = await Promise.all(
    [team.frontDesk, team.clinician, team.frontDesk].map((staff) => giveEstimate(staff, giving)),
  );
  expect(gave.filter(({ ok }) => ok)).toHaveLength(1);
  expect(gave.filter(({ ok }) => !ok)).toEqual(Array(2).fill({ ok: false, reason: 'already-given' }));
  expect(await ownEstimates(intake.client)).toHaveLength(1);
});

test('a newer one counts, and the one before stays as it was', async () => {
  const intake = await booked();
  await give(team.frontDesk, intake.reference);
  const [before] = await ownEstimates(intake.client);
  const second = await give(team.clinician, intake.reference, { months: 3, frequency: 'weekly' });
  expect(second).toEqual({ ok: true, number: 2 });
  const both = await ownEstimates(intake.client);
  expect(both.map(({ number }) => number)).toEqual([2, 1]);
  expect(both[1]).toEqual(before);
  expect(both[0]?.contents?.client, 'known from the one before, though no answer is read any more').toEqual(
    before?.contents?.client,
  );
});

test('it is refused without a fee schedule, without an NPI or a tax id, and outside the United States', async () => {
  const intake = await booked();
  await withClinic({ fees: [] }, async () => expect(await refusal(intake)).toBe('no-fees'));
  await withClinic({ npi: '' }, async () => expect(await refusal(intake)).toBe('no-ids'));
  await withClinic({ taxId: '' }, async () => expect(await refusal(intake)).toBe('no-ids'));
  await withClinic({ country: 'GB' }, async () => expect(await refusal(intake)).toBe('not-in-the-us'));
  expect(await ownEstimates(intake.client)).toEqual([]);
});

test('what has changed since it was looked at is looked at again: fees, the appointment, the clinic’s address', async () => {
  const intake = await booked();
  const input = await expecting(team.frontDesk, intake.reference);
  const seen = await previewEstimate(team.frontDesk, intake.reference, input);
  const giving = { reference: intake.reference, input, shown: seen?.ok ? seen.shown : '' };
  const reason = async () => {
    const given = await giveEstimate(team.frontDesk, giving);
    return given.ok ? null : given.reason;
  };
  await withClinic({ address: '2 Elsewhere (made up)' }, async () =>
    expect(await reason()).toBe('changed-meanwhile'),
  );
  await withClinic({ currency: 'CAD' }, async () => expect(await reason()).toBe('fees-changed'));
  const [meeting] = await as(intake.client, (tx) => tx.select().from(appointment));
  expect(await cancelAppointment(intake.client, meeting?.reference ?? '')).toEqual({ ok: true });
  expect(await readEstimates(team.frontDesk, intake.reference), 'nothing is owed any more').toBeNull();
  expect(await reason()).toBe('unknown');
  expect(await ownEstimates(intake.client)).toEqual([]);
});

test('once the appointment is gone, what was made for it isn’t given: staff say whom they would see', async () => {
  const intake = await anIntake({}, { days: 20 });
  const input = await expecting(team.frontDesk, intake.reference);
  const [meeting] = await as(intake.client, (tx) => tx.select().from(appointment));
  await cancelAppointment(intake.client, meeting?.reference ?? '');
  const given = await giveEstimate(team.frontDesk, { reference: intake.reference, input, shown: '' });
  expect(given).toEqual({ ok: false, reason: 'appointment-gone' });
  expect(await refusal(intake)).toBe('no-clinician');
  const file = await readEstimates(team.frontDesk, intake.reference);
  const clinician = file?.clinicians[0]?.reference ?? '';
  expect(await give(team.frontDesk, intake.reference, { clinician })).toEqual({ ok: true, number: 1 });
  const [own] = await ownEstimates(intake.client);
  expect(own?.contents).toMatchObject({ booked: null, provider: { name: file?.clinicians[0]?.name } });
});

test('front desk neither writes nor reads a diagnosis code, whatever is asked; its client does', async () => {
  const intake = await booked();
  expect(await give(team.frontDesk, intake.reference, { diagnosis: 'F43.23' })).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await give(team.clinician, intake.reference, { diagnosis: 'F43.23' })).toMatchObject({ ok: true });
  const codeFor = async (staff: Team[keyof Team]) =>
    (await readEstimates(staff, intake.reference))?.given[0]?.diagnosis;
  expect([await codeFor(team.clinician), await codeFor(team.lead)]).toEqual(['F43.23', 'F43.23']);
  expect([await codeFor(team.frontDesk), await codeFor(team.admin)]).toEqual([null, null]);
  for (const staff of [team.frontDesk, team.admin])
    expect(await as(staff, (tx) => tx.select().from(estimateDiagnosis))).toEqual([]);
  const [own] = await ownEstimates(intake.client);
  expect(own).toMatchObject({ diagnosis: 'F43.23', holds: true });
  expect(JSON.stringify(own?.contents)).not.toContain('F43.');
});

test('Z-01 nobody reads another’s estimate, and nobody gives one to themselves', async () => {
  const [mine, theirs] = [await booked(), await booked()];
  await give(team.clinician, theirs.reference, { diagnosis: 'F43.23' });
  const seen = await as(mine.client, async (tx) => [
    ...(await tx.select().from(estimate)),
    ...(await tx.select().from(estimateDiagnosis)),
  ]);
  expect(seen).toEqual([]);
  expect(await ownEstimates(mine.client)).toEqual([]);
  const [row] = await as(theirs.client, (tx) => tx.select().from(estimate));
  if (!row) throw new Error('it was given');
  const forged = { ...row, id: mine.id, clientId: mine.client.id };
  await expect(as(mine.client, (tx) => tx.insert(estimate).values(forged))).rejects.toThrow();
  // Nor may staff give one in somebody else's name.
  await expect(as(team.frontDesk, (tx) => tx.insert(estimate).values(forged))).rejects.toThrow();
});

test('Z-08 what was given is never changed or taken away, and a figure changed behind the app’s back is found', async ({
  database: { appSql, superuserSql },
}) => {
  const [intake, other] = [await booked(), await booked()];
  await give(team.frontDesk, intake.reference);
  await give(team.frontDesk, other.reference);
  for (const sql of ['update estimate set number = 9', 'delete from estimate', 'truncate estimate cascade'])
    await expect(appSql.unsafe(sql), sql).rejects.toThrow();
  await expect(
    as(team.admin, (tx) => tx.update(estimate).set({ number: 9 }).where(eq(estimate.number, 1))),
  ).rejects.toThrow();
  // With every guard of the database taken away.
  await superuserSql.begin(async (sql) => {
    await sql`alter table estimate disable trigger all`;
    await sql`update estimate set record = replace(record, '"number":1', '"number":2'), number = 2
      where client_id = ${intake.client.id}`;
    await sql`update estimate set contents = (select contents from estimate where client_id = ${intake.client.id})
      where client_id = ${other.client.id}`;
    await sql`alter table estimate enable trigger all`;
  });
  expect((await ownEstimates(intake.client))[0]?.holds).toBe(false);
  expect((await ownEstimates(other.client))[0]).toMatchObject({ holds: false, contents: null });
});

/** What staff who keep the diary read of somebody who is booked, whether an estimate is owed or not. */
const DIARY = /^(A\d+(-\w+)?|B1|B7|B10|C8|format)$/;

test('of a draft staff read what an estimate needs while one is owed, and nothing more before or after', async ({
  database: { ownerSql: sql },
}) => {
  const intake = await booked({ C1: 'a marked answer, made up' });
  const asked = async () =>
    as(team.frontDesk, async (tx) => {
      const rows = await tx.execute<{ question: string }>(
        `select distinct question from answer where submission_id = '${intake.id}' order by question`,
      );
      return [...rows].map(({ question }) => question).filter((question) => !DIARY.test(question));
    });
  expect(await asked()).toEqual(['B3']);
  await give(team.frontDesk, intake.reference);
  expect(await asked()).toEqual([]);
  const [reads] = await sql`
    select count(*)::int as n from audit_event
    where subject = ${intake.client.id} and event = 'estimate.read' and actor_id = ${team.frontDesk.id}`;
  expect(reads?.n, 'each time they looked').toBe(2);
});

test('a reference that is nobody’s, and one of somebody who is owed nothing yet, are the same nothing', async () => {
  const early = await anIntake({}, { upTo: 'forms' });
  for (const reference of [early.reference, '0000000000', "'; --", ''])
    expect(await readEstimates(team.frontDesk, reference)).toBeNull();
});

test('the list has the first due first, with the name that will stand on it, and those given lately', async () => {
  const [owed, given] = [
    await booked({ B2: 'Zz Listed (made up)' }),
    await booked({ B2: 'Zz Given (made up)' }),
  ];
  await give(team.clinician, given.reference, { diagnosis: 'F43.23' });
  const lists = await listEstimates(team.frontDesk);
  const dues = lists.open.map(({ dueAt }) => dueAt.getTime());
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
  expect(lists.open.find(({ reference }) => reference === owed.reference)).toMatchObject({
    name: 'Zz Listed (made up)',
    late: false,
    asked: false,
    clinician: 'Rowan Placeholder (made up)',
  });
  expect(lists.open.some(({ reference }) => reference === given.reference)).toBe(false);
  expect(lists.given[0]).toMatchObject({ name: 'Zz Given (made up)', total: { cents: 220_000 } });
  expect(JSON.stringify(lists)).not.toContain('F43.');
});

test('P-01 no row holds a name, a date of birth or a figure of it in plain text', async ({
  database: { superuserSql },
}) => {
  const intake = await booked({ B2: 'Quetzal Estimate (made up)' });
  await give(team.clinician, intake.reference, { diagnosis: 'F43.23' });
  for (const table of ['estimate', 'estimate_diagnosis', 'notice', 'task', 'audit_event']) {
    const rows = await superuserSql.unsafe(`select to_jsonb(t)::text as row from ${table} t`);
    expect(rows.length).toBeGreaterThan(0);
    const telling = rows.filter(({ row }) => /Quetzal|1988-05-17|(?<![\w-])90791(?!\w)|F43\.23/.test(row));
    expect(telling, table).toEqual([]);
  }
});
